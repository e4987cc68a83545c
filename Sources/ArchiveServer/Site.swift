public import ArchiveQuery
public import ArchiveStorage

/// The web page of an archive: answers requests, and knows no sockets.
public struct Site: Sendable {
  let archive: Archive
  let security: Security
  /// The version of the program, for the page's foot and the interface's description.
  let version: String
  let memory = SiteMemory()

  /// The page of an archive.
  ///
  /// - Parameters:
  ///   - archive: The archive.
  ///   - hosts: The values of `Host` that are answered.
  ///   - canWrite: Whether forms may change the archive.
  ///   - version: The version of the program.
  public init(_ archive: Archive, hosts: Set<String>, canWrite: Bool, version: String) {
    (self.archive, self.version) = (archive, version)
    security = Security(hosts: hosts, canWrite: canWrite)
  }

  /// The values of `Host` by which a server is asked that listens at an address.
  public static func hosts(at address: String, port: Int, others: [String] = []) -> Set<String> {
    Security.hosts(at: address, port: port, others: others)
  }

  /// Reads what costs a look at all of the archive.
  func prepare(_ reader: ArchiveReader) {
    reader.limitTime(to: nil)
    _ = try? reader.snapshot { try HomeView.overview(self, reader) }
    _ = try? reader.snapshot { try CompletionView.speakers(self, reader) }
    _ = try? reader.snapshot { try SourcesView.sources(self, reader) }
  }

  /// Answers a request. All of it is about one state of the archive; a body that is a stream reads that
  /// while it is written, which therefore happens in the closure.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - reader: A reader of the archive, whose time is limited by the caller.
  ///   - send: Sends the answer.
  /// - Throws: What `send` throws; all else is an answer.
  public func answer(
    _ request: Request, from reader: ArchiveReader, _ send: (Response) throws -> Void
  ) throws {
    if let refusal = security.refusalToAnswer(request) {
      return try send(response(to: request, refusal.status, refusal.message))
    }
    switch Self.router.destination(of: request) {
    case .nowhere:
      try send(response(to: request, 404, "There is no such page."))
    case .otherMethods(let methods):
      var answer = response(to: request, 405, "That is not done with this page.")
      answer.headers.append(("Allow", methods.map { $0.rawValue }.joined(separator: ", ")))
      try send(answer)
    case .handler(.asset(let asset), _):
      try send(finished(asset.response))
    case .handler(.action(let act), let places):
      if let refusal = security.refusalToWrite(request) {
        return try send(response(to: request, refusal.status, refusal.message))
      }
      let visit = Visit(request: request, places: places, site: self, reader: reader)
      try send(guarded(request) { try act(visit) })
    case .handler(.view(let make), let places):
      try reader.snapshot {
        let visit = Visit(request: request, places: places, site: self, reader: reader)
        try send(guarded(request) { try response(to: request, try make(visit)) })
      }
    }
  }

  /// What the closure answers, or what its error says.
  private func guarded(_ request: Request, _ body: () throws -> Response) -> Response {
    do {
      return finished(try body())
    } catch {
      return response(to: error, of: request)
    }
  }

  /// A view in the form that was asked for.
  private func response(to request: Request, _ view: any View) throws -> Response {
    if request.form != .page, let response = try view.response(as: request.form) {
      return response
    }
    switch request.form {
    case .page:
      let page = try view.page()
      return Response(
        status: page.status, .html, .bytes(PageFrame(page, request, self).document))
    case .json: return Response(.json, text: try view.json().text)
    case .csv:
      guard let table = try view.table() else { break }
      return Response.csv(table)
    case .svg, .txt, .ris, .bib: break
    }
    throw PageError.notFound("This page has no form “.\(request.form.rawValue)”.")
  }

  /// The answer to a request that cannot be answered otherwise.
  func response(to request: Request, _ status: Int, _ message: String) -> Response {
    guard request.form == .page else {
      let error: JSON = [
        "error": .object([("status", .integer(status)), ("message", .string(message))])
      ]
      return finished(Response(status: status, .json, text: error.text))
    }
    let page = Page(
      title: status == 404 ? "Not found" : status < 500 ? "That did not work" : "Something failed",
      status: status, content: Tag.p { message })
    return finished(
      Response(status: status, .html, .bytes(PageFrame(page, request, self).document)))
  }

  private func response(to error: any Error, of request: Request) -> Response {
    switch error {
    case let page as PageError: return response(to: request, page.status, page.message)
    case let syntax as QuerySyntaxError:
      let hint = syntax.suggestion.map { " Try: \($0)" } ?? ""
      return response(to: request, 400, syntax.message + hint)
    case let plan as QueryPlanError:
      return response(to: request, plan.kind == .tookTooLong ? 503 : 422, plan.message)
    case let name as NameError: return response(to: request, 400, name.description)
    case let storage as StorageError where storage.kind == .interrupted:
      return response(
        to: request, 503, "The question took longer than this server allows, and was stopped.")
    case let storage as StorageError:
      let isBusy = storage.kind == .locked
      return response(to: request, isBusy ? 503 : 500, storage.message)
    default: return response(to: request, 500, "The server could not do that: \(error)")
    }
  }

  /// An answer with what all answers carry.
  private func finished(_ response: Response) -> Response {
    var response = response
    response.headers += Security.headers
    if !response.headers.contains(where: { $0.name == "Cache-Control" }) {
      // Notes and tags are private, and an import may have changed everything.
      response.headers.append(("Cache-Control", "private, no-cache"))
    }
    return response
  }
}

public import ArchiveExport

/// An answer, as a value.
public struct Response {
  /// What is sent.
  enum Body {
    case bytes([UInt8])
    /// What the closure writes, piece by piece: no more of it is in memory than is being sent.
    case stream((ByteSink) throws -> Void)
  }

  /// The kinds of contents.
  enum Content: String {
    case html = "text/html; charset=utf-8"
    case json = "application/json; charset=utf-8"
    case csv = "text/csv; charset=utf-8; header=present"
    case text = "text/plain; charset=utf-8"
    case svg = "image/svg+xml; charset=utf-8"
    case css = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case ris = "application/x-research-info-systems; charset=utf-8"
    case bibtex = "application/x-bibtex; charset=utf-8"
    case cslJSON = "application/vnd.citationstyles.csl+json; charset=utf-8"
    case openAPI = "application/vnd.oai.openapi+json;version=3.1"
  }

  /// The status code (RFC 9110, section 15).
  public internal(set) var status = 200
  /// Header fields, beside the length.
  public internal(set) var headers: [(name: String, value: String)] = []
  var body: Body

  init(status: Int = 200, _ content: Content, _ body: Body) {
    (self.status, self.body) = (status, body)
    headers = [("Content-Type", content.rawValue)]
  }

  init(status: Int = 200, _ content: Content, text: String) {
    self.init(status: status, content, .bytes(Array(text.utf8)))
  }

  /// Sends somebody to another page of ours, with a GET (RFC 9110, section 15.4.4).
  init(seeOther address: Address) {
    self.init(status: 303, .text, text: "")
    headers.append(("Location", address.text))
  }

  /// The same, as a file that a browser saves.
  func saved(as name: String) -> Response {
    var response = self
    let plain = String(
      name.unicodeScalars.prefix(80).map { scalar -> Character in
        let isPlain =
          ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
          || ("0"..."9").contains(scalar) || scalar == "." || scalar == "-" || scalar == "_"
        return isPlain ? Character(scalar) : "-"
      })
    response.headers.append(("Content-Disposition", "attachment; filename=\"\(plain)\""))
    return response
  }

  /// Writes the body.
  public func write(to sink: ByteSink) throws {
    switch body {
    case .bytes(let bytes): try sink.write(bytes)
    case .stream(let write): try write(sink)
    }
    try sink.flush()
  }
}

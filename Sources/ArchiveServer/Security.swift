/// Who may ask, and what a browser may do with the answer.
struct Security: Sendable {
  /// The values of `Host` that are answered, exactly: a page of somebody else whose name was made to lead
  /// here has another one (DNS rebinding).
  let hosts: Set<String>
  /// Whether forms may change the archive.
  let canWrite: Bool
  /// What every form of this process carries, and no page of anybody else knows.
  let token: String

  init(hosts: Set<String>, canWrite: Bool) {
    (self.hosts, self.canWrite) = (hosts, canWrite)
    // The system's generator is the kernel's, and cryptographically secure.
    var generator = SystemRandomNumberGenerator()
    token = (0..<4).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// The values of `Host` by which a server is asked that listens at an address.
  static func hosts(at address: String, port: Int, others: [String] = []) -> Set<String> {
    let isLoopback = ["127.0.0.1", "localhost", "::1", "[::1]"].contains(address.lowercased())
    var names = isLoopback ? ["127.0.0.1", "localhost", "[::1]"] : []
    let isEverything = ["0.0.0.0", "::", "[::]"].contains(address)
    if isEverything { names += ["127.0.0.1", "localhost", "[::1]"] }
    if !isLoopback, !isEverything {
      names.append(address.contains(":") && !address.hasPrefix("[") ? "[\(address)]" : address)
    }
    names += others
    var hosts = Set(names.map { "\($0.lowercased()):\(port)" })
    if port == 80 { hosts.formUnion(names.map { $0.lowercased() }) }
    return hosts
  }

  /// Why nothing is told to whoever asks; nil where something is.
  func refusalToAnswer(_ request: Request) -> Refusal? {
    guard let host = request.headers["host"], hosts.contains(host.lowercased()) else {
      return Refusal(
        status: 421,
        message: "This server is not asked by that name. Its address is "
          + "http://\(hosts.sorted().first ?? "127.0.0.1")/.")
    }
    return nil
  }

  /// Why a form may not change the archive; nil where it may.
  func refusalToWrite(_ request: Request) -> Refusal? {
    let host = request.headers["host"] ?? ""
    guard canWrite else {
      return Refusal(
        status: 403, message: "This page is read-only; `backfile serve --write` lets it write.")
    }
    // Browsers say where a form comes from; what says nothing is no browser's form of ours.
    let isOurs =
      switch (request.headers["origin"], request.headers["sec-fetch-site"]) {
      case (let origin?, let site):
        origin.lowercased() == "http://" + host.lowercased()
          && (site ?? "same-origin") == "same-origin"
      case (nil, let site?): site == "same-origin"
      case (nil, nil): false
      }
    guard isOurs, isToken(request.fields["token"] ?? "") else {
      return Refusal(
        status: 403,
        message: "This form is not from this server, or from before it was started again. "
          + "Open the page anew and send it again.")
    }
    return nil
  }

  /// A request that is not answered.
  struct Refusal: Equatable {
    let status: Int
    let message: String
  }

  /// Compares in a time that says nothing about how much is right.
  private func isToken(_ text: String) -> Bool {
    let (a, b) = (Array(text.utf8), Array(token.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// What every answer carries: no script, style or frame of anybody else; nothing is told to the pages
  /// that links lead to.
  static let headers: [(name: String, value: String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"),
    // With `no-referrer` a browser hides the origin of our own forms as well (Fetch, section 3.1).
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
  ]
}

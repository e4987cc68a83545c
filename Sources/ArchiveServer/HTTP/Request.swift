/// A request, as a value: what a client asks for.
public struct Request: Sendable {
  /// The methods that are answered.
  public enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    /// Any other, which no page answers.
    case other = ""

    init(name: String) { self = Self(rawValue: name) ?? .other }
  }

  /// What the answer is to be.
  enum Form: String, Sendable, CaseIterable {
    /// A page for people.
    case page = ""
    case json, csv, svg, txt, ris, bib

    var suffix: String { self == .page ? "" : "." + rawValue }
  }

  let method: Method
  /// The path and query as they came.
  let target: String
  /// The parts of the path, decoded, without the ending that says the form.
  let path: [String]
  let form: Form
  let query: Parameters
  /// The header fields that we look at, by their names in lower case.
  let headers: [String: String]
  let body: [UInt8]

  /// The header fields that are looked at; others are not kept.
  static let knownHeaders: Set<String> = ["host", "origin", "sec-fetch-site", "content-type"]

  /// A request.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - target: Path and query, as they stand in the request line.
  ///   - headers: Header fields, by their names in lower case.
  ///   - body: The body.
  public init(
    _ method: Method = .get, _ target: String, headers: [String: String] = [:], body: [UInt8] = []
  ) {
    (self.method, self.target, self.headers, self.body) = (method, target, headers, body)
    // A target can be a whole address (RFC 9112, section 3.2.2): such a one is no page of ours.
    let withoutFragment = target.prefix { $0 != "#" }
    let mark = withoutFragment.firstIndex(of: "?")
    query = Parameters(
      coded: mark.map { withoutFragment[withoutFragment.index(after: $0)...] } ?? "")
    var parts = withoutFragment[..<(mark ?? withoutFragment.endIndex)]
      .split(separator: "/", omittingEmptySubsequences: false).map { PercentCoding.decoded($0) }
    // Before the first slash there is nothing.
    if parts.first == "" { parts.removeFirst() }
    var form = Form.page
    if let last = parts.last,
      let ending = Form.allCases.first(where: { $0 != .page && last.hasSuffix($0.suffix) })
    {
      form = ending
      parts[parts.count - 1] = String(last.dropLast(ending.suffix.count))
    }
    // The interface for programs has no pages.
    if parts.first == "api", form == .page { form = .json }
    (path, self.form) = (parts == [""] ? [] : parts, form)
  }

  /// The fields of a form that was sent.
  var fields: Parameters { Parameters(coded: String(decoding: body, as: UTF8.self)) }
}

internal import ArchiveExport
internal import ArchiveQuery
internal import ArchiveStorage

/// What one address shows, in each of its forms: a page, JSON, a table.
///
/// A page of the site is a file in `Pages/` with a view in it, and a line in ``Site/routes``.
protocol View {
  /// The page for people.
  func page() throws -> Page
  /// The same for programs; what the table has, if a view does not say otherwise.
  func json() throws -> JSON
  /// The same as rows; nil where it is no table.
  func table() throws -> ViewTable?
  /// The answer in another form; nil where there is none.
  func response(as form: Request.Form) throws -> Response?
}

extension View {
  func table() throws -> ViewTable? { nil }

  func json() throws -> JSON {
    guard let table = try table() else { return .null }
    var rows: [JSON] = []
    try table.forEachRow { rows.append(JSON(columns: table.columns, row: $0)) }
    return ["rows": .array(rows)]
  }

  func response(as form: Request.Form) throws -> Response? { nil }
}

/// A view as rows, which are written as they come.
struct ViewTable {
  /// The name of the file in which it is saved, without its ending.
  let name: String
  let columns: [String]
  /// Calls the closure with each row.
  let forEachRow: (_ write: ([Cell]) throws -> Void) throws -> Void
}

/// A page for people, without its frame.
struct Page {
  /// What it is called, in the window's title and as its heading.
  var title: String
  /// Whether the frame writes the title above the content; else the content has its own heading.
  var hasHeading = true
  /// The part of the site it belongs to.
  var part: SitePart?
  var status = 200
  var content: HTML
  /// The command line that says the same, by its words.
  var command: [String]?
  /// The other forms of the view that have links.
  var forms: [Request.Form] = []
  /// What stands in the search box of the frame; nil where the content has a box of its own.
  var query: String? = ""
}

/// The parts of the site that its navigation names.
enum SitePart: String, CaseIterable {
  case search = "Search"
  case speakers = "Speakers"
  case topics = "Topics"
  case trends = "Trends"
  case sources = "Sources"
  case help = "Help"

  var address: Address { Address([rawValue.lowercased()]) }
}

/// A request with what it is answered from.
struct Visit {
  let request: Request
  /// The parts of the path that the route's pattern leaves open, by their names.
  let places: [String: String]
  let site: Site
  let reader: ArchiveReader

  var archive: Archive { site.archive }
  var query: Parameters { request.query }

  /// A command line for people, with the archive's name where it is not the usual one.
  func command(_ words: String..., options: [String] = []) -> [String] {
    let file = archive.path.split(separator: "/").last.map(String.init) ?? ""
    return words + (file == "archive.backfile" ? [] : ["-a", file]) + options
  }

  /// The value of a parameter that has one at most; nil where it is not there.
  private func only(_ name: String) throws -> String? {
    let values = query.all(name)
    guard values.count <= 1 else {
      throw PageError.badRequest("“\(name)” takes one value.")
    }
    return values.first
  }

  /// A parameter that is a whole number; the other value where it is not there.
  func number(
    _ name: String, else other: Int, in range: ClosedRange<Int> = 0...1_000_000_000
  ) throws -> Int {
    guard let text = try only(name) else { return other }
    guard let number = Int(text), range.contains(number) else {
      throw PageError.badRequest(
        "“\(name)” takes a number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// A parameter that has one of a few values; the other value where it is not there.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, else other: Choice
  ) throws -> Choice where Choice.RawValue == String {
    guard let text = try only(name) else { return other }
    guard let choice = Choice(rawValue: text) else {
      let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw PageError.badRequest("“\(name)” is one of \(all).")
    }
    return choice
  }
}

/// A page that is not there, or a request that makes no sense.
struct PageError: Error {
  let status: Int
  let message: String

  static func notFound(_ message: String) -> PageError { PageError(status: 404, message: message) }
  static func badRequest(_ message: String) -> PageError {
    PageError(status: 400, message: message)
  }
}

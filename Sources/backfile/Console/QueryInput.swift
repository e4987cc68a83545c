import ArchiveQuery
public import ArgumentParser

/// The words of a query on the command line, and the options that narrow it.
struct QueryInput: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What to look for, in the query language.",
      discussion: """
        Words are joined by AND; AND, OR, NOT in capitals, "phrases", prefix*, a w/5 b, (brackets),
        fields like headline: source: author: date:2017-01..2017-03 speaker: quote:(…).
        """,
      valueName: "query"))
  var words: [String] = []

  @Option(help: ArgumentHelp("Only from this source (words of its name).", valueName: "name"))
  var source: String?

  @Option(
    help: ArgumentHelp("Only from this date on (2017, 2017-01, 2017-01-28).", valueName: "date"))
  var after: String?

  @Option(help: ArgumentHelp("Only before this date.", valueName: "date"))
  var before: String?

  @Option(
    help: ArgumentHelp("Stop after so many seconds, with exit code 124.", valueName: "seconds"))
  var timeout: Double?

  mutating func validate() throws {
    if let timeout, !(timeout > 0 && timeout < 1e9) {
      throw ValidationError("--timeout takes a number of seconds.")
    }
  }

  /// A reader of the archive that is asked. What the terms of a query about articles or quotes stand for
  /// in it is said.
  func reader(of archive: ArchiveOption, for query: Query?) throws -> ArchiveReader {
    let reader = try ArchiveReader(archive.archive)
    reader.limitTime(to: timeout.map { .seconds($0) })
    for expansion in try query?.expansions(in: reader) ?? [] {
      Console.inform("note: " + WordListing.sentence(of: expansion))
    }
    return reader
  }

  /// The query as one text: what the words say, with the options as fields.
  func query(adding conditions: [(field: String, value: String?)] = []) throws -> Query {
    let text = words.joined(separator: " ")
    // First on its own, so that an error points into what was typed.
    let typed = try Self.read(text)
    for note in typed.notes { Console.inform("note: \(note.message)") }
    let fields = conditions + [("source", source), ("after", after), ("before", before)]
    let narrowed = fields.compactMap { field, value in
      value.map { "\(field):\"\($0.filter { $0 != "\"" })\"" }
    }
    guard !narrowed.isEmpty else { return typed }
    let isEmpty = text.allSatisfy(\.isWhitespace)
    return try Self.read(((isEmpty ? [] : ["(\(text))"]) + narrowed).joined(separator: " "))
  }

  /// Reads a query; throws a failure that shows where it is wrong.
  static func read(_ text: String) throws -> Query {
    do {
      return try Query(parsing: text)
    } catch {
      throw CommandFailure(message: explain(error, in: text), status: .usage)
    }
  }

  /// The message, the query with a caret under the place, and what to write instead.
  private static func explain(_ error: QuerySyntaxError, in text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let start = min(error.range.lowerBound, scalars.count)
    let end = min(max(error.range.upperBound, start), scalars.count)
    func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range].map { $0 == "\n" || $0 == "\t" ? " " : $0 }))
    }
    // Long queries are shown around the place.
    let shownFrom = max(0, start - 50)
    let before = Console.safe(string(shownFrom..<start))
    let marked = Console.safe(string(start..<end))
    let after = Console.safe(string(end..<min(scalars.count, end + 30)))
    let carets = String(repeating: "^", count: max(1, min(columnWidth(marked), 60)))
    return """
      \(error.message)
        \(before)\(marked)\(after)
        \(String(repeating: " ", count: columnWidth(before)))\(carets)
      """ + (error.suggestion.map { "\n  try: \($0)" } ?? "")
  }
}

/// How many hits are shown, and in which order.
struct PageOptions: ParsableArguments {
  @Option(name: [.customShort("n"), .long], help: "How many to show; 0 shows all.")
  var limit: Int?

  @Option(help: "How many to pass over first.")
  var offset = 0

  @Option(
    help: "The order: \(HitOrder.allCases.map(\.rawValue).joined(separator: ", ")).")
  var sort: HitOrder = .newest

  mutating func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
    if offset < 0 { throw ValidationError("--offset takes a number from 0.") }
  }

  /// The limit; nil is none. People are shown twenty, files get all.
  func limit(forPeople: Bool) -> Int? {
    guard let limit else { return forPeople ? 20 : nil }
    return limit == 0 ? nil : limit
  }
}

/// Counts hits as they come, and tells which of them are on the page.
struct PageWindow {
  private var rest: Int
  private var passedOver: Int

  fileprivate init(offset: Int, limit: Int?) {
    (passedOver, rest) = (offset, limit ?? Int.max)
  }

  /// Counts the next hit: whether it is on the page.
  var isNextShown: Bool {
    mutating get {
      if passedOver > 0 {
        passedOver -= 1
        return false
      }
      rest -= 1
      return true
    }
  }

  /// Whether more hits are wanted.
  var goesOn: Bool { rest > 0 }
}

extension PageOptions {
  /// The window of a listing that is written to a file: everything, unless a limit is given.
  var window: PageWindow { PageWindow(offset: offset, limit: limit(forPeople: false)) }
}

extension HitOrder: ExpressibleByArgument {}

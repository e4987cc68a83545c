/// CSV by RFC 4180, and its relatives with another delimiter.
public struct CSVWriter: TableWriter {
  /// How cells are written.
  public struct Dialect: Sendable {
    /// Between cells.
    public var delimiter: Character = ","
    /// Between rows: CRLF in RFC 4180; every reader of CSV takes LF as well.
    public var lineEnd = "\n"
    /// U+FEFF before the first row, by which Excel knows UTF-8.
    public var hasByteOrderMark = false
    /// An apostrophe before a text that a spreadsheet would run as a formula (OWASP, "CSV
    /// Injection"): one that begins with `= + - @`, a tab or a carriage return.
    public var guardsFormulas = false
    /// Cells are cut to so many UTF-16 units; Excel takes 32,767.
    public var cellLimit: Int?

    /// UTF-8, commas, nothing altered.
    public init() {}

    /// Tab-separated, nothing altered.
    public static let tsv: Dialect = {
      var dialect = Dialect()
      dialect.delimiter = "\t"
      return dialect
    }()

    /// What Excel opens rightly with a double click.
    public static let excel: Dialect = {
      var dialect = Dialect()
      (dialect.hasByteOrderMark, dialect.guardsFormulas) = (true, true)
      (dialect.lineEnd, dialect.cellLimit) = ("\r\n", 32_767)
      return dialect
    }()
  }

  private let sink: ByteSink
  private let dialect: Dialect
  /// How many cells the limit has cut short.
  public private(set) var cutCells = 0

  /// A writer of one table.
  public init(to sink: ByteSink, dialect: Dialect = Dialect()) {
    (self.sink, self.dialect) = (sink, dialect)
  }

  /// See ``TableWriter``.
  public mutating func begin(columns: [String]) throws {
    if dialect.hasByteOrderMark { try sink.write("\u{FEFF}") }
    try write(columns.map { .text($0) })
  }

  /// See ``TableWriter``.
  public mutating func write(_ row: [Cell]) throws {
    var line = ""
    for (index, cell) in row.enumerated() {
      if index > 0 { line.append(dialect.delimiter) }
      if case .text(let text) = cell {
        append(text, to: &line)
      } else {
        line += cell.plain
      }
    }
    // A lone empty cell would be an empty line, which readers skip.
    if line.isEmpty { line = "\"\"" }
    try sink.write(line + dialect.lineEnd)
  }

  /// See ``TableWriter``.
  public mutating func end() throws { try sink.flush() }

  private mutating func append(_ text: String, to line: inout String) {
    var text = text
    if dialect.guardsFormulas, let first = text.utf8.first, Self.startsFormula(first) {
      text = "'" + text
    }
    if let limit = dialect.cellLimit, text.utf16.count > limit {
      text = Self.cut(text, toUTF16: limit)
      cutCells += 1
    }
    let delimiter = dialect.delimiter.asciiValue
    let needsQuotes = text.utf8.contains {
      $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    // A text that is empty is not the same as a missing one.
    guard needsQuotes || text.isEmpty || text.utf8.first == UInt8(ascii: " ") else {
      line += text
      return
    }
    line += "\""
    if text.utf8.contains(UInt8(ascii: "\"")) {
      for part in text.unicodeScalars {
        if part == "\"" { line += "\"" }
        line.unicodeScalars.append(part)
      }
    } else {
      line += text
    }
    line += "\""
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
    default: false
    }
  }

  /// The longest beginning of whole code points.
  private static func cut(_ text: String, toUTF16 limit: Int) -> String {
    var units = 0
    let kept = text.unicodeScalars.prefix { scalar in
      units += scalar.utf16.count
      return units <= limit
    }
    return String(String.UnicodeScalarView(kept))
  }
}

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
    /// Injection"): one that begins with `= + - @`, in their full width too, a tab or a line's end.
    public var guardsFormulas = false
    /// Cells are cut to so many UTF-16 units; Excel takes 32,767.
    public var cellLimit: Int?
    /// A last column names the columns of a row that were cut.
    public var flagsCuts = false

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
      (dialect.lineEnd, dialect.cellLimit, dialect.flagsCuts) = ("\r\n", 32_767, true)
      return dialect
    }()
  }

  /// The column that ``Dialect/flagsCuts`` adds.
  static let cutColumn = Column(
    "cut_columns", .text, "columns of this row that were cut, with spaces between; mostly none")

  private let sink: ByteSink
  private let dialect: Dialect
  private let onRecord: ((String) -> Void)?
  private var columns: [String] = []
  /// How many cells the limit has cut short.
  public private(set) var cutCells = 0

  /// A writer of one table.
  public init(to sink: ByteSink, dialect: Dialect = Dialect()) {
    self.init(to: sink, dialect: dialect, onRecord: nil)
  }

  /// A writer that also hands over each record as it is written, the header first.
  init(to sink: ByteSink, dialect: Dialect, onRecord: ((String) -> Void)?) {
    (self.sink, self.dialect, self.onRecord) = (sink, dialect, onRecord)
  }

  /// See ``TableWriter``.
  public mutating func begin(columns: [String]) throws {
    if dialect.hasByteOrderMark { try sink.write("\u{FEFF}") }
    self.columns = columns
    let all = columns + (dialect.flagsCuts ? [Self.cutColumn.name] : [])
    try writeRecord(all.map { .text($0) })
  }

  /// See ``TableWriter``.
  public mutating func write(_ row: [Cell]) throws {
    guard let limit = dialect.cellLimit else { return try writeRecord(row) }
    var (row, cut) = (row, [String]())
    for (index, cell) in row.enumerated() {
      guard case .text(let text) = cell, text.utf8.count >= limit else { continue }
      let whole = guarded(text)
      guard whole.utf16.count > limit else { continue }
      row[index] = .text(Self.cut(text, toUTF16: limit - (whole.utf16.count - text.utf16.count)))
      cut.append(index < columns.count ? columns[index] : String(index + 1))
    }
    cutCells += cut.count
    let flag: Cell = cut.isEmpty ? .missing : .text(cut.joined(separator: " "))
    try writeRecord(dialect.flagsCuts && !columns.isEmpty ? row + [flag] : row)
  }

  private func writeRecord(_ row: [Cell]) throws {
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
    line += dialect.lineEnd
    onRecord?(line)
    try sink.write(line)
  }

  /// See ``TableWriter``.
  public mutating func end() throws { try sink.flush() }

  /// The text with an apostrophe before what a spreadsheet would run.
  private func guarded(_ text: String) -> String {
    dialect.guardsFormulas && Self.startsFormula(text) ? "'" + text : text
  }

  private func append(_ text: String, to line: inout String) {
    let text = guarded(text)
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

  private static func startsFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\n", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
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

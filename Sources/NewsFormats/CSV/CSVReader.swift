import NewsModel

extension Format {
  /// Comma-separated values, or values separated by something else.
  public static let csv = table(
    name: "csv", summary: "a table with a header: cells between , ; | or tabs",
    fileExtensions: ["csv", "psv"])

  /// Tab-separated values.
  public static let tsv = table(
    name: "tsv", summary: "a table with a header: cells between tabs",
    fileExtensions: ["tsv", "tab"], delimiter: UInt8(ascii: "\t"))

  private static func table(
    name: String, summary: String, fileExtensions: [String], delimiter: UInt8? = nil
  ) -> Format {
    Format(
      name: name, summary: summary, fileExtensions: fileExtensions, isText: true,
      sniff: { sample, isNamed in
        if isNamed { return .likely }
        let shape = TableShape(sample.bytes.span, isWhole: sample.isWhole)
        return delimiter == nil && shape.isSurelyTable ? .likely : .no
      },
      makeReader: { CSVReader($0, delimiter: $0.options.delimiter ?? delimiter) })
  }
}

/// Reads a table with a header: a row is an article.
struct CSVReader: RecordReader {
  private enum State {
    /// The beginning is kept until delimiter and header can be told.
    case sniffing([UInt8])
    case header
    case rows
  }

  private struct Column {
    var name: String
    var use: FieldUse?
  }

  /// Enough rows to tell the delimiter by.
  private static let sniffedBytes = 64 << 10

  private let context: ReaderContext
  private let delimiter: UInt8?
  private var state: State
  private var shape: TableShape?
  private var headerless: HeaderlessTable?
  private var parser: CSVParser
  private var assembler: RecordAssembler
  private var columns: [Column] = []
  private var count = 0
  private var rowLine = 1
  /// The raw beginning of a row that earlier chunks held.
  private var raw: [UInt8] = []

  init(_ context: ReaderContext, delimiter: UInt8?) {
    self.context = context
    assembler = RecordAssembler(context)
    self.delimiter = delimiter
    parser = CSVParser(delimiter: delimiter ?? UInt8(ascii: ","))
    state = .sniffing([])
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    guard case .sniffing(var kept) = state else { return try read(chunk, to: sink) }
    // Taken out so that appending copies nothing.
    state = .header
    kept.append(contentsOf: chunk)
    if kept.count < Self.sniffedBytes {
      state = .sniffing(kept)
    } else {
      try readSniffed(kept, isWhole: false, to: sink)
    }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    if case .sniffing(let kept) = state { try readSniffed(kept, isWhole: true, to: sink) }
    guard !parser.isAtRowStart else { return }
    if parser.isInQuotes {
      count += 1
      let reason = "the quote that opens on line \(parser.quoteLine) does not close"
      try sink(
        .rejected(
          RecordPosition(record: count, line: rowLine), reason: reason,
          excerpt: excerpt(of: raw.span)))
    } else {
      let rest = raw
      parser.finish()
      try readRow(rest.span, to: sink)
    }
  }

  private mutating func readSniffed(
    _ bytes: [UInt8], isWhole: Bool, to sink: (RecordEvent) throws -> Void
  ) throws {
    // Whatever the pieces were, the delimiter is told by the same bytes.
    let sample = bytes.span.extracting(0..<min(bytes.count, Self.sniffedBytes))
    let shape = TableShape(
      sample, isWhole: isWhole && sample.count == bytes.count, delimiter: delimiter)
    self.shape = shape
    parser = CSVParser(delimiter: shape.delimiter)
    state = .header
    try read(bytes.span, to: sink)
  }

  private mutating func read(
    _ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void
  ) throws {
    var index = 0
    while index < chunk.count {
      let start = index
      if parser.isAtRowStart { rowLine = parser.line }
      let isWhole = parser.read(chunk, &index)
      let part = chunk.extracting(start..<index)
      if isWhole && raw.isEmpty {
        try readRow(part, to: sink)
      } else {
        let room = max(0, RecordLimit.excerptBytes + 1 - raw.count)
        raw.append(contentsOf: part.extracting(0..<min(room, part.count)))
        if isWhole {
          let whole = raw
          raw.removeAll(keepingCapacity: true)
          try readRow(whole.span, to: sink)
        }
      }
    }
  }

  /// Reads the row that the parser holds, whose raw form begins like `raw`.
  private mutating func readRow(
    _ raw: Span<UInt8>, to sink: (RecordEvent) throws -> Void
  ) throws {
    defer { parser.clear() }
    guard !parser.isBlank else { return }
    if case .header = state {
      state = .rows
      if try readHeader() { return }
    }
    count += 1
    let position = RecordPosition(record: count, line: rowLine)
    if let reason = reasonToReject() {
      try sink(.rejected(position, reason: reason, excerpt: excerpt(of: raw)))
      return
    }
    for index in 0..<min(parser.cellCount, columns.count) {
      let cell = parser.text(ofCell: index)
      if let remark = cell.remark { assembler.remark(remark) }
      let column = columns[index]
      let text = headerless?.cleaned(cell.text, of: column.name) ?? cell.text
      assembler.add(column.name, .text(text), use: column.use)
    }
    if parser.cellCount < columns.count {
      assembler.remark("row has \(parser.cellCount) of \(columns.count) cells")
    }
    try sink(assembler.finish(position, record: raw))
  }

  private func reasonToReject() -> String? {
    if parser.isTooLong { return tooLong("row") }
    // Spreadsheets leave empty cells behind.
    var filled = parser.cellCount
    while filled > columns.count, parser.isEmpty(cell: filled - 1) { filled -= 1 }
    guard filled > columns.count else { return nil }
    return "row has \(filled) cells, the header \(columns.count)"
  }

  /// Reads the names of the columns; false if the row is no header, but an article.
  private mutating func readHeader() throws -> Bool {
    let names = (0..<parser.cellCount).map { parser.text(ofCell: $0).text }
    let chosen = context.options.mapping.keys
    let isNumbered =
      chosen.allSatisfy { Int($0) != nil } && chosen.contains { !names.contains($0) }
    let known = names.count { assembler.resolve($0).use != nil }
    let isContent = names.contains(where: isContent) || (known == 0 && isArticle(names))
    if !isNumbered, isContent, known < 2, let table = HeaderlessTable(shape?.rows ?? []) {
      headerless = table
      columns = table.names.map { Column(name: $0, use: assembler.resolve($0).use) }
      return false
    }
    columns = names.enumerated().map { index, name in
      let isNamed = !isNumbered && name.utf8.contains { $0 > 0x20 }
      let name = isNamed ? name : isNumbered ? "\(index + 1)" : "column \(index + 1)"
      return Column(name: name, use: assembler.resolve(name).use)
    }
    if !isNumbered, let cell = names.first(where: self.isContent) {
      throw FormatError(
        .noTextColumn,
        message: "the first row is no header: it holds \(jsonString(shortened(cell)))",
        remedy: "number the columns: --map headline=1 --map text=2")
    }
    let uses = columns.compactMap { $0.use?.role }
    let isReadable =
      uses.contains(.field(.text)) || (uses.contains(.field(.headline)) && uses.count > 1)
    guard isReadable else {
      let names = columns.prefix(30).map { shortened($0.name) }.joined(separator: ", ")
      throw FormatError(
        .noTextColumn,
        message: "no column is known to hold the article's text or headline; there are: \(names)",
        remedy: "say which one by --map text=COLUMN; number the columns if they have no names")
    }
    return !isNumbered
  }

  /// Whether the first row, whose cells are no known names, has an article's number or date.
  private func isArticle(_ cells: [String]) -> Bool {
    cells.contains { cell in !cell.isEmpty && (Int(cell) != nil || isDay(cell)) }
  }

  private func isDay(_ cell: String) -> Bool {
    guard cell.utf8.count >= 8, case .date(let date) = readDate(cell) else { return false }
    return date.precision >= .day
  }

  /// Whether a cell of the first row is rather an article's than a column's name: the tables of
  /// trafilatura and AG News have no header.
  private func isContent(_ cell: String) -> Bool {
    cell.utf8.count > 100 || cell.utf8.contains(0x0A) || isAddress(cell)
  }
}

import NewsModel

extension Format {
  /// An Excel workbook.
  public static let workbook = Format(
    name: "xlsx", summary: "Excel: each sheet is a table with a header", fileExtensions: ["xlsx"],
    sniff: { sample, isNamed in
      guard isZip(sample) else { return .no }
      if isNamed { return .certain }
      let names = ZipMembers.names(in: sample.bytes)
      return names.contains { $0.hasPrefix("xl/") } ? .certain : .no
    },
    makeReader: { WorkbookReader($0) })
}

/// Reads the sheets of a workbook as tables.
///
/// Source: ECMA-376, SpreadsheetML. Cells name their texts by number in a list that stands behind the
/// sheets in the file, so sheets are kept, packed, until it has come.
struct WorkbookReader: RecordReader, @unchecked Sendable {
  // Inflater and parser have one owner, this reader, which is moved between threads whole.
  private var members = ZipMembers()
  private var parser: XMLRecordParser?
  private var strings: [String] = []
  private var formats = CellFormats()
  private var sheets: [(name: String, rows: PackedBytes)] = []
  private var current = ""
  private let context: ReaderContext
  private var damage: String?
  private var count = 0

  init(_ context: ReaderContext) { self.context = context }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    var members = ZipMembers()
    swap(&members, &self.members)
    defer { swap(&members, &self.members) }
    try members.push(chunk) { take($0, $1) }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    var members = ZipMembers()
    swap(&members, &self.members)
    try members.finish { take($0, $1) }
    for sheet in sheets.sorted(by: { Self.number($0.name) < Self.number($1.name) }) {
      try read(sheet.rows, to: sink)
    }
    if let damage { try reject("the workbook is \(damage)", to: sink) }
    if count == 0 { try reject("no sheet of the workbook holds articles", to: sink) }
  }

  private static func number(_ name: String) -> Int { Int(name.filter(\.isNumber)) ?? 0 }

  private mutating func reject(_ reason: String, to sink: (RecordEvent) throws -> Void) throws {
    count += 1
    try sink(.rejected(RecordPosition(record: count), reason: reason, excerpt: ""))
  }

  private mutating func take(_ event: ZipMembers.Event, _ bytes: Span<UInt8>) {
    switch event {
    case .begins(let name):
      current = name
      switch name {
      case "xl/sharedStrings.xml": parser = XMLRecordParser { $0.last == "si" }
      case "xl/styles.xml":
        parser = XMLRecordParser { $0.last == "numFmts" || $0.last == "cellXfs" }
      default:
        if name.hasPrefix("xl/worksheets/") && name.hasSuffix(".xml") {
          sheets.append((name, PackedBytes()))
        } else {
          current = ""
        }
      }
    case .data:
      guard !current.isEmpty else { return }
      if let parser {
        keep(parser.push(bytes))
      } else {
        sheets[sheets.count - 1].rows.append(bytes)
      }
    case .ends:
      if let parser { keep(parser.finish()) }
      parser = nil
    case .unreadable(_, let reason): damage = reason
    }
  }

  private mutating func keep(_ found: [XMLRecordParser.Found]) {
    for case .record(let element, _) in found {
      switch element.name {
      case "si": strings.append(Self.text(of: element))
      default: formats.read(element)
      }
    }
  }

  /// The runs of a text; the readings of Japanese characters are none of it.
  private static func text(of element: XMLElement) -> String {
    var text = ""
    for child in element.children {
      if child.name == "t" { text += child.rawText }
      if child.name == "r" { text += child.child("t")?.rawText ?? "" }
    }
    return text
  }

  private mutating func read(
    _ rows: PackedBytes, to sink: (RecordEvent) throws -> Void
  ) throws {
    var table = CSVReader(context, delimiter: UInt8(ascii: ","))
    let parser = XMLRecordParser { $0.last == "row" }
    var refusal: String?
    do {
      try rows.unpack { bytes in
        for case .record(let row, _) in parser.push(bytes) {
          try table.push(line(of: row).span) { try give($0, to: sink) }
        }
      }
      for case .record(let row, _) in parser.finish() {
        try table.push(line(of: row).span) { try give($0, to: sink) }
      }
      try table.finish { try give($0, to: sink) }
    } catch let error as FormatError {
      refusal = error.message
    }
    if let refusal { try reject(refusal, to: sink) }
  }

  private mutating func give(
    _ event: RecordEvent, to sink: (RecordEvent) throws -> Void
  ) throws {
    count += 1
    switch event {
    case .article(let draft, let position):
      try sink(.article(draft, RecordPosition(record: count, line: position.line)))
    case .rejected(let position, let reason, let excerpt):
      let position = RecordPosition(record: count, line: position.line)
      try sink(.rejected(position, reason: reason, excerpt: excerpt))
    }
  }

  /// A row as a line of CSV.
  private func line(of row: XMLElement) -> [UInt8] {
    var cells: [String] = []
    for cell in row.children("c") {
      let column = cell.attributes["r"].flatMap(Self.column) ?? cells.count
      // A row has at most 16,384 cells.
      while cells.count < min(column, 16_384) { cells.append("") }
      cells.append(text(ofCell: cell))
    }
    var line: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        line.append(byte)
        if byte == UInt8(ascii: "\"") { line.append(byte) }
      }
      line.append(UInt8(ascii: "\""))
    }
    return line + [0x0A]
  }

  private func text(ofCell cell: XMLElement) -> String {
    let value = cell.child("v")?.rawText ?? ""
    switch cell.attributes["t"] {
    case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "inlineStr": return cell.child("is").map(Self.text) ?? ""
    case "str", "e", "d": return value
    case "b": return value == "1" ? "true" : "false"
    default:
      let style = cell.attributes["s"].flatMap { Int($0) } ?? 0
      guard formats.isDate(style), let days = Double(value) else { return value }
      return Self.date(days) ?? value
    }
  }

  /// The column's number, from 0, of a cell's name: `AB12` is 27.
  private static func column(_ name: String) -> Int? {
    var column = 0
    for byte in name.utf8 {
      guard (0x41...0x5A).contains(byte) else { break }
      column = column * 26 + Int(byte) - 0x40
      if column > 20_000 { return nil }
    }
    return column > 0 ? column - 1 : nil
  }

  /// Days since 1899-12-30, which makes up for the 29 February 1900 that Lotus invented.
  private static func date(_ days: Double) -> String? {
    guard days > 60, days < 200_000 else { return nil }
    let whole = Int(days)
    guard let day = PartialDate(julianDay: whole + 2_415_019) else { return nil }
    let second = Int(((days - Double(whole)) * 86_400).rounded())
    guard second > 0, second < 86_400 else { return day.description }
    return PartialDate(year: day.year, month: day.month, day: day.day, second: second)?.description
  }
}

/// Which styles of cells show a date.
private struct CellFormats {
  private var dateFormats: Set<Int> = Set(14...22).union(27...36).union(45...47).union(50...58)
  private var styles: [Int] = []

  func isDate(_ style: Int) -> Bool {
    styles.indices.contains(style) && dateFormats.contains(styles[style])
  }

  mutating func read(_ element: XMLElement) {
    if element.name == "numFmts" {
      for format in element.children("numFmt") {
        guard let id = format.attributes["numFmtId"].flatMap({ Int($0) }),
          let code = format.attributes["formatCode"]?.lowercased()
        else { continue }
        if code.contains("yy") || code.contains("dd") || code.contains("d/m") {
          dateFormats.insert(id)
        }
      }
    } else {
      styles += element.children("xf").map { Int($0.attributes["numFmtId"] ?? "") ?? 0 }
    }
  }
}

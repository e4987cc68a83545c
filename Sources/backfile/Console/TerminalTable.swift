import ArchiveExport

/// Columns side by side, for people.
///
/// Widths come from the first rows, so that a table of any length is written as it comes.
struct TerminalTable: TableWriter {
  private let sink: ByteSink
  private var columns: [String] = []
  private var waiting: [[String]] = []
  private var isNumeric: [Bool] = []
  private var widths: [Int]?
  private let sampleSize = 200

  init(to sink: ByteSink) { self.sink = sink }

  mutating func begin(columns: [String]) throws {
    self.columns = columns
    isNumeric = columns.map { _ in true }
  }

  mutating func write(_ row: [Cell]) throws {
    let texts = row.map { Console.safeLine($0.plain) }
    guard widths == nil else { return try writeLine(texts) }
    for (index, cell) in row.enumerated() {
      if case .text = cell { isNumeric[index] = false }
    }
    waiting.append(texts)
    if waiting.count == sampleSize { try writeSample() }
  }

  mutating func end() throws {
    if widths == nil { try writeSample() }
    try sink.flush()
  }

  private mutating func writeSample() throws {
    var widths = columns.map { columnWidth($0) }
    for row in waiting {
      for (index, text) in row.enumerated() {
        widths[index] = max(widths[index], columnWidth(text))
      }
    }
    self.widths = fitted(widths)
    try writeLine(columns, style: .bold)
    for row in waiting { try writeLine(row) }
    waiting = []
  }

  /// Takes room from the widest columns until the table fits.
  private func fitted(_ wanted: [Int]) -> [Int] {
    let room = max(Console.outputIsTerminal ? Console.width : 160, columns.count * 8)
    var widths = wanted
    while widths.reduce(0, +) + 2 * (widths.count - 1) > room, let widest = widths.max(),
      widest > 6,
      let index = widths.firstIndex(of: widest)
    {
      widths[index] -= 1
    }
    return widths
  }

  private func writeLine(_ texts: [String], style: Style? = nil) throws {
    guard let widths else { return }
    var line = ""
    for (index, text) in texts.enumerated() {
      let shown = cut(text, toColumns: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - columnWidth(shown)))
      if index > 0 { line += "  " }
      if isNumeric[index] {
        line += padding + shown
      } else {
        line += index == texts.count - 1 ? shown : shown + padding
      }
    }
    try sink.write((style.map { $0(line) } ?? line) + "\n")
  }
}

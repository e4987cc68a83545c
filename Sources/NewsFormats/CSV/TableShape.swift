/// How a table is laid out, told by its first rows.
struct TableShape {
  /// What separates its cells.
  private(set) var delimiter = UInt8(ascii: ",")
  /// How many of the header's names are known as fields of an article.
  private var knownNames = 0
  private var hasText = false
  private var isRegular = false
  /// The first rows.
  private(set) var rows: [[String]] = []

  /// Whether this can hardly be anything else, whatever its file is called.
  var isSurelyTable: Bool { isRegular && hasText && knownNames >= 2 }

  /// Reads the first rows with each delimiter: the one under which most names of the header are
  /// known wins, else the one under which most rows have as many cells as the header, and of equal
  /// ones that with most cells.
  init(_ bytes: Span<UInt8>, isWhole: Bool, delimiter given: UInt8? = nil) {
    var best = (names: -1, regularity: 0.0, cells: 0)
    if let given { delimiter = given }
    for delimiter in given.map({ [$0] }) ?? Array(",;\t|".utf8) {
      let rows = Self.rows(bytes, delimiter: delimiter, isWhole: isWhole)
      guard let header = rows.first else { continue }
      if self.rows.isEmpty { self.rows = rows }
      guard header.count > 1 else { continue }
      let uses = header.compactMap { FieldNames.uses[FieldNames.normalised($0)] }
      let regular = rows.dropFirst().count { $0.count == header.count }
      let regularity = Double(regular) / Double(max(1, rows.count - 1))
      guard (uses.count, regularity, header.count) > best else { continue }
      best = (uses.count, regularity, header.count)
      self.delimiter = delimiter
      self.rows = rows
      knownNames = uses.count
      hasText = uses.contains { $0.role == .field(.text) || $0.role == .summary }
      isRegular = rows.count > 1 && regularity > 0.9
    }
  }

  private static func rows(
    _ bytes: Span<UInt8>, delimiter: UInt8, isWhole: Bool
  ) -> [[String]] {
    var parser = CSVParser(delimiter: delimiter)
    var rows: [[String]] = []
    var index = 0
    func take() {
      if !parser.isBlank {
        rows.append((0..<parser.cellCount).map { parser.text(ofCell: $0).text })
      }
      parser.clear()
    }
    while rows.count < 50, parser.read(bytes, &index) { take() }
    if isWhole, !parser.isAtRowStart, !parser.isInQuotes {
      parser.finish()
      take()
    }
    return rows
  }
}

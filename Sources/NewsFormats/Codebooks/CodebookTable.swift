/// A codebook as a table: a row a topic.
enum CodebookTable {
  static func read(_ bytes: [UInt8]) throws -> [Codebook.Entry] {
    let header = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
    let delimiter = delimiters.max { a, b in
      header.count { $0 == a } < header.count { $0 == b }
    }
    var parser = CSVParser(delimiter: delimiter ?? UInt8(ascii: ","))
    var columns: [String: Int] = [:]
    var entries: [Codebook.Entry] = []
    var line = 1
    func take() throws {
      defer {
        parser.clear()
        line = parser.line
      }
      guard !parser.isBlank else { return }
      func cell(_ names: String...) -> String? {
        let column = names.compactMap { columns[$0] }.first
        guard let column, column < parser.cellCount else { return nil }
        let text = parser.text(ofCell: column).text.trimmed
        return text.isEmpty ? nil : text
      }
      guard !columns.isEmpty else {
        for index in 0..<parser.cellCount {
          // The first cell may begin with a byte-order mark.
          let name = parser.text(ofCell: index).text.trimmed.lowercased()
          columns[name.filter { $0 != "\u{FEFF}" }] = index
        }
        guard columns["query"] != nil, columns["name"] ?? columns["topic"] != nil else {
          throw CodebookError(
            line: 1, message: "a codebook has the columns name, query and, if you like, description"
          )
        }
        return
      }
      guard let name = cell("name", "topic"), let query = cell("query") else {
        throw CodebookError(line: line, message: "a topic needs a name and a query")
      }
      entries.append(
        Codebook.Entry(path: [name], query: query, description: cell("description")))
    }
    var index = 0
    while parser.read(bytes.span, &index) { try take() }
    if parser.isInQuotes {
      throw CodebookError(line: parser.quoteLine, message: "a quote mark is not closed")
    }
    if !parser.isAtRowStart {
      parser.finish()
      try take()
    }
    return entries
  }
}

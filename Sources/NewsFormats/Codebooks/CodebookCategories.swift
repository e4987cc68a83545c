/// Categories as WordStat and its relatives write them (`.cat`): a line a category or a pattern, what lies
/// in a category indented by one tab more. A pattern has a weight in brackets, which is left out; `_`
/// stands for a space.
enum CodebookCategories {
  static func read(_ text: String) throws -> [Codebook.Entry] {
    var entries: [Codebook.Entry] = []
    var path: [String] = []
    /// The entry of each category of the path.
    var places: [Int] = []
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      let depth = line.prefix { $0 == "\t" }.count
      let content = String(line.dropFirst(depth)).trimmed
      guard !content.isEmpty else { continue }
      guard depth <= path.count, depth < 32 else {
        throw CodebookError(line: index + 1, message: "it is indented too far")
      }
      path.removeLast(path.count - depth)
      places.removeLast(places.count - depth)
      if let pattern = pattern(content) {
        guard let place = places.last else {
          throw CodebookError(line: index + 1, message: "“\(pattern)” lies in no category")
        }
        entries[place].patterns.append(pattern)
      } else {
        path.append(String(content.map { $0 == "_" ? " " : $0 }))
        places.append(entries.count)
        entries.append(Codebook.Entry(path: path))
      }
    }
    return entries
  }

  /// The pattern of a line that ends with a weight; nil where it is a category.
  private static func pattern(_ line: String) -> String? {
    guard line.hasSuffix(")"), let bracket = line.lastIndex(of: "(") else { return nil }
    let weight = line[line.index(after: bracket)...].dropLast()
    guard !weight.isEmpty, weight.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) else {
      return nil
    }
    let pattern = line[..<bracket].map { $0 == "_" ? " " : $0 }
    return String(pattern).trimmed
  }
}

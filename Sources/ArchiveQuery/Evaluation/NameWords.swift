internal import ArchiveStorage

/// The names in tables with `id` and `name`, cut into words once: sources and sections are asked for in
/// many queries.
final class NameWords {
  private let connection: Connection
  private let tokenizer: Tokenizer
  private var known: [String: [(id: Int64, words: [String])]] = [:]

  init(_ connection: Connection, _ tokenizer: Tokenizer) {
    (self.connection, self.tokenizer) = (connection, tokenizer)
  }

  /// The ids in a table of the names that have a term's words.
  func ids(in table: String, having term: Term) throws -> [Int64] {
    let pattern = try NamePattern(term, tokenizer)
    let names = try known[table] ?? read(table)
    known[table] = names
    return names.filter { pattern.matches($0.words) }.map(\.id)
  }

  private func read(_ table: String) throws -> [(id: Int64, words: [String])] {
    try connection.rows("SELECT id, name FROM \(table)") { row in
      (row.integer(0), tokenizer.indexedWords(of: row.text(1)))
    }
  }
}

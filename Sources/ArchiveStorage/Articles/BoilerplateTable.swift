internal import NewsModel

/// The distinct blocks of boilerplate: each is stored once for its source, and counted.
struct BoilerplateTable {
  private struct Key: Hashable {
    let source: Int64?
    let kind: String
    let text: String
  }

  private var ids: [Key: Int64] = [:]
  private var counts: [Int64: Int] = [:]
  private let limit = 20_000

  /// The id of a block, counted once more.
  mutating func id(of block: BlockRow, source: Int64?, in connection: Connection) throws -> Int64 {
    let key = Key(source: source, kind: block.kind.rawValue, text: block.text)
    let id = try ids[key] ?? find(key, in: connection) ?? insert(block, key, in: connection)
    if ids.count >= limit { ids.removeAll(keepingCapacity: true) }
    ids[key] = id
    counts[id, default: 0] += 1
    return id
  }

  /// Takes back the count of a block that no longer stands where it stood.
  mutating func uncount(_ id: Int64) { counts[id, default: 0] -= 1 }

  mutating func writeCounts(to connection: Connection) throws {
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) where count != 0 {
      try connection.run(
        "UPDATE boilerplate SET seen = seen + ?2 WHERE id = ?1", [.integer(id), .integer(count)])
    }
    counts.removeAll(keepingCapacity: true)
  }

  mutating func forget() {
    ids.removeAll()
    counts.removeAll()
  }

  private func find(_ key: Key, in connection: Connection) throws -> Int64? {
    try connection.first(
      """
      SELECT id FROM boilerplate
      WHERE identity = ?1 AND source_id IS ?2 AND kind = ?3 AND text = ?4
      """,
      [.integer(identity(key)), .integer(key.source), .text(key.kind), .text(key.text)]
    ) { $0.integer(0) }
  }

  private func insert(_ block: BlockRow, _ key: Key, in connection: Connection) throws -> Int64 {
    try connection.run(
      """
      INSERT INTO boilerplate (source_id, kind, identity, text, index_text)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """,
      [
        .integer(key.source), .text(key.kind), .integer(identity(key)), .text(key.text),
        .text(block.indexText),
      ])
    let id = connection.lastInsertedRowID
    try connection.run(
      "INSERT INTO boilerplate_fts (rowid, text) VALUES (?1, ?2)",
      [.integer(id), .text(block.indexText ?? key.text)])
    return id
  }

  private func identity(_ key: Key) -> Int64 {
    SHA256.identity(of: [key.source.map(String.init), key.kind, key.text])
  }
}

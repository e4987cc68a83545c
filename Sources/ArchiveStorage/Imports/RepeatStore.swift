/// What the archive has learnt of repeats within its sources: kept between imports.
package struct RepeatStore {
  package struct Row: Sendable {
    package var source: String
    package var hash: UInt64
    package var clusters: Int

    package init(source: String, hash: UInt64, clusters: Int) {
      (self.source, self.hash, self.clusters) = (source, hash, clusters)
    }
  }

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  package func rows() throws -> [Row] {
    try connection.rows(
      "SELECT s.name, p.hash, p.clusters FROM repeated_paragraph p JOIN source s ON s.id = p.source_id"
    ) {
      Row(
        source: $0.text(0), hash: UInt64(bitPattern: $0.integer(1)), clusters: $0.int(2))
    }
  }

  /// Calls the closure with the pieces of what was seen once only, in the learner's own form, until it
  /// returns false.
  package func forEachSeenOnce(_ body: ([UInt8]) -> Bool) throws {
    try connection.forEachRow("SELECT entries FROM paragraph_seen_once ORDER BY piece") {
      body($0.blob(0))
    }
  }

  package func save(rows: some Sequence<Row>, seenOnce: some Sequence<[UInt8]>) throws {
    for row in rows {
      try connection.run(
        """
        INSERT INTO repeated_paragraph (source_id, hash, clusters)
        SELECT id, ?2, ?3 FROM source WHERE name = ?1
        ON CONFLICT DO UPDATE SET clusters = excluded.clusters
        WHERE clusters <> excluded.clusters
        """,
        [.text(row.source), .integer(Int64(bitPattern: row.hash)), .integer(row.clusters)])
    }
    try connection.run("DELETE FROM paragraph_seen_once")
    for (piece, entries) in seenOnce.enumerated() {
      try connection.run(
        "INSERT INTO paragraph_seen_once (piece, entries) VALUES (?1, ?2)",
        [.integer(piece), .blob(entries)])
    }
  }

  /// Forgets everything that was learnt.
  package func clear() throws {
    try connection.run("DELETE FROM repeated_paragraph")
    try connection.run("DELETE FROM paragraph_seen_once")
  }

  package func sourceID(of name: String) throws -> Int64? {
    try connection.first("SELECT id FROM source WHERE name = ?1", [.text(name)]) { $0.integer(0) }
  }
}

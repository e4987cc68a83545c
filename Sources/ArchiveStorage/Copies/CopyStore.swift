package import NewsModel

/// The tables of copies: fingerprints, what is a copy of what, and of which articles that is known.
package struct CopyStore {
  /// An article as far as the search for copies knows it.
  package struct Article: Sendable {
    package var arrival: Int64
    package var id: ArticleID
    /// Its date with its time, where that is known.
    package var date: PartialDate?
    package var hashes: [UInt32]
    package var copy: Copy?
  }

  /// That an article is a copy.
  package struct Copy: Sendable, Equatable {
    package var original: Int64
    package var containment: Double

    package init(original: Int64, containment: Double) {
      (self.original, self.containment) = (original, containment)
    }
  }

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// Whether the archive has these tables: one of an older version that was only read has not.
  package static func isPresent(in connection: Connection) throws -> Bool {
    try connection.integer("PRAGMA user_version") >= 4
  }

  /// Whether it is known of every article whether it is a copy.
  package func isComplete() throws -> Bool {
    guard try Self.isPresent(in: connection) else {
      return try connection.integer("SELECT count(*) FROM article_block") == 0
    }
    let last = try connection.integer("SELECT max(arrival) FROM article_record")
    return try compared() >= last
      && connection.integer("SELECT EXISTS (SELECT 1 FROM article_uncompared)") == 0
  }

  /// The articles of which it is not known, in the order of their arrival, from behind one on.
  package func uncompared(behind arrival: Int64, limit: Int) throws -> [Int64] {
    try connection.rows(
      """
      SELECT arrival FROM (
        SELECT arrival FROM article_uncompared WHERE arrival > ?1 AND arrival <= ?2
        UNION SELECT arrival FROM article_body WHERE arrival > max(?1, ?2)
      ) ORDER BY arrival LIMIT ?3
      """, [.integer(arrival), .integer(try compared()), .integer(limit)]
    ) { $0.integer(0) }
  }

  /// How many articles there are of which it is not known.
  package func uncomparedCount() throws -> Int {
    let compared = try SQLValue.integer(compared())
    return Int(
      try connection.integer(
        """
        SELECT (SELECT count(*) FROM article_body WHERE arrival > ?1)
          + (SELECT count(*) FROM article_uncompared WHERE arrival <= ?1)
        """, [compared]))
  }

  /// The body of an article.
  package func body(_ arrival: Int64) throws -> String {
    try connection.first(
      "SELECT body FROM article_body WHERE arrival = ?1", [.integer(arrival)]
    ) { $0.text(0) } ?? ""
  }

  /// Calls the closure with each fingerprint, in the order of their articles' arrival.
  package func forEachFingerprint(_ body: (_ arrival: Int64, _ hashes: [UInt32]) -> Void) throws {
    try connection.forEachRow("SELECT arrival, hashes FROM article_fingerprint") { row in
      body(row.integer(0), row.numbers(1, as: UInt32.self))
      return true
    }
  }

  /// The fingerprint of an article.
  package func fingerprint(_ arrival: Int64) throws -> [UInt32] {
    try connection.first(
      "SELECT hashes FROM article_fingerprint WHERE arrival = ?1", [.integer(arrival)]
    ) { $0.numbers(0, as: UInt32.self) } ?? []
  }

  /// What else is known of an article with a fingerprint.
  package func article(_ arrival: Int64, hashes: [UInt32]) throws -> Article? {
    try connection.first(
      """
      SELECT r.id, r.date, c.original, c.containment
      FROM article_record r LEFT JOIN article_copy c ON c.arrival = r.arrival WHERE r.arrival = ?1
      """, [.integer(arrival)]
    ) { row in
      Article(
        arrival: arrival, id: ArticleID(rawValue: row.integer(0)),
        date: row.textOrNil(1).flatMap { PartialDate(iso8601: $0) }, hashes: hashes,
        copy: row.integerOrNil(2).map { Copy(original: $0, containment: row.real(3)) })
    }
  }

  package func setFingerprint(_ hashes: [UInt32], of arrival: Int64) throws {
    try connection.run(
      "INSERT OR REPLACE INTO article_fingerprint (arrival, hashes) VALUES (?1, ?2)",
      [.integer(arrival), .blob(littleEndianBytes(of: hashes))])
  }

  /// Says that an article is a copy; nil says that it is an original.
  package func setCopy(_ copy: Copy?, of arrival: Int64) throws {
    guard let copy else {
      try connection.run("DELETE FROM article_copy WHERE arrival = ?1", [.integer(arrival)])
      return
    }
    try connection.run(
      "INSERT OR REPLACE INTO article_copy (arrival, original, containment) VALUES (?1, ?2, ?3)",
      [.integer(arrival), .integer(copy.original), .real(copy.containment)])
  }

  /// Says that it is known of every article that has a fingerprint, up to an arrival: what has come since,
  /// or was changed, has none.
  package func setComplete(through arrival: Int64) throws {
    try connection.run(
      "DELETE FROM article_uncompared WHERE arrival IN (SELECT arrival FROM article_fingerprint)")
    try connection.run(
      "UPDATE archive SET value = max(value, ?1) WHERE name = 'compared'", [.integer(arrival)])
  }

  /// How many articles are copies.
  package func copyCount() throws -> Int {
    Int(try connection.integer("SELECT count(*) FROM article_copy"))
  }

  /// Says that nothing is known, of any article.
  package func forgetAll() throws {
    for table in ["article_copy", "article_fingerprint", "article_uncompared"] {
      try connection.run("DELETE FROM \(table)")
    }
    try connection.run("UPDATE archive SET value = 0 WHERE name = 'compared'")
  }

  /// Says that an article has another text now: it is not known what it is, nor of its copies.
  package static func noteChange(of arrival: Int64, in connection: Connection) throws {
    let key = [SQLValue.integer(arrival)]
    let changed = "SELECT ?1 UNION SELECT arrival FROM article_copy WHERE original = ?1"
    try connection.run("INSERT OR IGNORE INTO article_uncompared (arrival) \(changed)", key)
    // Without one it stays unknown, even if a search is under way.
    try connection.run("DELETE FROM article_fingerprint WHERE arrival IN (\(changed))", key)
  }

  private func compared() throws -> Int64 {
    try connection.integer("SELECT value FROM archive WHERE name = 'compared'")
  }
}

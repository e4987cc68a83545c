public import NewsModel

/// What somebody wrote about an article.
public struct Note: Sendable, Equatable {
  /// Its number.
  public let id: Int64
  /// The article.
  public let article: ArticleID
  /// What was written.
  public let text: String
  /// When, ISO 8601 in UTC.
  public let made: String
}

/// The notes of an archive.
public struct NoteStore: Sendable {
  private let archive: Archive

  /// The notes of an archive.
  public init(_ archive: Archive) { self.archive = archive }

  /// The notes on an article, or on all, in the order in which they were written.
  public func notes(on article: ArticleID? = nil) throws -> [Note] {
    try archive.ask(else: []) { try $0.notes(on: article) }
  }

  /// Adds a note; gives its number.
  ///
  /// - Throws: ``NameError`` where there is no such article.
  @discardableResult
  public func add(_ text: String, to article: ArticleID) throws -> Int64 {
    try archive.change { connection in
      try connection.run(
        "INSERT INTO note (arrival, text, made) VALUES (?1, ?2, \(nowInSQL))",
        [try connection.arrival(of: article), .text(text)])
      return connection.lastInsertedRowID
    }
  }

  /// Removes a note.
  ///
  /// - Throws: ``NameError`` where there is none of this number.
  public func remove(_ id: Int64) throws {
    try archive.change { connection in
      try connection.run("DELETE FROM note WHERE id = ?1", [.integer(id)])
      guard connection.changes > 0 else {
        throw NameError("there is no note \(id); `backfile note list` lists them")
      }
    }
  }
}

extension Connection {
  /// The notes on an article, or on all, in the order in which they were written; none where their table is
  /// missing.
  package func notes(on article: ArticleID?) throws -> [Note] {
    guard try ResearchTables.arePresent(in: self) else { return [] }
    return try rows(
      """
      SELECT n.id, a.id, n.text, n.made FROM note n JOIN article_record a ON a.arrival = n.arrival
      WHERE ?1 IS NULL OR a.id = ?1 ORDER BY n.id
      """, [.integer(article?.rawValue)]
    ) {
      Note(
        id: $0.integer(0), article: ArticleID(rawValue: $0.integer(1)), text: $0.text(2),
        made: $0.text(3))
    }
  }
}

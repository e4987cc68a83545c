public import NewsModel

/// A tag, and how many articles have it.
public struct TagSummary: Sendable, Equatable {
  /// Its name; two tags cannot differ in case alone.
  public let name: String
  /// Articles that people gave it to.
  public let byHand: Int
  /// Articles that a classifier gave it to.
  public let byModel: Int
  /// Articles of which people said that it does not fit.
  public let rejected: Int
}

/// A tag that an article has, or is said not to have.
public struct ArticleTag: Sendable, Equatable {
  /// The tag's name.
  public let name: String
  /// Whether the article has it; false where somebody said that it does not fit.
  public let holds: Bool
  /// The score of the classifier that gave it; nil where people did.
  public let score: Double?
}

/// The tags of an archive. What people say counts for more than what a classifier says.
public struct TagStore: Sendable {
  private let archive: Archive

  /// The tags of an archive.
  public init(_ archive: Archive) { self.archive = archive }

  /// All tags, in the order of their names.
  public func all() throws -> [TagSummary] {
    try archive.ask(else: []) { connection in
      try connection.rows(
        """
        SELECT t.name, coalesce(sum(a.holds AND a.score IS NULL), 0),
          coalesce(sum(a.holds AND a.score IS NOT NULL), 0), coalesce(sum(NOT a.holds), 0)
        FROM tag t LEFT JOIN article_tag a ON a.tag_id = t.id GROUP BY t.id ORDER BY t.name
        """
      ) {
        TagSummary(
          name: $0.text(0), byHand: $0.int(1), byModel: $0.int(2), rejected: $0.int(3))
      }
    }
  }

  /// The tags of an article.
  public func tags(of article: ArticleID) throws -> [ArticleTag] {
    try archive.ask(else: []) { try $0.tags(of: article) }
  }

  /// Says that articles have a tag, or that it does not fit them.
  ///
  /// - Returns: How many of them that is new of.
  /// - Throws: ``NameError`` where there is no article of an id.
  @discardableResult
  public func tag(_ articles: [ArticleID], _ name: String, holds: Bool = true) throws -> Int {
    try archive.change { connection in
      let tag = try connection.tagMade(name)
      return try articles.reduce(0) { count, article in
        try connection.run(
          """
          INSERT INTO article_tag (tag_id, arrival, holds, score, made)
          VALUES (?1, ?2, ?3, NULL, \(nowInSQL))
          ON CONFLICT (tag_id, arrival) DO UPDATE
            SET holds = excluded.holds, score = NULL, made = excluded.made
            WHERE holds <> excluded.holds OR score IS NOT NULL
          """, [tag, try connection.arrival(of: article), .integer(holds ? 1 : 0)])
        return count + connection.changes
      }
    }
  }

  /// Gives a tag to the articles that a classifier found, in place of those that it gave it to before.
  /// Where people have said something, that stays.
  public func propose(_ name: String, for articles: [(id: ArticleID, score: Double)]) throws {
    try archive.change { connection in
      let tag = try connection.tagMade(name)
      try connection.run("DELETE FROM article_tag WHERE tag_id = ?1 AND score IS NOT NULL", [tag])
      for article in articles {
        try connection.run(
          """
          INSERT OR IGNORE INTO article_tag (tag_id, arrival, holds, score, made)
          VALUES (?1, ?2, 1, ?3, \(nowInSQL))
          """, [tag, try connection.arrival(of: article.id), .real(article.score)])
      }
    }
  }

  /// Takes a tag from articles; from all, and with what was learnt of it, for nil.
  ///
  /// - Returns: How many had it.
  /// - Throws: ``NameError`` where there is no such tag.
  @discardableResult
  public func remove(_ name: String, from articles: [ArticleID]?) throws -> Int {
    try archive.change { connection in
      guard let id = try connection.tag(name)?.id else {
        throw NameError("there is no tag “\(name)”; `backfile tag list` lists them")
      }
      let tag = SQLValue.integer(id)
      guard let articles else {
        try connection.run("DELETE FROM article_tag WHERE tag_id = ?1", [tag])
        let count = connection.changes
        try connection.run("DELETE FROM tag_model WHERE tag_id = ?1", [tag])
        try connection.run("DELETE FROM tag WHERE id = ?1", [tag])
        return count
      }
      return try articles.reduce(0) { count, article in
        try connection.run(
          "DELETE FROM article_tag WHERE tag_id = ?1 AND arrival = ?2",
          [tag, try connection.arrival(of: article)])
        return count + connection.changes
      }
    }
  }

  /// Keeps what was learnt of a tag.
  package func setModel(_ record: [UInt8], of name: String) throws {
    try archive.change { connection in
      try connection.run(
        "INSERT OR REPLACE INTO tag_model (tag_id, made, record) VALUES (?1, \(nowInSQL), ?2)",
        [try connection.tagMade(name), .blob(record)])
    }
  }
}

extension Connection {
  /// The tags whose names are read by ``TagStore``: ids and names.
  package func tagNames() throws -> [(id: Int64, name: String)] {
    guard try ResearchTables.arePresent(in: self) else { return [] }
    return try rows("SELECT id, name FROM tag ORDER BY name") { ($0.integer(0), $0.text(1)) }
  }

  /// The tag of a name, in any case; nil where there is none.
  package func tag(_ name: String) throws -> (id: Int64, name: String)? {
    guard try ResearchTables.arePresent(in: self) else { return nil }
    return try KnownNames(of: .tag, in: self).row(name)
  }

  /// What was learnt of a tag; nil where nothing was.
  package func tagModel(_ tag: Int64) throws -> [UInt8]? {
    try first("SELECT record FROM tag_model WHERE tag_id = ?1", [.integer(tag)]) { $0.blob(0) }
  }

  fileprivate func tagMade(_ name: String) throws -> SQLValue {
    if let id = try tag(name)?.id { return .integer(id) }
    try name.requireName()
    try run("INSERT INTO tag (name) VALUES (?1)", [.text(name)])
    return .integer(lastInsertedRowID)
  }

  /// The arrival of an article.
  func arrival(of article: ArticleID) throws -> SQLValue {
    let arrival = try first(
      "SELECT arrival FROM article_record WHERE id = ?1", [.integer(article.rawValue)]
    ) { $0.integer(0) }
    guard let arrival else { throw NameError("there is no article \(article)") }
    return .integer(arrival)
  }

  /// The tags of an article; none where the tables of tags are missing.
  package func tags(of article: ArticleID) throws -> [ArticleTag] {
    guard try ResearchTables.arePresent(in: self) else { return [] }
    return try rows(
      """
      SELECT t.name, a.holds, a.score FROM article_tag a JOIN tag t ON t.id = a.tag_id
      WHERE a.arrival = (SELECT arrival FROM article_record WHERE id = ?1) ORDER BY t.name
      """, [.integer(article.rawValue)]
    ) {
      ArticleTag(name: $0.text(0), holds: $0.int(1) != 0, score: $0.isNull(2) ? nil : $0.real(2))
    }
  }
}

public import NewsModel

/// Paragraphs that belong to the reporting because somebody said so. What is nil stands for all.
public struct KeptBoilerplate: Sendable, Equatable {
  /// Its number.
  public var id: Int64 = 0
  /// The source.
  public var source: String?
  /// The article.
  public var article: ArticleID?
  /// The rule that had set them apart (`words:byline`, `repeats`).
  public var rule: String?
  /// The hash of the paragraph's words.
  package var hash: UInt64?
  /// The paragraph.
  public var text: String?

  package init(
    source: String? = nil, article: ArticleID? = nil, rule: String? = nil, hash: UInt64? = nil,
    text: String? = nil
  ) {
    self.source = source
    self.article = article
    self.rule = rule
    self.hash = hash
    self.text = text
  }
}

extension KeptBoilerplate {
  /// Everything in an article.
  public static func ofArticle(_ article: ArticleID) -> KeptBoilerplate {
    KeptBoilerplate(article: article)
  }

  /// Everything that a rule, or any, sets apart in a source, or in all.
  public static func ofRule(_ rule: String?, source: String?) -> KeptBoilerplate {
    KeptBoilerplate(source: source, rule: rule)
  }
}

/// The table `boilerplate_kept`.
package struct KeptBoilerplateStore {
  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// All that people keep, in the order in which they said so; nothing in an archive that an older
  /// version made and that was only read since.
  package func all() throws -> [KeptBoilerplate] {
    guard try connection.integer("PRAGMA user_version") >= 2 else { return [] }
    return try connection.rows(
      """
      SELECT k.id, s.name, k.article_id, k.rule, k.hash, k.text
      FROM boilerplate_kept k LEFT JOIN source s ON s.id = k.source_id ORDER BY k.id
      """
    ) { row in
      var kept = KeptBoilerplate(
        source: row.textOrNil(1), article: row.integerOrNil(2).map(ArticleID.init(rawValue:)),
        rule: row.textOrNil(3), hash: row.integerOrNil(4).map { UInt64(bitPattern: $0) },
        text: row.textOrNil(5))
      kept.id = row.integer(0)
      return kept
    }
  }

  /// Remembers what is to be kept, unless that is known already.
  package func add(_ kept: KeptBoilerplate) throws {
    let isKnown = try all().contains {
      $0.source == kept.source && $0.article == kept.article && $0.rule == kept.rule
        && $0.hash == kept.hash
    }
    guard !isKnown else { return }
    try connection.run(
      """
      INSERT INTO boilerplate_kept (source_id, article_id, rule, hash, text, made)
      VALUES ((SELECT id FROM source WHERE name = ?1), ?2, ?3, ?4, ?5,
        strftime('%Y-%m-%dT%H:%M:%SZ'))
      """,
      [
        .text(kept.source), .integer(kept.article?.rawValue), .text(kept.rule),
        .integer(kept.hash.map { Int64(bitPattern: $0) }), .text(kept.text),
      ])
  }

  /// Forgets one of them; false where there is none of this number.
  package func remove(_ id: Int64) throws -> Bool {
    let isThere = try connection.integer(
      "SELECT count(*) FROM boilerplate_kept WHERE id = ?1", [.integer(id)])
    try connection.run("DELETE FROM boilerplate_kept WHERE id = ?1", [.integer(id)])
    return isThere > 0
  }

  /// The text and source of a stored block; nil where there is none of this number.
  package func block(_ id: Int64) throws -> (text: String, source: String?)? {
    try connection.first(
      """
      SELECT b.text, s.name FROM boilerplate b LEFT JOIN source s ON s.id = b.source_id
      WHERE b.id = ?1
      """, [.integer(id)]
    ) { ($0.text(0), $0.textOrNil(1)) }
  }

  /// The articles of a source, or of all, in which a block of a certain text stands.
  package func articles(
    withBlockOf source: String?, where isWanted: (String) -> Bool
  ) throws -> [ArticleID] {
    var articles: Set<ArticleID> = []
    var blocks: [Int64] = []
    try connection.forEachRow(
      """
      SELECT id, text FROM boilerplate
      WHERE ?1 IS NULL OR source_id = (SELECT id FROM source WHERE name = ?1)
      """, [.text(source)]
    ) { row in
      if isWanted(row.text(1)) { blocks.append(row.integer(0)) }
      return true
    }
    for block in blocks {
      articles.formUnion(
        try connection.rows(
          """
          SELECT a.id FROM article_boilerplate p JOIN article_record a ON a.arrival = p.arrival
          WHERE p.boilerplate_id = ?1
          """, [.integer(block)]
        ) { ArticleID(rawValue: $0.integer(0)) })
    }
    return articles.sorted { $0.rawValue < $1.rawValue }
  }

  /// The articles from which something was set apart by a rule.
  package func articles(withRule rule: String) throws -> [ArticleID] {
    try connection.rows(
      """
      SELECT DISTINCT a.id FROM article_boilerplate p JOIN article_record a ON a.arrival = p.arrival
      WHERE p.rule = ?1 ORDER BY a.id
      """, [.text(rule)]
    ) { ArticleID(rawValue: $0.integer(0)) }
  }
}

extension Connection {
  /// The ids of all articles, in their order.
  package func allArticles() throws -> [ArticleID] {
    try rows("SELECT id FROM article_record ORDER BY id") { ArticleID(rawValue: $0.integer(0)) }
  }

  /// The ids of all articles of a source, by its name.
  package func articles(ofSource name: String) throws -> [ArticleID] {
    let id = try first("SELECT id FROM source WHERE name = ?1", [.text(name)]) { $0.integer(0) }
    return try id.map { try articles(ofSource: $0) } ?? []
  }
}

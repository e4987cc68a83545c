package import NewsModel

/// The text of a stored article and its boilerplate, from which the imported text can be put
/// together again. Offsets are code points into the body.
package struct StoredText: Sendable {
  package struct Block: Sendable {
    package var kind: BoilerplateKind
    package var rule: String
    package var start: Int
    package var text: String
  }

  package var id: ArticleID
  package var headline: String?
  package var language: String?
  package var body: String
  package var layout: String?
  package var blocks: [Block]
}

extension Connection {
  /// The text of an article, or nil when there is no such article.
  package func storedText(of id: ArticleID) throws -> StoredText? {
    try storedTexts("a.id = ?1", [.integer(id.rawValue)]).first
  }

  /// The texts of articles of a source, in order of id, beginning after one.
  package func storedTexts(ofSource source: Int64, after id: Int64, limit: Int) throws
    -> [StoredText]
  {
    try storedTexts(
      "a.source_id = ?1 AND a.id > ?2 ORDER BY a.id LIMIT ?3",
      [.integer(source), .integer(id), .integer(limit)])
  }

  private func storedTexts(_ condition: String, _ values: [SQLValue]) throws -> [StoredText] {
    try rows(
      "SELECT a.id, a.headline, a.language, a.body, a.layout FROM article a WHERE \(condition)",
      values
    ) { row in
      let id = ArticleID(rawValue: row.integer(0))
      return StoredText(
        id: id, headline: row.textOrNil(1), language: row.textOrNil(2), body: row.text(3),
        layout: row.textOrNil(4), blocks: try blocks(of: id))
    }
  }

  private func blocks(of id: ArticleID) throws -> [StoredText.Block] {
    try rows(
      """
      SELECT b.kind, p.rule, p.start, b.text
      FROM article_boilerplate p JOIN boilerplate b ON b.id = p.boilerplate_id
      WHERE p.article_id = ?1 ORDER BY p.place
      """, [.integer(id.rawValue)]
    ) {
      StoredText.Block(
        kind: BoilerplateKind(rawValue: $0.text(0)) ?? .other, rule: $0.text(1),
        start: $0.int(2), text: $0.text(3))
    }
  }
}

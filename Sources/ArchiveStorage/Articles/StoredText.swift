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
  package var arrival: Int64
  package var source: String?
  package var headline: String?
  package var language: String?
  package var body: String
  package var layout: String?
  package var blocks: [Block]
  /// SHA-256 of the text as it was imported.
  package var sha256: [UInt8]
}

extension Connection {
  /// The text of an article, or nil when there is no such article.
  package func storedText(of id: ArticleID) throws -> StoredText? {
    try storedText(where: "a.id = ?1", id.rawValue)
  }

  /// The text of the article of an arrival, or nil when there is none.
  package func storedText(ofArrival arrival: Int64) throws -> StoredText? {
    try storedText(where: "a.arrival = ?1", arrival)
  }

  private func storedText(where condition: String, _ value: Int64) throws -> StoredText? {
    try first(
      """
      SELECT a.headline, a.language, b.body, a.layout, a.arrival, s.name, a.id, a.sha256
      FROM article_record a JOIN article_body b ON b.arrival = a.arrival
        LEFT JOIN source s ON s.id = a.source_id WHERE \(condition)
      """, [.integer(value)]
    ) { row in
      StoredText(
        id: ArticleID(rawValue: row.integer(6)), arrival: row.integer(4), source: row.textOrNil(5),
        headline: row.textOrNil(0),
        language: row.textOrNil(1), body: row.text(2), layout: row.textOrNil(3),
        blocks: try blocks(of: row.integer(4)), sha256: row.blob(7))
    }
  }

  /// The source and the body of the article of an arrival, or nil when there is none.
  package func sourceAndBody(ofArrival arrival: Int64) throws -> (source: String?, body: String)? {
    try first(
      """
      SELECT s.name, b.body FROM article_record a JOIN article_body b ON b.arrival = a.arrival
        LEFT JOIN source s ON s.id = a.source_id WHERE a.arrival = ?1
      """, [.integer(arrival)]
    ) { ($0.textOrNil(0), $0.text(1)) }
  }

  /// The texts of articles in the order in which they came, from behind one on, about so many bytes.
  package func storedTexts(behind arrival: Int64, bytes: Int) throws -> [StoredText] {
    var arrivals: [Int64] = []
    var size = 0
    try forEachRow(
      """
      SELECT a.arrival, length(b.body) FROM article_record a JOIN article_body b ON b.arrival = a.arrival
      WHERE a.arrival > ?1 ORDER BY a.arrival
      """, [.integer(arrival)]
    ) { row in
      arrivals.append(row.integer(0))
      size += row.int(1) + 512
      return size < bytes
    }
    return try arrivals.compactMap { try storedText(ofArrival: $0) }
  }

  func blocks(of arrival: Int64) throws -> [StoredText.Block] {
    try rows(
      """
      SELECT b.kind, p.rule, p.start, b.text
      FROM article_boilerplate p JOIN boilerplate b ON b.id = p.boilerplate_id
      WHERE p.arrival = ?1 ORDER BY p.place
      """, [.integer(arrival)]
    ) {
      StoredText.Block(
        kind: BoilerplateKind(rawValue: $0.text(0)) ?? .other, rule: $0.text(1),
        start: $0.int(2), text: $0.text(3))
    }
  }
}

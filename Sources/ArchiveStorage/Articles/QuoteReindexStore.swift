internal import NewsModel

/// How far a re-extraction of quotes has come, and what it has changed.
public struct QuoteReindexCounts: Sendable, Equatable {
  /// Articles that were looked at.
  public var articles = 0
  /// Articles of which some quote changed.
  public var changedArticles = 0
  /// Quotes that are as they were.
  public var kept = 0
  /// Quotes of the same words, of which the speaker, the kind or the like is another one now.
  public var changed = 0
  /// Quotes that were not there.
  public var new = 0
  /// Quotes that are no longer there.
  public var gone = 0

  /// Nothing looked at yet.
  public init() {}

  /// Quotes that the archive has now.
  public var quotes: Int { kept + changed + new }
}

/// The bookkeeping of re-extractions, in the table `archive`.
///
/// `quote_extractor` is the oldest version that found quotes of the archive; `quote_reindex`, while a
/// re-extraction is under way, its version, the arrival of the last article it has done, and its counts.
package struct QuoteReindexStore {
  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// Notes the version that finds the quotes of a new archive; an archive that has one keeps it.
  package func noteExtractor(version: Int) throws {
    try connection.run(
      "INSERT INTO archive (name, value) VALUES ('quote_extractor', ?1) ON CONFLICT DO NOTHING",
      [.integer(version)])
  }

  /// The re-extraction that was begun with this version and did not finish.
  package func unfinished(version: Int) throws -> (last: Int64, counts: QuoteReindexCounts)? {
    try connection.first(
      """
      SELECT value ->> 'arrival', value ->> 'articles', value ->> 'changed_articles',
        value ->> 'kept', value ->> 'changed', value ->> 'new', value ->> 'gone'
      FROM archive WHERE name = 'quote_reindex' AND value ->> 'extractor' = ?1
      """, [.integer(version)]
    ) { row in
      var counts = QuoteReindexCounts()
      (counts.articles, counts.changedArticles) = (row.int(1), row.int(2))
      (counts.kept, counts.changed) = (row.int(3), row.int(4))
      (counts.new, counts.gone) = (row.int(5), row.int(6))
      return (row.integer(0), counts)
    }
  }

  package func setProgress(
    version: Int, last: Int64, counts: QuoteReindexCounts
  ) throws {
    try connection.run(
      """
      INSERT INTO archive (name, value) VALUES ('quote_reindex', json_object(
        'extractor', ?1, 'arrival', ?2, 'articles', ?3, 'changed_articles', ?4,
        'kept', ?5, 'changed', ?6, 'new', ?7, 'gone', ?8))
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """,
      [
        .integer(version), .integer(last), .integer(counts.articles),
        .integer(counts.changedArticles), .integer(counts.kept), .integer(counts.changed),
        .integer(counts.new), .integer(counts.gone),
      ])
  }

  /// Notes that all quotes are of this version, and forgets speakers whom no quote has any more.
  package func finish(version: Int) throws {
    try connection.run("DELETE FROM archive WHERE name = 'quote_reindex'")
    try connection.run(
      """
      INSERT INTO archive (name, value) VALUES ('quote_extractor', ?1)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, [.integer(version)])
    try connection.run(
      """
      DELETE FROM speaker WHERE id NOT IN (
        SELECT speaker_id FROM quote_record WHERE speaker_id IS NOT NULL
        UNION ALL SELECT speaker_id FROM quote_co_speaker WHERE speaker_id IS NOT NULL
        UNION ALL SELECT speaker_id FROM speaker_alias
        UNION ALL SELECT stands_for FROM speaker_alias)
      """)
  }
}

/// An article's body, and what the full-text index sees in its place.
package struct StoredBody: Sendable {
  package var arrival: Int64
  package var language: String?
  package var body: String
  package var indexBody: String?
}

extension Connection {
  package func articleCount() throws -> Int {
    Int(try integer("SELECT count(*) FROM article_record"))
  }

  /// The bodies of the articles that came behind one, in their order: so many that they hold about
  /// so many bytes, and one at least.
  package func bodies(behind arrival: Int64, bytes: Int) throws -> [StoredBody] {
    var bodies: [StoredBody] = []
    var size = 0
    try forEachRow(
      """
      SELECT a.arrival, a.language, b.body, b.index_body
      FROM article_record a JOIN article_body b ON b.arrival = a.arrival
      WHERE a.arrival > ?1 ORDER BY a.arrival
      """, [.integer(arrival)]
    ) { row in
      let body = StoredBody(
        arrival: row.integer(0), language: row.textOrNil(1), body: row.text(2),
        indexBody: row.textOrNil(3))
      bodies.append(body)
      size += body.body.utf8.count + 512
      return size < bytes
    }
    return bodies
  }
}

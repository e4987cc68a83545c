package import NewsModel

/// Writes articles with all that belongs to them. Every call stands inside a transaction.
package final class ArticleStore {
  let connection: Connection
  private var sources = NameTable("source")
  private var speakers = NameTable("speaker", alsoSetting: "kind")
  private var numbers = ArticleNumbers()
  private var blocks = BoilerplateTable()

  package init(_ connection: Connection) { self.connection = connection }

  /// Forgets what it remembers of tables, after a transaction that was rolled back.
  package func forget() {
    sources.forget()
    speakers.forget()
    numbers.forget()
    blocks.forget()
  }

  package func sourceID(of name: String) throws -> Int64 {
    try sources.id(of: name, in: connection)
  }

  /// The article that is the same as this one, if the archive has it.
  package func article(identity: Int64, sha256: [UInt8]) throws -> ArticleID? {
    try connection.article(identity: identity, sha256: sha256)
  }

  /// The id that a new article of this date gets.
  package func nextID(for date: PartialDate?) throws -> ArticleID {
    try numbers.next(for: date, in: connection)
  }

  /// Stores a new article under an id from ``nextID(for:)``.
  ///
  /// Within a transaction in order of ids: the full-text index writes out what it has gathered
  /// whenever an id is smaller than the last one.
  package func insert(
    _ article: ArticleRow, id: ArticleID, file: Int64, position: RecordPosition
  ) throws {
    let text = article.text
    let source = try article.source.map { try sourceID(of: $0) }
    try connection.run(
      """
      INSERT INTO article (
        id, source_id, date, date_origin, headline, author, url, section, language, words,
        import_file_id, record, line, identity, sha256, metadata, remarks, layout, body,
        index_body, index_headline
      ) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21)
      """,
      [
        .integer(id.rawValue), .integer(source), .text(article.date?.description),
        .text(article.dateOrigin?.rawValue), .text(article.headline), .text(article.author),
        .text(article.url), .text(article.section), .text(article.language),
        .integer(text.words), .integer(file), .integer(position.record),
        .integer(position.line), .integer(article.identity), .blob(article.sha256),
        .text(article.metadata), .text(article.remarks), .text(text.layout), .text(text.body),
        .text(text.indexBody), .text(text.indexHeadline),
      ])
    try indexArticle(id, text, headline: article.headline)
    try insertParts(of: text, article: id, source: source)
  }

  /// Puts a new analysis of an article's text in the place of the stored one.
  package func replaceText(of id: ArticleID, with text: TextRow) throws {
    let key = [SQLValue.integer(id.rawValue)]
    guard
      let old = try connection.first(
        """
        SELECT t.body, t.headline, a.headline, a.source_id
        FROM article a JOIN article_text t ON t.id = a.id WHERE a.id = ?1
        """, key,
        { (indexed: [$0.value(0), $0.value(1)], headline: $0.textOrNil(2), $0.integerOrNil(3)) })
    else { return }
    try removeParts(of: id)
    try connection.run(
      """
      INSERT INTO article_fts (article_fts, rowid, body, headline) VALUES ('delete', ?1, ?2, ?3)
      """, key + old.indexed)
    try connection.run(
      """
      UPDATE article SET words = ?2, layout = ?3, body = ?4, index_body = ?5, index_headline = ?6
      WHERE id = ?1
      """,
      key + [
        .integer(text.words), .text(text.layout), .text(text.body), .text(text.indexBody),
        .text(text.indexHeadline),
      ])
    try indexArticle(id, text, headline: old.headline)
    try insertParts(of: text, article: id, source: old.2)
  }

  /// Writes out what a batch has counted: call it before the transaction ends.
  package func finishBatch() throws { try blocks.writeCounts(to: connection) }

  private func indexArticle(_ id: ArticleID, _ text: TextRow, headline: String?) throws {
    try connection.run(
      "INSERT INTO article_fts (rowid, body, headline) VALUES (?1, ?2, ?3)",
      [
        .integer(id.rawValue), .text(text.indexBody ?? text.body),
        .text(text.indexHeadline ?? headline),
      ])
  }

  private func insertParts(of text: TextRow, article: ArticleID, source: Int64?) throws {
    for (index, block) in text.blocks.enumerated() {
      let blockID = try blocks.id(of: block, source: source, in: connection)
      try connection.run(
        """
        INSERT INTO article_boilerplate (article_id, place, boilerplate_id, start, rule)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """,
        [
          .integer(article.rawValue), .integer(index + 1), .integer(blockID),
          .integer(block.start), .text(block.rule),
        ])
    }
    for (index, quote) in text.quotes.prefix(1 << Int(QuoteID.numberBits)).enumerated() {
      try insert(quote, id: QuoteID.of(article, number: index))
    }
  }

  private func insert(_ quote: QuoteRow, id: Int64) throws {
    let first = quote.speakers.first
    try connection.run(
      """
      INSERT INTO quote (
        id, kind, start, length, speaker_id, speaker_text, speaker_start, cue, rule, confidence,
        text, index_text
      ) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)
      """,
      [
        .integer(id), .text(quote.kind.rawValue), .integer(quote.start), .integer(quote.length),
        .integer(try first.flatMap { try speakerID(of: $0) }), .text(first?.text),
        .integer(first?.start), .text(quote.cue), .text(quote.rule), .real(quote.confidence),
        .text(quote.text), .text(quote.indexText),
      ])
    try connection.run(
      "INSERT INTO quote_fts (rowid, text) VALUES (?1, ?2)",
      [.integer(id), .text(quote.indexText ?? quote.text)])
    for (index, speaker) in quote.speakers.dropFirst().enumerated() {
      try connection.run(
        """
        INSERT INTO quote_co_speaker (quote_id, place, speaker_id, speaker_text, speaker_start)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """,
        [
          .integer(id), .integer(index + 2), .integer(try speakerID(of: speaker)),
          .text(speaker.text), .integer(speaker.start),
        ])
    }
  }

  private func speakerID(of speaker: QuoteRow.Speaker) throws -> Int64? {
    guard let name = speaker.name else { return nil }
    return try speakers.id(of: name, extra: .text(speaker.kind?.rawValue), in: connection)
  }

  private func removeParts(of id: ArticleID) throws {
    let range = QuoteID.range(of: id)
    let bounds: [SQLValue] = [.integer(range.lowerBound), .integer(range.upperBound)]
    try connection.run(
      """
      INSERT INTO quote_fts (quote_fts, rowid, text)
      SELECT 'delete', id, text FROM quote_text WHERE id BETWEEN ?1 AND ?2
      """, bounds)
    try connection.run("DELETE FROM quote_co_speaker WHERE quote_id BETWEEN ?1 AND ?2", bounds)
    try connection.run("DELETE FROM quote WHERE id BETWEEN ?1 AND ?2", bounds)
    let key = [SQLValue.integer(id.rawValue)]
    let stood = try connection.rows(
      "SELECT boilerplate_id FROM article_boilerplate WHERE article_id = ?1", key
    ) { $0.integer(0) }
    for block in stood { blocks.uncount(block) }
    try connection.run("DELETE FROM article_boilerplate WHERE article_id = ?1", key)
  }
}

package import FullTextIndex
package import NewsModel

/// Writes articles with all that belongs to them. Every call stands inside a transaction.
package final class ArticleStore {
  let connection: Connection
  private var sources = NameTable("source")
  private var sections = NameTable("section")
  var quotes = QuoteTable()
  private var numbers = ArticleNumbers()
  private var boilerplate = BoilerplateTable()
  private var blocks = ArticleBlocks()
  private let index: ArticleIndex

  package init(_ connection: Connection) {
    self.connection = connection
    index = ArticleIndex(connection)
  }

  /// Forgets what it remembers of tables, after a transaction that was rolled back.
  package func forget() {
    sources.forget()
    sections.forget()
    quotes.forget()
    numbers.forget()
    boilerplate.forget()
    blocks.forget()
    index.forget()
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

  /// Stores a new article under an id from ``nextID(for:)``. Its words are given to
  /// ``index(_:articles:)``. An arrival is given to articles that had one: nil is the next.
  package func insert(
    _ article: ArticleRow, id: ArticleID, arrival: Int64? = nil, file: Int64,
    position: RecordPosition
  ) throws {
    let text = article.text
    let source = try article.source.map { try sourceID(of: $0) }
    let section = try article.section.map { try sections.id(of: $0, in: connection) }
    try connection.run(
      "INSERT INTO article_body (arrival, body, index_body) VALUES (?1, ?2, ?3)",
      [.integer(arrival), .text(text.body), .text(text.indexBody)])
    let arrival = connection.lastInsertedRowID
    try connection.run(
      """
      INSERT INTO article_record (
        id, arrival, source_id, section_id, date, date_origin, headline, author, url, language,
        words, import_file_id, record, line, identity, sha256, metadata, remarks, layout,
        index_headline
      ) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20)
      """,
      [
        .integer(id.rawValue), .integer(arrival), .integer(source),
        .integer(section), .text(article.date?.description), .text(article.dateOrigin?.rawValue),
        .text(article.headline), .text(article.author), .text(article.url),
        .text(article.language), .integer(text.words), .integer(file),
        .integer(position.record), .integer(position.line), .integer(article.identity),
        .blob(article.sha256), .text(article.metadata), .text(article.remarks),
        .text(text.layout), .text(text.indexHeadline),
      ])
    try insertParts(of: text, arrival: arrival, source: source)
    try CopyStore(connection).setFingerprint(article.fingerprint, of: arrival)
    index.note(id, tokenCounts: text.tokenCounts)
    blocks.note(
      id,
      .init(
        arrival: arrival, tokens: text.tokenCounts.reduce(0, +), source: source, section: section))
  }

  /// Puts a new analysis of an article's text in the place of the stored one.
  package func replaceText(of id: ArticleID, with text: TextRow) throws {
    let key = [SQLValue.integer(id.rawValue)]
    guard
      let old = try connection.first(
        "SELECT arrival, source_id, section_id FROM article_record WHERE id = ?1", key,
        { (arrival: $0.integer(0), source: $0.integerOrNil(1), section: $0.integerOrNil(2)) })
    else { return }
    let former = try connection.tokenCounts(of: id)
    try removeParts(of: old.arrival)
    try connection.run(
      "UPDATE article_body SET body = ?2, index_body = ?3 WHERE arrival = ?1",
      [.integer(old.arrival), .text(text.body), .text(text.indexBody)])
    try connection.run(
      "UPDATE article_record SET words = ?2, layout = ?3, index_headline = ?4 WHERE id = ?1",
      key + [.integer(text.words), .text(text.layout), .text(text.indexHeadline)])
    try insertParts(of: text, arrival: old.arrival, source: old.source)
    try CopyStore.noteChange(of: old.arrival, in: connection)
    index.note(id, tokenCounts: text.tokenCounts, replacing: former)
    blocks.note(
      id, .init(tokens: text.tokenCounts.reduce(0, +), source: old.source, section: old.section))
  }

  /// Adds the words of articles to the full-text index.
  ///
  /// - Parameters:
  ///   - postings: The words.
  ///   - articles: The ids of the articles, by their numbers in the postings; nil for those that
  ///     were not stored.
  package func index(_ postings: Postings, articles: [ArticleID?]) {
    index.add(postings, articles: articles)
  }

  /// The memory that waits for ``finishBatch()``, in bytes.
  package var pendingBytes: Int { index.pendingBytes + quotes.pendingBytes }

  /// Writes out what a batch has gathered: call it before the transaction ends.
  package func finishBatch() throws {
    try boilerplate.writeCounts(to: connection)
    try blocks.write(to: connection)
    try quotes.write(to: connection)
    try index.flush()
  }

  /// Fills in fields of a stored article.
  package func setFields(of id: ArticleID, to fields: ArticleFields) throws {
    let section = try fields.section.map { try sections.id(of: $0, in: connection) }
    try connection.run(
      """
      UPDATE article_record SET author = ?2, section_id = ?3, language = ?4, metadata = ?5
      WHERE id = ?1
      """,
      [
        .integer(id.rawValue), .text(fields.author), .integer(section),
        .text(fields.language), .text(fields.metadata),
      ])
    guard
      let source = try connection.first(
        "SELECT source_id FROM article_record WHERE id = ?1", [.integer(id.rawValue)],
        { $0.integerOrNil(0) })
    else { return }
    blocks.note(id, .init(tokens: nil, source: source, section: section))
  }

  private func insertParts(of text: TextRow, arrival: Int64, source: Int64?) throws {
    for (index, block) in text.blocks.enumerated() {
      let blockID = try boilerplate.id(of: block, source: source, in: connection)
      try connection.run(
        """
        INSERT INTO article_boilerplate (arrival, place, boilerplate_id, start, rule)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """,
        [
          .integer(arrival), .integer(index + 1), .integer(blockID),
          .integer(block.start), .text(block.rule),
        ])
    }
    try quotes.add(text.quotes, of: arrival, in: connection)
  }

  private func removeParts(of arrival: Int64) throws {
    try quotes.remove(of: arrival, in: connection)
    let key = [SQLValue.integer(arrival)]
    let stood = try connection.rows(
      "SELECT boilerplate_id FROM article_boilerplate WHERE arrival = ?1", key
    ) { $0.integer(0) }
    for block in stood { boilerplate.uncount(block) }
    try connection.run("DELETE FROM article_boilerplate WHERE arrival = ?1", key)
  }
}

extension Connection {
  /// The number of tokens that the full-text index has of an article's columns.
  fileprivate func tokenCounts(of id: ArticleID) throws -> [Int] {
    let sizes = try first(
      "SELECT sz FROM article_fts_docsize WHERE id = ?1", [.integer(id.rawValue)]
    ) { $0.blob(0) }
    return IndexTotals.counts(sizes ?? [], columns: 2)
  }
}

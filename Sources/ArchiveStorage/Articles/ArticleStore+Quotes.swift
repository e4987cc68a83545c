package import NewsModel

/// The quotes of articles.
extension ArticleStore {
  /// Puts other quotes in the place of an article's.
  package func replaceQuotes(of id: ArticleID, with quotes: [QuoteRow]) throws {
    try removeQuotes(of: id)
    try insertQuotes(quotes, article: id)
  }

  /// The books of re-extractions, in the same transaction.
  package var quoteReindex: QuoteReindexStore { QuoteReindexStore(connection) }

  func insertQuotes(_ quotes: [QuoteRow], article: ArticleID) throws {
    for (index, quote) in quotes.prefix(QuoteID.quotesOfArticle).enumerated() {
      try insert(quote, id: QuoteID.of(article, number: index))
    }
  }

  func removeQuotes(of article: ArticleID) throws {
    let range = QuoteID.range(of: article)
    let bounds: [SQLValue] = [.integer(range.lowerBound), .integer(range.upperBound)]
    try connection.run("DELETE FROM quote_co_speaker WHERE quote_id BETWEEN ?1 AND ?2", bounds)
    try connection.run("DELETE FROM quote_record WHERE id BETWEEN ?1 AND ?2", bounds)
  }

  private func insert(_ quote: QuoteRow, id: Int64) throws {
    let first = quote.speakers.first
    try connection.run(
      """
      INSERT INTO quote_record (
        id, manner_id, start, length, token, tokens, speaker_id, speaker_start, speaker_length
      ) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)
      """,
      [
        .integer(id), .integer(try manners.id(of: quote, in: connection)),
        .integer(quote.start), .integer(quote.length), .integer(quote.tokens.lowerBound),
        .integer(quote.tokens.count), .integer(try first.flatMap { try speakerID(of: $0) }),
        .integer(first?.start), .integer(first?.length),
      ])
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
    let id = try speakers.id(of: name, extra: .text(speaker.kind?.rawValue), in: connection)
    // Not every article tells the kind. The memory of an import does not grow with the archive.
    if speakersWithKind.count >= 100_000 { speakersWithKind.removeAll(keepingCapacity: true) }
    if let kind = speaker.kind, speakersWithKind.insert(id).inserted {
      try connection.run(
        "UPDATE speaker SET kind = ?2 WHERE id = ?1 AND kind IS NULL",
        [.integer(id), .text(kind.rawValue)])
    }
    return id
  }
}

extension Connection {
  /// The stored quotes of some articles, by the article, in their order.
  ///
  /// The kind of a speaker, which is one for all articles, and the length of a further speaker's
  /// mention, which is that of its text, are not given.
  package func storedQuotes(ofArticles ids: ClosedRange<ArticleID>) throws -> [ArticleID:
    [QuoteRow]]
  {
    let bounds: [SQLValue] = [
      .integer(QuoteID.range(of: ids.lowerBound).lowerBound),
      .integer(QuoteID.range(of: ids.upperBound).upperBound),
    ]
    var further: [Int64: [QuoteRow.Speaker]] = [:]
    try forEachRow(
      """
      SELECT c.quote_id, s.name, c.speaker_text, c.speaker_start
      FROM quote_co_speaker c LEFT JOIN speaker s ON s.id = c.speaker_id
      WHERE c.quote_id BETWEEN ?1 AND ?2 ORDER BY c.quote_id, c.place
      """, bounds
    ) { row in
      further[row.integer(0), default: []].append(
        QuoteRow.Speaker(
          name: row.textOrNil(1), kind: nil, text: row.text(2), start: row.int(3), length: 0))
      return true
    }
    var quotes: [ArticleID: [QuoteRow]] = [:]
    try forEachRow(
      """
      SELECT q.id, m.kind, q.start, q.length, q.token, q.tokens, m.cue, m.rule, m.confidence,
        s.name, q.speaker_start, q.speaker_length
      FROM quote_record q JOIN quote_manner m ON m.id = q.manner_id
        LEFT JOIN speaker s ON s.id = q.speaker_id
      WHERE q.id BETWEEN ?1 AND ?2 ORDER BY q.id
      """, bounds
    ) { row in
      let id = row.integer(0)
      var speakers = further[id] ?? []
      if let start = row.integerOrNil(10) {
        speakers.insert(
          QuoteRow.Speaker(
            name: row.textOrNil(9), kind: nil, text: "", start: Int(start), length: row.int(11)),
          at: 0)
      }
      var quote = QuoteRow(
        kind: QuoteKind(rawValue: row.text(1)) ?? .direct, start: row.int(2), length: row.int(3),
        speakers: speakers, cue: row.textOrNil(6), rule: row.text(7), confidence: row.real(8))
      quote.tokens = row.int(4)..<row.int(4) + row.int(5)
      quotes[QuoteID.article(of: id), default: []].append(quote)
      return true
    }
    return quotes
  }
}

extension QuoteRow {
  /// Whether two quotes are stored alike.
  package func isStored(as other: QuoteRow) -> Bool {
    kind == other.kind && start == other.start && length == other.length
      && tokens == other.tokens && cue == other.cue && rule == other.rule
      && confidence == other.confidence && speakers.count == other.speakers.count
      && speakers.first?.length == other.speakers.first?.length
      && zip(speakers, other.speakers).allSatisfy { $0.name == $1.name && $0.start == $1.start }
  }
}

internal import NewsModel

/// The quotes of articles.
extension ArticleStore {
  /// Puts other quotes in the place of an article's.
  package func replaceQuotes(of arrival: Int64, with quotes: [QuoteRow]) throws {
    try self.quotes.remove(of: arrival, in: connection)
    try self.quotes.add(quotes, of: arrival, in: connection)
  }

  /// The books of re-extractions, in the same transaction.
  package var quoteReindex: QuoteReindexStore { QuoteReindexStore(connection) }
}

extension Connection {
  /// The stored quotes of some articles, by the article's arrival, in their order.
  ///
  /// The kind of a speaker, which is one for all articles, and the length of a further speaker's
  /// mention, which is that of its text, are not given.
  package func storedQuotes(
    ofArrivals arrivals: ClosedRange<Int64>
  ) throws -> [Int64: [QuoteRow]] {
    let bounds: [SQLValue] = [
      .integer(QuoteID.range(of: arrivals.lowerBound).lowerBound),
      .integer(QuoteID.range(of: arrivals.upperBound).upperBound),
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
    var quotes: [Int64: [QuoteRow]] = [:]
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
      quotes[QuoteID.arrival(of: id), default: []].append(quote)
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

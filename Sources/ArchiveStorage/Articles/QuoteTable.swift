internal import NewsModel

/// Writes quotes and who said them, many at a time and each table in its own order: a page of a large
/// archive is then touched once in a transaction, and not once for each article.
struct QuoteTable {
  /// A row of `quote_record`.
  private struct Record {
    let id: Int64
    let manner: Int64
    let speaker: Int64?
    let speakerStart: Int32?
    let speakerLength: Int32?
    let start: Int32
    let length: Int32
    let token: Int32
    let tokens: Int32
  }

  private var speakers = NameTable("speaker", alsoSetting: "kind")
  /// Speakers whose kind is known to be stored.
  private var speakersWithKind: Set<Int64> = []
  private var manners = MannerTable()
  private var records: [Record] = []
  private var places: [(arrival: Int64, places: QuotePlaces)] = []
  private var attributions: [(speaker: Int64, quote: Int64)] = []

  /// The memory that waits for ``write(to:)``, in bytes.
  var pendingBytes: Int { records.count * (MemoryLayout<Record>.stride + 24) }

  /// Forgets everything: after a transaction that was rolled back.
  mutating func forget() {
    speakers.forget()
    speakersWithKind.removeAll()
    manners.forget()
    records.removeAll()
    places.removeAll()
    attributions.removeAll()
  }

  /// Takes in the quotes of an article, which is named by its arrival.
  mutating func add(_ quotes: [QuoteRow], of arrival: Int64, in connection: Connection) throws {
    guard !quotes.isEmpty else { return }
    var places = QuotePlaces()
    for (index, quote) in quotes.prefix(QuoteID.quotesOfArticle).enumerated() {
      let record = try add(quote, id: QuoteID.of(arrival, number: index), in: connection)
      places.add(token: record.token, tokens: record.tokens, manner: record.manner)
    }
    self.places.append((arrival, places))
  }

  private mutating func add(
    _ quote: QuoteRow, id: Int64, in connection: Connection
  ) throws -> Record {
    let ids = try quote.speakers.map { speaker in
      try speaker.name.map { try self.id(of: $0, speaker.kind, in: connection) }
    }
    for speaker in Set(ids.compactMap { $0 }) { attributions.append((speaker, id)) }
    let record = Record(
      id: id, manner: try manners.id(of: quote, in: connection), speaker: ids.first ?? nil,
      speakerStart: quote.speakers.first.map { Int32(clamping: $0.start) },
      speakerLength: quote.speakers.first.map { Int32(clamping: $0.length) },
      start: Int32(clamping: quote.start), length: Int32(clamping: quote.length),
      token: Int32(clamping: quote.tokens.lowerBound),
      tokens: Int32(clamping: quote.tokens.count))
    records.append(record)
    for (index, speaker) in quote.speakers.enumerated().dropFirst() {
      try connection.run(
        """
        INSERT INTO quote_co_speaker (quote_id, place, speaker_id, speaker_text, speaker_start)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """,
        [
          .integer(id), .integer(index + 1), .integer(ids[index]), .text(speaker.text),
          .integer(speaker.start),
        ])
    }
    return record
  }

  private mutating func id(
    of name: String, _ kind: SpeakerKind?, in connection: Connection
  ) throws -> Int64 {
    let id = try speakers.id(of: name, extra: .text(kind?.rawValue), in: connection)
    // Not every article tells the kind. The memory of an import does not grow with the archive.
    if speakersWithKind.count >= 100_000 { speakersWithKind.removeAll(keepingCapacity: true) }
    if let kind, speakersWithKind.insert(id).inserted {
      try connection.run(
        "UPDATE speaker SET kind = ?2 WHERE id = ?1 AND kind IS NULL",
        [.integer(id), .text(kind.rawValue)])
    }
    return id
  }

  /// Writes what was taken in.
  mutating func write(to connection: Connection) throws {
    records.sort { $0.id < $1.id }
    try connection.run(
      """
      INSERT INTO quote_record (
        id, manner_id, start, length, token, tokens, speaker_id, speaker_start, speaker_length
      ) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)
      """, forEach: records
    ) { (statement, record) throws(StorageError) in
      try statement.bind(record.id, at: 1)
      try statement.bind(record.manner, at: 2)
      try statement.bind(Int64(record.start), at: 3)
      try statement.bind(Int64(record.length), at: 4)
      try statement.bind(Int64(record.token), at: 5)
      try statement.bind(Int64(record.tokens), at: 6)
      try statement.bind(record.speaker, at: 7)
      try statement.bind(record.speakerStart.map { Int64($0) }, at: 8)
      try statement.bind(record.speakerLength.map { Int64($0) }, at: 9)
    }
    attributions.sort { $0 < $1 }
    try connection.run(
      "INSERT INTO speaker_quote (speaker_id, quote_id) VALUES (?1, ?2)", forEach: attributions
    ) { (statement, attribution) throws(StorageError) in
      try statement.bind(attribution.speaker, at: 1)
      try statement.bind(attribution.quote, at: 2)
    }
    places.sort { $0.arrival < $1.arrival }
    for (arrival, places) in places { try places.write(of: arrival, to: connection) }
    records.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    attributions.removeAll(keepingCapacity: true)
  }

  /// Removes the quotes of an article that were written before.
  func remove(of arrival: Int64, in connection: Connection) throws {
    let range = QuoteID.range(of: arrival)
    let bounds: [SQLValue] = [.integer(range.lowerBound), .integer(range.upperBound)]
    let attributions = try connection.rows(
      """
      SELECT speaker_id, id FROM quote_record
      WHERE id BETWEEN ?1 AND ?2 AND speaker_id IS NOT NULL
      UNION SELECT speaker_id, quote_id FROM quote_co_speaker
      WHERE quote_id BETWEEN ?1 AND ?2 AND speaker_id IS NOT NULL
      """, bounds
    ) { [SQLValue.integer($0.integer(0)), .integer($0.integer(1))] }
    for attribution in attributions {
      try connection.run(
        "DELETE FROM speaker_quote WHERE speaker_id = ?1 AND quote_id = ?2", attribution)
    }
    try connection.run("DELETE FROM quote_co_speaker WHERE quote_id BETWEEN ?1 AND ?2", bounds)
    try connection.run("DELETE FROM quote_record WHERE id BETWEEN ?1 AND ?2", bounds)
    try connection.run("DELETE FROM quote_places WHERE arrival = ?1", [.integer(arrival)])
  }
}

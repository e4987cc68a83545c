internal import NewsModel

/// The ways in which words are reported: each is stored once.
struct MannerTable {
  private struct Key: Hashable {
    let kind: QuoteKind
    let cue: String?
    let rule: String
    let confidence: Double
  }

  private var ids: [Key: Int64] = [:]
  private let limit = 50_000

  /// The id of the manner of a quote.
  mutating func id(of quote: QuoteRow, in connection: Connection) throws -> Int64 {
    let key = Key(
      kind: quote.kind, cue: quote.cue, rule: quote.rule, confidence: quote.confidence)
    if let id = ids[key] { return id }
    let values: [SQLValue] = [
      .text(key.kind.rawValue), .text(key.cue), .text(key.rule), .real(key.confidence),
    ]
    let id: Int64
    if let known = try connection.first(
      """
      SELECT id FROM quote_manner
      WHERE kind = ?1 AND rule = ?3 AND confidence = ?4 AND coalesce(cue, '') = coalesce(?2, '')
      """, values, { $0.integer(0) })
    {
      id = known
    } else {
      try connection.run(
        "INSERT INTO quote_manner (kind, cue, rule, confidence) VALUES (?1, ?2, ?3, ?4)", values)
      id = connection.lastInsertedRowID
    }
    if ids.count >= limit { ids.removeAll(keepingCapacity: true) }
    ids[key] = id
    return id
  }

  /// Forgets everything: after a transaction that was rolled back.
  mutating func forget() { ids.removeAll() }
}

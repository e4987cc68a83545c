internal import ArchiveStorage
internal import NewsModel
internal import NewsText

/// The quotes that a query finds in an archive.
///
/// Words are words inside the quote; `speaker:`, `kind:` and `cue:` are about the quote, all other
/// fields about its article. Scare quotes are left out unless `kind:scare` asks for them.
public struct QuoteSearch {
  private let reader: ArchiveReader
  /// What was found, in the order of dates.
  let found: [QuoteEvaluator.Found]
  private let finder: TextFinder

  /// Asks an archive a query.
  ///
  /// Throws ``QueryPlanError`` where the query has something that this version cannot find.
  public init(_ query: Query, in reader: ArchiveReader) throws {
    self.reader = reader
    (finder, found) = try reader.snapshot {
      let terms = try reader.terms(for: query.root, in: .quotes)
      return (
        try TextFinder(query.root.insideQuote, in: .quotes, terms),
        try QuoteEvaluator(reader, for: query.root).quotes(query.root)
      )
    }
  }

  /// The quotes of a speaker: of this one alone, and not of others whose names have the same words.
  public init(of speaker: SpeakerProfile, in reader: ArchiveReader) throws {
    self.reader = reader
    found = speaker.quotes
    finder = try TextFinder(
      .everything, in: .quotes, try reader.terms(for: .everything, in: .quotes))
  }

  /// How many quotes there are: exactly, always.
  public func total() throws -> Int { found.count }

  /// A page of hits.
  public func hits(
    order: HitOrder = .newest, limit: Int = 20, offset: Int = 0
  ) throws -> [QuoteHit] {
    var hits: [QuoteHit] = []
    try forEachHit(order: order, limit: limit, offset: offset) { hit in
      hits.append(hit)
      return true
    }
    return hits
  }

  /// Calls the closure with each hit until it returns false; memory does not grow with their number.
  public func forEachHit(
    order: HitOrder = .newest, _ body: (QuoteHit) throws -> Bool
  ) throws {
    try forEachHit(order: order, limit: nil, offset: 0, body)
  }

  private func forEachHit(
    order: HitOrder, limit: Int?, offset: Int, _ body: (QuoteHit) throws -> Bool
  ) throws {
    let listed: [QuoteEvaluator.Found] =
      switch order {
      case .oldest: found
      case .newest: found.reversed()
      case .relevance:
        found.sorted {
          ($0.score, $0.article, $0.id) > ($1.score, $1.article, $1.id)
        }
      }
    for quote in listed.dropFirst(offset).prefix(limit ?? .max) {
      guard let hit = try hit(quote.id) else { continue }
      guard try body(hit) else { return }
    }
  }

  /// How much of the body before and behind a quote is read for its context, in code points.
  private static let reach = 160

  func hit(_ id: Int64) throws -> QuoteHit? {
    try reader.connection.first(
      """
      SELECT m.kind, substr(b.body, q.start + 1, q.length), sp.name,
        substr(b.body, q.speaker_start + 1, q.speaker_length), m.cue, q.start, q.length,
        m.confidence, a.headline, s.name, a.date, a.url,
        substr(b.body, max(1, q.start + 1 - ?2), min(q.start, ?2)),
        substr(b.body, q.start + q.length + 1, ?2), a.id
      FROM quote_record q JOIN quote_manner m ON m.id = q.manner_id
        JOIN article_record a ON a.arrival = q.id >> 12
        JOIN article_body b ON b.arrival = a.arrival
        LEFT JOIN speaker_alias l ON l.speaker_id = q.speaker_id
        LEFT JOIN speaker sp ON sp.id = coalesce(l.stands_for, q.speaker_id)
        LEFT JOIN source s ON s.id = a.source_id
      WHERE q.id = ?1
      """, [.integer(id), .integer(Self.reach)]
    ) { row in
      let words = row.text(1)
      let text = finder.read(words, segmented: segmentedForIndex(words), reader.tokenizer)
      return QuoteHit(
        id: id, kind: QuoteKind(rawValue: row.text(0)) ?? .direct,
        text: MarkedText(text, places: try finder.places(in: [text]), column: 0),
        speaker: row.textOrNil(2), speakerText: row.textOrNil(3),
        coSpeakers: try coSpeakers(of: id), cue: row.textOrNil(4),
        context: QuoteContext.marked(before: row.text(12), quote: words, after: row.text(13)),
        start: row.int(5), length: row.int(6), confidence: row.real(7),
        article: ArticleID(rawValue: row.integer(14)), headline: row.textOrNil(8),
        source: row.textOrNil(9),
        date: row.textOrNil(10).flatMap { PartialDate(iso8601: $0) }, url: row.textOrNil(11))
    }
  }

  private func coSpeakers(of id: Int64) throws -> [String] {
    try reader.connection.rows(
      """
      SELECT coalesce(sp.name, c.speaker_text) FROM quote_co_speaker c
        LEFT JOIN speaker_alias l ON l.speaker_id = c.speaker_id
        LEFT JOIN speaker sp ON sp.id = coalesce(l.stands_for, c.speaker_id)
      WHERE c.quote_id = ? ORDER BY c.place
      """, [.integer(id)]
    ) { $0.text(0) }
  }
}

/// The words around a quote: of its own paragraph, cut between words.
private enum QuoteContext {
  static func marked(before: String, quote: String, after: String) -> MarkedText {
    let head = tail(of: Array(before.utf8))
    let quote = onOneLine(Array(quote.utf8)[...])
    let rest = beginning(of: Array(after.utf8))
    return MarkedText(
      String(decoding: head + quote + rest, as: UTF8.self),
      marks: [head.count..<(head.count + quote.count)])
  }

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  private static func tail(of bytes: [UInt8]) -> [UInt8] {
    if let end = bytes.lastIndex(of: newline) { return onOneLine(bytes[(end + 1)...]) }
    // Where the paragraph begins further up, the first word may be the end of one.
    guard bytes.count >= 100, let cut = bytes.firstIndex(of: space) else {
      return onOneLine(bytes[...])
    }
    return Array("…".utf8) + onOneLine(bytes[(cut + 1)...])
  }

  private static func beginning(of bytes: [UInt8]) -> [UInt8] {
    if let end = bytes.firstIndex(of: newline) { return onOneLine(bytes[..<end]) }
    guard bytes.count >= 100, let cut = bytes.lastIndex(of: space) else {
      return onOneLine(bytes[...])
    }
    return onOneLine(bytes[..<cut]) + Array("…".utf8)
  }

  private static func onOneLine(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { $0 == newline ? space : $0 }
  }
}

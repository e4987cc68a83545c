internal import ArchiveStorage
public import NewsModel

/// The articles that a query finds in an archive.
public struct ArticleSearch {
  let reader: ArchiveReader
  let found: ArticleEvaluation

  /// Asks an archive a query.
  ///
  /// Throws ``QueryPlanError`` where the query has something that this version cannot find.
  public init(_ query: Query, in reader: ArchiveReader) throws {
    self.reader = reader
    found = try reader.snapshot { try ArticleEvaluation(query.root, in: reader) }
  }

  /// How many articles there are: exactly, always.
  public func total() throws -> Int { try found.count() }

  /// A page of hits, with snippets.
  public func hits(
    order: HitOrder = .newest, limit: Int = 20, offset: Int = 0
  ) throws -> [ArticleHit] {
    var hits: [ArticleHit] = []
    try reader.snapshot {
      try forEachID(order: order, limit: limit, offset: offset) { id, score in
        if let hit = try hit(id, score: score, hasSnippet: true) { hits.append(hit) }
        return true
      }
    }
    return hits
  }

  /// Calls the closure with each hit until it returns false; memory does not grow with their number.
  ///
  /// Snippets cost a look at each body, and are left out unless they are asked for.
  public func forEachHit(
    order: HitOrder = .newest, snippets: Bool = false, _ body: (ArticleHit) throws -> Bool
  ) throws {
    try forEachID(order: order, limit: nil, offset: 0) { id, score in
      guard let hit = try hit(id, score: score, hasSnippet: snippets) else { return true }
      return try body(hit)
    }
  }

  /// Calls the closure with each hit's id until it returns false.
  public func forEachID(
    order: HitOrder = .newest, _ body: (ArticleID) throws -> Bool
  ) throws {
    try forEachID(order: order, limit: nil, offset: 0) { id, _ in try body(id) }
  }

  func forEachID(
    order: HitOrder, limit: Int?, offset: Int, _ body: (ArticleID, Double?) throws -> Bool
  ) throws {
    let wanted = limit.map { $0 + offset }
    if order == .relevance, let best = try found.best(wanted) {
      for (id, score) in best.dropFirst(offset) {
        guard try body(ArticleID(rawValue: id), score) else { return }
      }
      return
    }
    let ids = order == .oldest ? try found.oldest() : try found.newest(wanted)
    for id in ids.dropFirst(offset).prefix(limit ?? .max) {
      guard try body(ArticleID(rawValue: id), nil) else { return }
    }
  }

  func hit(_ id: ArticleID, score: Double?, hasSnippet: Bool) throws -> ArticleHit? {
    try reader.connection.first(
      """
      SELECT a.headline, s.name, a.date, a.url, a.author, c.name, a.language, a.words,
        a.index_headline, \(hasSnippet ? "b.body, b.index_body" : "NULL, NULL")
      FROM article_record a LEFT JOIN article_body b ON b.arrival = a.arrival
        LEFT JOIN source s ON s.id = a.source_id LEFT JOIN section c ON c.id = a.section_id
      WHERE a.id = ?
      """, [.integer(id.rawValue)]
    ) { row in
      let finder = try found.finder()
      let headline = finder.read(row.text(0), segmented: row.textOrNil(8), reader.tokenizer)
      let body = finder.read(row.text(9), segmented: row.textOrNil(10), reader.tokenizer)
      let places = try finder.places(in: [body, headline])
      return ArticleHit(
        id: id,
        headline: row.isNull(0) ? nil : MarkedText(headline, places: places, column: 1),
        source: row.textOrNil(1), date: row.textOrNil(2).flatMap { PartialDate(iso8601: $0) },
        url: row.textOrNil(3), author: row.textOrNil(4), section: row.textOrNil(5),
        language: row.textOrNil(6), words: row.int(7),
        snippet: hasSnippet ? Snippet.make(of: body, places: places, column: 0) : nil,
        score: score)
    }
  }

  /// Headline and body of an article with marks on what the query finds there; nil where there is no such
  /// article.
  public func marked(_ id: ArticleID) throws -> (headline: MarkedText?, body: MarkedText)? {
    try reader.connection.first(
      """
      SELECT a.headline, b.body, a.index_headline, b.index_body
      FROM article_record a JOIN article_body b ON b.arrival = a.arrival WHERE a.id = ?
      """, [.integer(id.rawValue)]
    ) { row in
      let finder = try found.finder()
      let headline = finder.read(row.text(0), segmented: row.textOrNil(2), reader.tokenizer)
      let body = finder.read(row.text(1), segmented: row.textOrNil(3), reader.tokenizer)
      let places = try finder.places(in: [body, headline])
      return (
        row.isNull(0) ? nil : MarkedText(headline, places: places, column: 1),
        MarkedText(body, places: places, column: 0)
      )
    }
  }
}

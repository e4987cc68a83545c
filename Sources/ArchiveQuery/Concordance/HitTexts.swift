internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel
internal import NewsText

/// Reads the texts of articles that a query found, with its hits in them.
///
/// A hit is what is marked when the article is shown: the places that the query's words take, of a
/// proximity only those that take part in it. Words inside `quote:(…)` have their hits in the quotes
/// that meet all conditions.
struct HitTexts {
  private let reader: ArchiveReader
  private let finder: TextFinder
  private let quotes: [QuoteHits]

  /// What there is to find for the articles that a search has found.
  init(_ search: ArticleSearch) throws {
    reader = search.reader
    finder = try search.found.finder()
    quotes = try search.found.quoteConditions.compactMap { try QuoteHits($0, in: search) }
  }

  /// Whether the query has words.
  var canHaveHits: Bool { !finder.findsNothing || !quotes.isEmpty }

  /// An article's texts and hits; nil where there is no such article.
  func read(_ id: Int64) throws -> HitText? {
    try reader.connection.first(
      """
      SELECT a.headline, a.index_headline, b.body, b.index_body, a.date, s.name, a.arrival
      FROM article_record a JOIN article_body b ON b.arrival = a.arrival
        LEFT JOIN source s ON s.id = a.source_id
      WHERE a.id = ?
      """, [.integer(id)]
    ) { row in
      let columns = [
        finder.read(row.text(2), segmented: row.textOrNil(3), reader.tokenizer),
        finder.read(row.text(0), segmented: row.textOrNil(1), reader.tokenizer),
      ]
      var places = try finder.places(in: columns)
      for quote in quotes { places += try quote.places(in: id) }
      return HitText(
        id: ArticleID(rawValue: id), source: row.textOrNil(5),
        date: row.textOrNil(4).flatMap { PartialDate(iso8601: $0) }, headline: row.textOrNil(0),
        columns: columns, hits: quotes.isEmpty ? places.apart : places.sorted().apart)
    }
  }
}

/// The texts of an article, and where in them the hits are.
struct HitText {
  let id: ArticleID
  let source: String?
  let date: PartialDate?
  let headline: String?
  /// Body and headline, as the columns of the index.
  let columns: [IndexedText]
  /// In their order, body first; none overlaps with another.
  let hits: [Place]
}

/// The hits of words that are looked for inside of quotes.
private struct QuoteHits {
  private let reader: ArchiveReader
  private let finder: TextFinder
  /// The quotes that meet the conditions, by their article's id.
  private let quotes: [Int64: [Int64]]

  /// Nil where the conditions name no words.
  init?(_ node: QueryNode, in search: ArticleSearch) throws {
    reader = search.reader
    finder = try TextFinder(
      node.insideQuote, in: .quotes, reader.terms(for: node, in: .quotes))
    guard !finder.findsNothing else { return nil }
    let reader = reader
    quotes = try search.found.all { matches, arrays in
      let found = try QuoteEvaluator(reader, for: node).quotes(node, amongArticles: matches.numbers)
      return Dictionary(grouping: found) { arrays.numbers.id(of: $0.article) }
        .mapValues { $0.map(\.id) }
    }
  }

  /// Where the words stand in the body of an article.
  func places(in article: Int64) throws -> [Place] {
    var places: [Place] = []
    for quote in quotes[article] ?? [] {
      try reader.connection.forEachRow(
        """
        SELECT q.token, substr(b.body, q.start + 1, q.length)
        FROM quote_record q JOIN article_body b ON b.arrival = q.id >> 12 WHERE q.id = ?
        """, [.integer(quote)]
      ) { row in
        let (first, words) = (Int(Int32(clamping: row.int(0))), row.text(1))
        let text = finder.read(words, segmented: segmentedForIndex(words), reader.tokenizer)
        for place in try finder.places(in: [text]) {
          let tokens = place.tokens
          places.append(
            Place(column: 0, tokens: first + tokens.lowerBound..<first + tokens.upperBound))
        }
        return true
      }
    }
    return places
  }
}

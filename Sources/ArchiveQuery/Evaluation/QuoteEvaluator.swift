internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// Works out which quotes meet a query.
///
/// Quotes have no index of their own. The articles that can have such a quote are found first; of
/// those, each quote is asked, its words by the places that the article's index names.
struct QuoteEvaluator {
  /// A quote that meets a query, and how relevant it is: more is better.
  struct Found {
    let id: Int64
    /// The number of its article.
    let article: UInt32
    let score: Double
  }

  private let reader: ArchiveReader
  private let articles: ArticleEvaluator

  init(_ reader: ArchiveReader, articles: ArticleEvaluator) {
    (self.reader, self.articles) = (reader, articles)
  }

  init(_ reader: ArchiveReader, for query: QueryNode) throws {
    self.init(reader, articles: try ArticleEvaluator(reader, for: query))
  }

  /// The articles with a quote that meets a query, ascending.
  func articles(_ node: QueryNode, among candidates: [UInt32]?) throws -> [UInt32] {
    try quotes(node, amongArticles: candidates, onlyFirst: true).map(\.article)
  }

  /// The quotes that meet a query, in the order of their articles' dates. Scare quotes are none, unless they
  /// are asked for. `onlyFirst`, of each article one is enough, and how relevant it is is not asked.
  func quotes(
    _ node: QueryNode, amongArticles candidates: [UInt32]? = nil, onlyFirst: Bool = false
  ) throws -> [Found] {
    let node = node.insideQuote
    var builder = QuoteTestBuilder(reader, articles)
    var test = try builder.test(node)
    if !node.asksFor(kind: QuoteKind.scare.rawValue) {
      let reports = try Self.manners(of: reader) { kind, _ in kind != .scare }
      test = .all([.manner(reports), test])
    }
    var having = try builder.articles(having: node)
    if let candidates { having = having.map(candidates.intersection) ?? candidates }
    var asker = QuoteAsker(test, builder.words, articles.layouts)
    var found: [Found] = []
    func ask(_ row: Row, _ number: UInt32) throws {
      if onlyFirst, found.last?.article == number { return }
      let quote = QuoteFacts(
        id: row.integer(0), manner: row.integer(1), tokens: row.int(2)..<row.int(2) + row.int(3))
      if onlyFirst {
        if try asker.isMet(by: quote, inArticle: number) {
          found.append(Found(id: quote.id, article: number, score: 0))
        }
      } else if let score = try asker.score(of: quote, inArticle: number) {
        found.append(Found(id: quote.id, article: number, score: score))
      }
    }
    let columns = "SELECT id, manner_id, token, tokens FROM quote_record"
    // One by one, unless there are so many that it is quicker to read all.
    guard let having, having.count < max(1000, articles.rows.count / 12) else {
      let numbers = try articles.arrays.numbersByArrival.get()
      var isWanted = [Bool](repeating: having == nil, count: articles.rows.count)
      for number in having ?? [] { isWanted[Int(number)] = true }
      try reader.connection.forEachRow(columns + " ORDER BY id") { row in
        let arrival = Int(QuoteID.arrival(of: row.integer(0)))
        if arrival < numbers.count, isWanted[Int(numbers[arrival])] {
          try ask(row, numbers[arrival])
        }
        return true
      }
      found.sort { ($0.article, $0.id) < ($1.article, $1.id) }
      return found
    }
    let arrivals = try articles.arrays.arrivals.get()
    for number in having {
      let ids = QuoteID.range(of: Int64(arrivals[Int(number)]))
      try reader.connection.forEachRow(
        columns + " WHERE id BETWEEN ? AND ? ORDER BY id",
        [.integer(ids.lowerBound), .integer(ids.upperBound)]
      ) { row in
        try ask(row, number)
        return true
      }
    }
    return found
  }

  /// The ids of the manners of reporting that meet a condition on kind and cue.
  static func manners(
    of reader: ArchiveReader, where isMet: (QuoteKind?, String?) -> Bool
  ) throws -> Set<Int64> {
    var ids: Set<Int64> = []
    try reader.connection.forEachRow("SELECT id, kind, cue FROM quote_manner") { row in
      if isMet(QuoteKind(rawValue: row.text(1)), row.textOrNil(2)) { ids.insert(row.integer(0)) }
      return true
    }
    return ids
  }
}

/// What a quote's row says.
struct QuoteFacts {
  let id: Int64
  let manner: Int64
  /// Of the body.
  let tokens: Range<Int>
}

/// A condition on one quote.
indirect enum QuoteTest {
  case always
  case manner(Set<Int64>)
  /// It is one of these, by their ids: those of a speaker.
  case quotes(Set<Int64>)
  /// The quote has words: those of a query by its number.
  case words(Int)
  /// Its article is one of these, ascending.
  case article([UInt32])
  case all([QuoteTest])
  case any([QuoteTest])
  case not(QuoteTest)
}

extension QueryNode {
  /// Whether a kind of quotes is asked for by name.
  func asksFor(kind: String) -> Bool {
    switch self {
    case .quote(.kind(let asked)): asked == kind
    case .and(let nodes), .or(let nodes): nodes.contains { $0.asksFor(kind: kind) }
    case .not(let node), .oneQuote(let node): node.asksFor(kind: kind)
    default: false
    }
  }
}

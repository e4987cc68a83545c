internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// Works out which quotes meet a query.
///
/// Quotes have no index of their own. The articles that can have such a quote are found first; of
/// those, each quote is asked, its words by the places that the article's index names. Where quotes stand is
/// read in a packed form, and most are left at a comparison of numbers.
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
    var asker = QuoteAsker(test, builder.matches, articles.layouts)
    var found: [Found] = []
    try articles.forEachQuoteList(of: having) { number, arrival, quotes in
      asker.begin(article: number)
      for (index, quote) in quotes.enumerated() {
        let quote = QuoteFacts(
          id: QuoteID.of(arrival, number: index), manner: Int64(quote.manner),
          tokens: Int(quote.start)..<Int(quote.end))
        guard try asker.isMet(by: quote) else { continue }
        let score = onlyFirst ? 0 : asker.score(of: quote)
        found.append(Found(id: quote.id, article: number, score: score))
        if onlyFirst { break }
      }
    }
    // Articles came some thousand at a time.
    let isSorted = zip(found, found.dropFirst()).allSatisfy { $0.article <= $1.article }
    if !isSorted { found.sort { ($0.article, $0.id) < ($1.article, $1.id) } }
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

extension ArticleEvaluator {
  /// Calls the closure with the quotes of each of some articles that has any, or of all.
  ///
  /// They are read some thousand articles at a time, in the order in which these came, in which the file has
  /// them; and given in the order of the articles' numbers, in which the index has their words: memory is
  /// slow where it is asked here and there.
  func forEachQuoteList(
    of candidates: [UInt32]?,
    _ body: (_ number: UInt32, _ arrival: Int64, QuotePlaceReader) throws -> Void
  ) throws {
    let mostBytes = 1 << 20
    let arrivals = try arrays.arrivals.get()
    var wanted = candidates.map { $0.map { arrivals[Int($0)] } } ?? arrivals
    let isSorted = zip(wanted, wanted.dropFirst()).allSatisfy { $0 <= $1 }
    if !isSorted { wanted.sort() }
    let numbers = try arrays.numbersByArrival.get()
    var packed: [UInt8] = []
    var lists: [(number: UInt32, arrival: UInt32, range: Range<Int>)] = []
    func giveLists() throws {
      if !isSorted { lists.sort { $0.number < $1.number } }
      for (count, list) in lists.enumerated() {
        if count & 255 == 0 { try layouts.checkTime() }
        try packed.withUnsafeBytes {
          let reader = QuotePlaceReader(UnsafeRawBufferPointer(rebasing: $0[list.range]))
          try body(list.number, Int64(list.arrival), reader)
        }
      }
      packed.removeAll(keepingCapacity: true)
      lists.removeAll(keepingCapacity: true)
    }
    try reader.connection.forEachQuotePlaces(ofArrivals: wanted) { index, quotes in
      let arrival = wanted[index]
      let start = packed.count
      packed.append(contentsOf: quotes)
      lists.append((numbers[Int(arrival)], arrival, start..<packed.count))
      if packed.count >= mostBytes { try giveLists() }
      return true
    }
    try giveLists()
  }
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

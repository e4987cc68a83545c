internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// Makes a ``QuoteTest`` of a query's tree.
struct QuoteTestBuilder {
  private let reader: ArchiveReader
  private let articles: ArticleEvaluator
  /// The queries about words, in the order of their numbers.
  var matches: [TextMatches] { words.map(\.matches) }
  private var words: [(node: QueryNode, matches: TextMatches)] = []

  init(_ reader: ArchiveReader, _ articles: ArticleEvaluator) {
    (self.reader, self.articles) = (reader, articles)
  }

  mutating func test(_ node: QueryNode) throws -> QuoteTest {
    if node.isIndexable, !node.isAboutPart {
      return .words(try query(of: node))
    }
    switch node {
    case .everything: return .always
    case .and(let nodes): return .all(try tests(nodes))
    case .or(let nodes): return .any(try tests(nodes))
    case .not(let node): return .not(try test(node))
    case .quote(let condition): return try test(condition)
    case .oneQuote(let node): return try test(node.insideQuote)
    case .filter, .within: return .article(try articles.numbers(node, among: nil))
    default: throw QueryPlanError.outOfPlace("“\(node.reading)” is no question about quotes.")
    }
  }

  private mutating func tests(_ nodes: [QueryNode]) throws -> [QuoteTest] {
    var tests: [QuoteTest] = []
    for node in nodes { tests.append(try test(node)) }
    return tests
  }

  private mutating func test(_ condition: QuoteCondition) throws -> QuoteTest {
    switch condition {
    case .any: return .always
    case .cue(let term):
      let pattern = try NamePattern(term, reader.tokenizer)
      return .manner(
        try QuoteEvaluator.manners(of: reader) { _, cue in
          cue.map { pattern.matches(reader.tokenizer.indexedWords(of: $0)) } ?? false
        })
    case .kind(let name):
      guard let kind = QuoteKind(rawValue: name) else {
        throw QueryPlanError.outOfPlace("“\(name)” is a kind of boilerplate, not of quotes.")
      }
      return .manner(try QuoteEvaluator.manners(of: reader) { its, _ in its == kind })
    case .speaker(let term):
      let speakers = try reader.speakers(having: term)
      return .quotes(Set(try quotes(of: speakers)))
    case .text(let node): return try test(node)
    }
  }

  /// The number of a query about words, which is looked up once.
  private mutating func query(of node: QueryNode) throws -> Int {
    if let number = words.firstIndex(where: { $0.node == node }) { return number }
    let plan = try TextPlan(node, columns: articles.columns, articles.terms)
    words.append((node, try TextMatches(relaxed: plan, in: articles.index, articles.rows)))
    return words.count - 1
  }
}

// MARK: Articles that can have such a quote

extension QuoteTestBuilder {
  /// The articles outside of which no quote meets a query; nil where all can have one.
  mutating func articles(having node: QueryNode) throws -> [UInt32]? {
    if node.isIndexable, !node.isAboutPart {
      return words[try query(of: node)].matches.numbers
    }
    switch node {
    case .and(let nodes):
      var common: [UInt32]?
      for node in nodes {
        guard let having = try articles(having: node) else { continue }
        common = common.map(having.intersection) ?? having
      }
      return common
    case .or(let nodes):
      var sets: [[UInt32]] = []
      for node in nodes {
        guard let having = try articles(having: node) else { return nil }
        sets.append(having)
      }
      return .union(sets)
    case .quote(.text(let node)): return try articles(having: node)
    case .oneQuote(let node): return try articles(having: node.insideQuote)
    case .quote(.speaker(let term)):
      let speakers = try reader.speakers(having: term)
      let numbers = try articles.arrays.numbersByArrival.get()
      let arrivals = Set(try quotes(of: speakers).map { Int(QuoteID.arrival(of: $0)) })
      return arrivals.filter { numbers.indices.contains($0) }.map { numbers[$0] }.sorted()
    case .filter, .within: return try articles.numbers(node, among: nil)
    default: return nil
    }
  }

  private func quotes(of speakers: [Int64]) throws -> [Int64] {
    try speakers.flatMap { speaker in
      try reader.connection.rows(
        "SELECT quote_id FROM speaker_quote WHERE speaker_id = ?", [.integer(speaker)]
      ) { $0.integer(0) }
    }
  }
}

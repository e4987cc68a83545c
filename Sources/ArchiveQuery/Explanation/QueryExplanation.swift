internal import ArchiveStorage
internal import FullTextIndex

/// How a query is understood and answered in an archive, and how it is asked elsewhere.
public struct QueryExplanation: Sendable {
  /// The same query for another system, and what of it that system cannot say.
  public struct Translation: Sendable, Equatable {
    /// The query there.
    public let text: String
    /// One sentence each; empty where all of it carries over.
    public let losses: [String]
  }

  /// A term of the query, and how many articles have it somewhere.
  public struct TermCount: Sendable, Equatable {
    /// As it is written.
    public let term: String
    /// Articles that have it, whatever else is asked.
    public let articles: Int
  }

  /// Every operator and bracket written out.
  public let reading: String
  /// What was repaired or left out when it was read.
  public let notes: [QueryNote]
  /// What is done for it, in order: one sentence each.
  public let steps: [String]
  /// Its terms, in their order.
  public let terms: [TermCount]
  /// What its terms stand for in this archive.
  public let expansions: [WordExpansion]
  /// Its words that no article has.
  public let unknownWords: [UnknownWord]
  /// For Nexis.
  public let nexis: Translation
  /// For Lucene, Elasticsearch and Solr.
  public let lucene: Translation

  /// Explains a query about articles. Throws ``QueryPlanError`` where it cannot be asked.
  public init(_ query: Query, in reader: ArchiveReader) throws {
    (reading, notes) = (query.reading, query.notes)
    let (nexis, lucene) = (NexisQuery(query.root), LuceneQuery(query.root))
    self.nexis = Translation(text: nexis.text, losses: nexis.losses)
    self.lucene = Translation(text: lucene.text, losses: lucene.losses)
    (steps, terms, expansions, unknownWords) = try reader.snapshot {
      let evaluator = try ArticleEvaluator(reader, for: query.root)
      return (
        try evaluator.steps(for: query.root), try evaluator.counts(of: query.root.terms),
        try query.expansions(in: reader), try query.unknownWords(in: reader)
      )
    }
  }
}

extension ArticleEvaluator {
  /// How many articles have each term.
  fileprivate func counts(of terms: [Term]) throws -> [QueryExplanation.TermCount] {
    try terms.map { term in
      let plan = try TextPlan(.term(term), columns: columns, self.terms)
      let found = try TextMatches(plan, in: index, rows, layouts: layouts)
      return QueryExplanation.TermCount(
        term: term.description, articles: found.parts.reduce(0) { $0 + $1.numbers.count })
    }
  }

  /// What is done for a query, in order.
  fileprivate func steps(for node: QueryNode) throws -> [String] {
    let (words, others) = try parts(of: node)
    var steps: [String] = []
    if let words {
      let plan = words.plan
      let count = plan.phrases.count
      steps.append("The index is asked for \(count) \(count == 1 ? "term" : "terms").")
      if !words.filter.isMet(byAll: rows.count) {
        steps.append("Sources, sections and dates are compared while its lists are read.")
      }
      if plan.test.comparesPlaces {
        steps.append("Positions are compared in the articles that have all operands.")
      }
      if plan.needsText(plan.test) {
        steps.append("The text is read of those articles of which positions do not decide.")
      }
    }
    for part in others.sorted(by: { cost(of: $0) < cost(of: $1) }) where part != .everything {
      switch part {
      case .oneQuote:
        steps.append("Each quote of the articles that can have one is asked: \(part.reading).")
      default: steps.append("Of the articles that are left, records are asked: \(part.reading).")
      }
    }
    return steps.isEmpty ? ["All articles are listed."] : steps
  }
}

extension PositionTest {
  /// Whether it is about more than which words an article has.
  fileprivate var comparesPlaces: Bool {
    switch self {
    case .phrase: false
    case .all(let tests), .any(let tests): tests.contains(where: \.comparesPlaces)
    case .without(let test, let others):
      test.comparesPlaces || others.contains(where: \.comparesPlaces)
    case .chain, .window, .atLeast: true
    }
  }
}

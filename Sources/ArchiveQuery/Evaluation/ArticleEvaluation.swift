internal import ArchiveStorage
internal import FullTextIndex

/// The articles that a query finds, worked out as far as they are asked for.
///
/// The newest few of a million hits stand at the end of posting lists, and their number at the
/// beginning: neither needs all of them.
final class ArticleEvaluation {
  private let reader: ArchiveReader
  private let node: QueryNode
  private var evaluator: ArticleEvaluator
  private var words: WordQuery?
  private var known: Matches?
  private var knownFinder: TextFinder?

  /// Whether all that is marked in the articles is what ``Matches/text`` is about: the query's other
  /// conditions are about no words.
  var isAboutTextAlone: Bool {
    var parts = [node]
    if case .and(let nodes) = node { parts = nodes }
    return parts.allSatisfy { part in
      part.isIndexable
        || part.wantedText(in: .articles).isEmpty && part.wantedQuoteConditions.isEmpty
    }
  }

  /// The conditions that one quote of the articles has to meet.
  var quoteConditions: [QueryNode] { node.wantedQuoteConditions }

  /// Throws where the query has something that cannot be found.
  init(_ node: QueryNode, in reader: ArchiveReader) throws {
    self.reader = reader
    (self.node, evaluator) = try reader.snapshot {
      let node = try reader.expandingTopics(node)
      return (node, try ArticleEvaluator(reader, for: node))
    }
    try onState { if words == nil, known == nil { try read() } }
  }

  /// Asks what is asked on one state of the archive. Where somebody has written since the last question,
  /// the query is read anew.
  private func onState<T>(_ body: () throws -> T) throws -> T {
    try reader.snapshot {
      if try reader.state().version != evaluator.version {
        evaluator = try ArticleEvaluator(reader, for: node)
        (words, known, knownFinder) = (nil, nil, nil)
        try read()
      }
      return try body()
    }
  }

  /// Finds in what is shown what the query finds.
  func finder() throws -> TextFinder {
    if let knownFinder { return knownFinder }
    return try onState {
      let finder = try TextFinder(node, in: .articles, evaluator.terms)
      knownFinder = finder
      return finder
    }
  }

  private func read() throws {
    words = try evaluator.wordQuery(node)
    // What cannot be found is told at once.
    if words == nil { known = try evaluator.matches(node) }
  }

  /// All articles, and the arrays of which their numbers are indexes.
  func all<T>(_ body: (Matches, ArticleArrays) throws -> T) throws -> T {
    try onState { try body(try matches(), evaluator.arrays) }
  }

  private func matches() throws -> Matches {
    if let known { return known }
    let found =
      try words.map { Matches(try evaluator.matches($0, filtersFirst: true)) }
      ?? evaluator.matches(node)
    known = found
    return found
  }

  /// How many articles there are.
  func count() throws -> Int {
    try onState {
      if known == nil, let word { return try evaluator.index.count(of: word) }
      return try matches().count
    }
  }

  /// The word that is all of the query; nil where there is more to it.
  private var word: String? {
    guard let words, words.plan.test == .phrase(0),
      words.filter.isMet(byAll: evaluator.rows.count)
    else { return nil }
    return words.plan.phrases.first?.onlyWord
  }

  /// The ids of the newest articles, the newest first; of all without a limit.
  func newest(_ limit: Int?) throws -> [Int64] {
    try onState {
      let rows = evaluator.rows
      guard let limit else { return try matches().numbers.reversed().map(rows.id(of:)) }
      guard known == nil, let words else { return try matches().last(limit).map(rows.id(of:)) }
      // A window at the end of the archive, then a larger one before it.
      var found: [UInt32] = []
      var end = words.filter.span.upperBound
      var width = UInt32(max(1 << 14, min(limit, 1 << 24) * 64))
      while found.count < limit, end > words.filter.span.lowerBound {
        let start = end - min(width, end)
        var filter = words.filter
        filter.clamp(to: start..<end)
        let window = WordQuery(plan: words.plan, filter: filter)
        found += Matches(try evaluator.matches(window, filtersFirst: true))
          .last(limit - found.count)
        (end, width) = (start, width > 1 << 27 ? .max : width * 16)
      }
      return found.map(rows.id(of:))
    }
  }

  /// The ids of the oldest articles, the oldest first.
  func oldest() throws -> [Int64] {
    try onState { try matches().numbers.map(evaluator.rows.id(of:)) }
  }

  /// The most relevant articles and their scores, the best first; nil where the query has no words to
  /// be relevant to.
  func best(_ limit: Int?) throws -> [(id: Int64, score: Double)]? {
    try onState {
      if let limit, let word, let best = try best(limit, having: word) { return best }
      // Where filters were asked first, it is not known how rare each of several phrases is.
      let isKnown = words.map {
        $0.plan.phrases.count == 1 || $0.filter.isMet(byAll: evaluator.rows.count)
      }
      let text =
        try (isKnown ?? true ? known?.text : nil) ?? words.map { try evaluator.matches($0) }
      guard let text else { return nil }
      let relevance = Relevance(
        lengths: try evaluator.arrays.lengths.get(), totals: evaluator.index.totals)
      return relevance.best(limit, of: text).map { (evaluator.rows.id(of: $0.number), $0.score) }
    }
  }

  /// The most relevant articles for one word, from what is kept of common ones; nil where that is not
  /// enough.
  private func best(_ limit: Int, having word: String) throws -> [(id: Int64, score: Double)]? {
    let (index, rows) = (evaluator.index, evaluator.rows)
    let relevance = Relevance(lengths: try evaluator.arrays.lengths.get(), totals: index.totals)
    var found = BestRows(limit: limit)
    for segment in index.segments {
      if let best = try index.best(of: word, in: segment) {
        let valid = best.entries(limit, without: segment.void.containsSorted)
        guard let valid else { return nil }
        for entry in valid {
          guard let number = rows.number(of: entry.article) else { return nil }
          found.insert(number, relevance.share(of: entry.frequency, length: entry.length))
        }
      } else if let list = try index.list(of: word, in: segment) {
        let postings = WordPostings(list, void: segment.void, rows, in: 0..<UInt32(rows.count))
        relevance.insert(postings.numbers, into: &found) { postings.weight(at: $0) }
      }
    }
    return found.sorted.map { (rows.id(of: $0.number), $0.score) }
  }
}

extension [Int64] {
  /// Whether a number is among these, which ascend.
  fileprivate func containsSorted(_ number: Int64) -> Bool {
    let index = partitioningIndex { $0 >= number }
    return index < count && self[index] == number
  }
}

extension QueryNode {
  /// The conditions on one quote that are wanted, not denied.
  fileprivate var wantedQuoteConditions: [QueryNode] {
    switch self {
    case .and(let nodes), .or(let nodes): nodes.flatMap(\.wantedQuoteConditions)
    case .oneQuote: [self]
    default: []
    }
  }
}

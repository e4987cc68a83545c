internal import ArchiveStorage
internal import FullTextIndex

/// Works out which rows of a table meet a query, as sets of their numbers.
///
/// What is about words is asked of the full-text index first, all of it at once. The conditions that
/// are left are asked of what that found, the quick ones first.
protocol SetEvaluator {
  var reader: ArchiveReader { get }
  var rows: RowNumbers { get }
  /// The full-text index and the names of its columns.
  var index: TextIndex { get }
  var columns: [String] { get }
  /// Makes phrases of terms.
  var terms: TermResolver { get }
  /// Reads the texts of rows.
  var layouts: TextLayouts { get }

  /// The rows that meet a condition which is no operator and not about words, of some candidates or
  /// of all. More than the candidates may be given back.
  func numbers(meeting node: QueryNode, among candidates: [UInt32]?) throws -> [UInt32]

  /// Adds a condition to a filter, if it is about what stands in arrays; tells whether it is.
  func add(_ node: QueryNode, to filter: inout RowFilter) throws -> Bool

  /// How much work a condition makes: small for what stands in arrays.
  func cost(of node: QueryNode) -> Int
}

/// What a query finds: by words, in the parts of the index, or as one set.
struct Matches {
  /// What is about words at the top of the query; the rows of its parts meet all of the query.
  var text: TextMatches?
  private let set: [UInt32]

  init(_ text: TextMatches) { (self.text, set) = (text, []) }

  init(_ set: [UInt32]) { (text, self.set) = (nil, set) }

  var count: Int { text.map { $0.parts.reduce(0) { $0 + $1.numbers.count } } ?? set.count }

  /// All rows, ascending.
  var numbers: [UInt32] { text?.numbers ?? set }

  /// Calls the closure with each row, in no particular order.
  func forEachNumber(_ body: (UInt32) -> Void) {
    for number in set { body(number) }
    for part in text?.parts ?? [] {
      for number in part.numbers { body(number) }
    }
  }

  /// The rows with the highest numbers, in descending order.
  func last(_ limit: Int) -> [UInt32] {
    guard let text else { return set.suffix(limit).reversed() }
    return Array(
      text.parts.flatMap { $0.numbers.suffix(limit) }.sorted(by: >).prefix(limit))
  }
}

/// A query about words, perhaps only in rows that meet a filter: the form that is answered from the
/// index as far as an answer is wanted.
struct WordQuery {
  let plan: TextPlan
  let filter: RowFilter
}

extension SetEvaluator {
  /// What a query finds.
  func matches(_ node: QueryNode) throws -> Matches {
    let parts = try parts(of: node)
    guard let words = parts.words else { return Matches(try numbers(node, among: nil)) }
    var text = try matches(words)
    for part in parts.others.sorted(by: { cost(of: $0) < cost(of: $1) }) {
      text.formIntersection(try numbers(part, among: text.numbers))
    }
    return Matches(text)
  }

  /// A query as one about words, if there is nothing else to it.
  func wordQuery(_ node: QueryNode) throws -> WordQuery? {
    let parts = try parts(of: node)
    return parts.others.isEmpty ? parts.words : nil
  }

  /// What a query about words finds; `filtersFirst`, with no phrase known outside of the rows that meet the
  /// filter, so that it is not known how rare each is.
  func matches(_ query: WordQuery, filtersFirst: Bool = false) throws -> TextMatches {
    if filtersFirst || query.plan.phrases.count == 1 || query.filter.isMet(byAll: rows.count) {
      return try TextMatches(query.plan, in: index, rows, query.filter, layouts: layouts)
    }
    var text = try TextMatches(query.plan, in: index, rows, layouts: layouts)
    text.formIntersection(query.filter)
    return text
  }

  /// Parts of a query that have to be met together.
  func parts(of node: QueryNode) throws -> (words: WordQuery?, others: [QueryNode]) {
    var parts = [node]
    if case .and(let nodes) = node { parts = nodes }
    let words = parts.filter(isWords)
    guard !words.isEmpty else { return (nil, parts) }
    let denied = parts.filter { $0.deniedText.map(isWords) ?? false }
    var filter = RowFilter(all: rows.count)
    let others = try parts.filter {
      try !isWords($0) && !($0.deniedText.map(isWords) ?? false) && !add($0, to: &filter)
    }
    let plan = try TextPlan(.all(words + denied), columns: columns, terms)
    return (WordQuery(plan: plan, filter: filter), others)
  }

  /// The rows that meet a query, among candidates if there are some.
  func numbers(_ node: QueryNode, among candidates: [UInt32]?) throws -> [UInt32] {
    if isWords(node) {
      let plan = try TextPlan(node, columns: columns, terms)
      let found = try TextMatches(plan, in: index, rows, layouts: layouts).numbers
      return candidates.map(found.intersection) ?? found
    }
    switch node {
    case .everything: return candidates ?? rows.all
    case .and(let nodes):
      var left = candidates
      // Words first, then what stands in arrays: the rest is asked of fewer rows.
      for part in nodes.sorted(by: { order(of: $0) < order(of: $1) }) {
        left = try numbers(part, among: left)
      }
      return left ?? rows.all
    case .or(let nodes):
      return .union(try nodes.map { try numbers($0, among: candidates) })
    case .not(let node):
      let base = candidates ?? rows.all
      // What is unknown of a row is not true of it.
      return base.subtracting(try numbers(node, among: candidates))
    default:
      let found = try numbers(meeting: node, among: candidates)
      return candidates.map(found.intersection) ?? found
    }
  }

  private func order(of node: QueryNode) -> Int { isWords(node) ? 0 : 1 + cost(of: node) }

  func cost(of node: QueryNode) -> Int {
    switch node {
    case .and(let nodes), .or(let nodes): nodes.reduce(0) { $0 + cost(of: $1) }
    case .not(let node): 1 + cost(of: node)
    case .filter(.dates), .filter(.id), .filter(.name(.source, _)), .filter(.name(.section, _)): 1
    default: 10
    }
  }

  private func isWords(_ node: QueryNode) -> Bool {
    node.isIndexable && (columns.contains("headline") || !node.isAboutPart)
  }
}

extension RowNumbers {
  /// All numbers.
  var all: [UInt32] { Array(0..<UInt32(count)) }
}

internal import ArchiveStorage

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

  /// The rows that meet a condition which is no operator and not about words, of some candidates or
  /// of all. More than the candidates may be given back.
  func numbers(meeting node: QueryNode, among candidates: [UInt32]?) throws -> [UInt32]

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

extension SetEvaluator {
  /// What a query finds.
  func matches(_ node: QueryNode) throws -> Matches {
    var parts = [node]
    if case .and(let nodes) = node { parts = nodes }
    let words = parts.filter(isWords)
    guard !words.isEmpty else { return Matches(try numbers(node, among: nil)) }
    let denied = parts.filter { $0.deniedText.map(isWords) ?? false }
    var text = try matches(words: .all(words + denied))
    let rest = parts.filter { !isWords($0) && !($0.deniedText.map(isWords) ?? false) }
    for part in rest.sorted(by: { cost(of: $0) < cost(of: $1) }) {
      text.formIntersection(try numbers(part, among: text.numbers))
    }
    return Matches(text)
  }

  /// The rows that meet a query, among candidates if there are some.
  func numbers(_ node: QueryNode, among candidates: [UInt32]?) throws -> [UInt32] {
    if isWords(node) {
      let found = try matches(words: node).numbers
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

  private func matches(words node: QueryNode) throws -> TextMatches {
    try TextMatches(
      TextPlan(node, columns: columns, reader.tokenizer), in: index, rows)
  }
}

extension RowNumbers {
  /// All numbers.
  var all: [UInt32] { Array(0..<UInt32(count)) }
}

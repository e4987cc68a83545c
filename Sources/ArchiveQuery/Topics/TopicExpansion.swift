internal import ArchiveStorage

extension ArchiveReader {
  /// A query in which the queries of topics stand in the places of their names.
  ///
  /// A topic is asked anew each time: so it is right, whatever was imported since, and as quick as its query
  /// is. Inside of quotes' conditions topics stay: they are about the article.
  func expandingTopics(_ node: QueryNode) throws -> QueryNode {
    guard !node.topicTerms.isEmpty else { return node }
    var expansion = TopicExpansion(try connection.topics(), self)
    return try expansion.expand(node)
  }
}

/// What one query makes of topics. Each is read once, however often it is named.
private struct TopicExpansion {
  /// A query without topics.
  private struct Expanded {
    var node: QueryNode
    /// The length in bytes of what was typed, had the queries been written in the places of the names.
    var length = 0
    /// How many topics are inside each other, at most.
    var height = 0
  }

  /// Topics in topics.
  private static let mostHeight = 8
  /// Eight topics that name the next one twenty times each would be a query of many gigabytes. The dictionaries that
  /// people hand on have some 100 kB altogether.
  private static let mostLength = 1 << 20

  private let reader: ArchiveReader
  private let topics: [Topic]
  private let names: GivenNames
  private var known: [Int: Expanded] = [:]
  /// The topics that are being read, each inside the one before.
  private var inside: [Int] = []

  init(_ topics: [Topic], _ reader: ArchiveReader) {
    (self.topics, self.reader) = (topics, reader)
    names = GivenNames(topics.map(\.name), reader.tokenizer)
  }

  mutating func expand(_ node: QueryNode) throws -> QueryNode { try expanded(node).node }

  private mutating func expanded(_ node: QueryNode) throws -> Expanded {
    switch node {
    case .and(let nodes): return try Self.joined(nodes.map { try expanded($0) }, QueryNode.all)
    case .or(let nodes): return try Self.joined(nodes.map { try expanded($0) }, QueryNode.any)
    case .not(let node):
      var inner = try expanded(node)
      inner.node = .none(of: inner.node)
      return inner
    case .filter(.topic(let term)):
      let meant = try names.indices(meantBy: term)
      guard !meant.isEmpty else { throw names.unknown(term, "topic") }
      return try Self.joined(meant.map { try topic($0) }, QueryNode.any)
    default: return Expanded(node: node)
    }
  }

  private mutating func topic(_ index: Int) throws -> Expanded {
    try reader.checkTime()
    let topic = topics[index]
    // A topic may be made of others, but not of itself.
    guard !inside.contains(index) else {
      throw QueryPlanError.outOfPlace("The topic “\(topic.name)” is made of itself: \(topic.query)")
    }
    let depth = inside.count + (known[index]?.height ?? 1)
    guard depth <= Self.mostHeight else {
      let outermost = topics[inside.first ?? index].name
      throw QueryPlanError.outOfPlace(
        "The topic “\(outermost)” is made of topics in topics, more than \(Self.mostHeight) deep.")
    }
    if let expanded = known[index] { return expanded }
    inside.append(index)
    var expanded = try expanded(try topic.parsed().root)
    inside.removeLast()
    expanded.length += topic.query.utf8.count
    expanded.height += 1
    known[index] = expanded
    return expanded
  }

  private static func joined(
    _ parts: [Expanded], _ join: ([QueryNode]) -> QueryNode
  ) throws -> Expanded {
    let length = parts.reduce(0) { $0 + $1.length }
    guard length <= mostLength else {
      throw QueryPlanError.outOfPlace(
        "The queries of the topics that this is made of are more than \(mostLength >> 20) MB long.")
    }
    return Expanded(
      node: join(parts.map(\.node)), length: length, height: parts.map(\.height).max() ?? 0)
  }
}

extension Topic {
  /// The topic's query; throws ``QueryPlanError`` where it cannot be read.
  func parsed() throws(QueryPlanError) -> Query {
    do throws(QuerySyntaxError) {
      return try Query(parsing: query)
    } catch {
      throw .outOfPlace("The query of the topic “\(name)” cannot be read: \(error.message)")
    }
  }
}

extension QueryNode {
  /// The terms that name topics.
  var topicTerms: [Term] {
    switch self {
    case .filter(.topic(let term)): [term]
    case .and(let nodes), .or(let nodes): nodes.flatMap(\.topicTerms)
    case .not(let node): node.topicTerms
    default: []
    }
  }

  /// The tree with other terms in the places of those that name topics.
  func replacingTopicTerms(_ replacement: (Term) -> Term) -> QueryNode {
    switch self {
    case .filter(.topic(let term)): .filter(.topic(replacement(term)))
    case .and(let nodes): .and(nodes.map { $0.replacingTopicTerms(replacement) })
    case .or(let nodes): .or(nodes.map { $0.replacingTopicTerms(replacement) })
    case .not(let node): .not(node.replacingTopicTerms(replacement))
    default: self
    }
  }
}

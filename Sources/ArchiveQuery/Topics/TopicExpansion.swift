internal import ArchiveStorage

extension ArchiveReader {
  /// A query in which the queries of topics stand in the places of their names.
  ///
  /// A topic is asked anew each time: so it is right, whatever was imported since, and as quick as its query
  /// is. Inside of quotes' conditions topics stay: they are about the article.
  func expandingTopics(_ node: QueryNode) throws -> QueryNode {
    guard node.namesTopic else { return node }
    return try expanding(node, topics: try connection.topics(), inside: [])
  }

  private func expanding(
    _ node: QueryNode, topics: [Topic], inside: [String]
  ) throws -> QueryNode {
    switch node {
    case .and(let nodes):
      return .all(try nodes.map { try expanding($0, topics: topics, inside: inside) })
    case .or(let nodes):
      return .any(try nodes.map { try expanding($0, topics: topics, inside: inside) })
    case .not(let node):
      return .none(of: try expanding(node, topics: topics, inside: inside))
    case .filter(.topic(let term)):
      let named = try named(by: term, in: topics.map(\.name))
      guard !named.isEmpty else {
        throw unknownName(term, "topic", among: topics.map(\.name))
      }
      let meant = try topics.filter { named.contains($0.name) }.map { topic in
        // A topic may be made of others, but not of itself.
        guard !inside.contains(topic.name), inside.count < 8 else {
          throw QueryPlanError.outOfPlace(
            "The topic “\(topic.name)” is made of itself: \(topic.query)")
        }
        let query: Query
        do throws(QuerySyntaxError) {
          query = try Query(parsing: topic.query)
        } catch {
          throw QueryPlanError.outOfPlace(
            "The query of the topic “\(topic.name)” cannot be read: \(error.message)")
        }
        return try expanding(query.root, topics: topics, inside: inside + [topic.name])
      }
      return .any(meant)
    default: return node
    }
  }

  /// The names that a term means: the one that is it, else all that have its words next to each other.
  func named(by term: Term, in names: [String]) throws -> Set<String> {
    let exact = names.filter {
      tokenizer.indexedWords(of: $0) == tokenizer.indexedWords(of: term.words)
    }
    if term.form == .exact, !exact.isEmpty { return Set(exact) }
    let pattern = try NamePattern(term, tokenizer)
    return Set(names.filter { pattern.matches(tokenizer.indexedWords(of: $0)) })
  }

  /// That a term names nothing, and what may have been meant.
  func unknownName(_ term: Term, _ kind: String, among names: [String]) -> QueryPlanError {
    let hint = closest(to: term.words.lowercased(), among: names.map { $0.lowercased() })
    let list = kind == "topic" ? "topics" : kind
    return .outOfPlace(
      "There is no \(kind) “\(term.words)”"
        + (hint.map { "; did you mean \(kind):\($0)?" } ?? "; `backfile \(list) list` lists them."))
  }
}

extension QueryNode {
  fileprivate var namesTopic: Bool {
    switch self {
    case .filter(.topic): true
    case .and(let nodes), .or(let nodes): nodes.contains(where: \.namesTopic)
    case .not(let node): node.namesTopic
    default: false
    }
  }
}

/// Writes queries about words in FTS5's language, and the tests of what it cannot say.
///
/// Every operator stands in brackets. Phrases are numbered as they are written, which is how FTS5
/// numbers them.
struct TextCompiler {
  /// The columns of the full-text table, by number.
  let columns: [String]
  let tokenizer: Tokenizer
  /// Whether to write NEAR, which says all of an ``isExact(_:)`` query, but repeats its phrases, so
  /// that no test fits.
  var usesNear = false
  private(set) var phrases: [IndexPhrase] = []
  private var column: Int?

  init(columns: [String], tokenizer: Tokenizer) {
    (self.columns, self.tokenizer) = (columns, tokenizer)
  }

  typealias Compiled = (match: String, test: PositionTest)

  mutating func compile(_ node: QueryNode) throws(QueryPlanError) -> Compiled {
    switch node {
    case .term(let term): return try compile(term)
    case .or(let nodes):
      let parts = try compileAll(nodes)
      return (Self.joined(parts, " OR "), .any(parts.map(\.test)))
    case .and(let nodes): return try compileAnd(nodes)
    case .near(let near):
      if usesNear, let match = try nearMatch(near) { return (match, .any([])) }
      return try compileChain(near)
    case .window(let terms, let steps): return try compileWindow(terms, steps)
    case .atLeast(let count, let node):
      let part = try compile(node)
      return (part.match, .atLeast(count, part.test))
    case .within(.headline, let node):
      guard let headline = columns.firstIndex(of: "headline") else {
        throw .outOfPlace("Only articles have a headline.")
      }
      let outer = column
      defer { column = outer }
      column = headline
      let part = try compile(node)
      return ("({headline} : (\(part.match)))", part.test)
    case .within(.lead, _): throw .notYet("lead:")
    case .capitals: throw .notYet("caps()")
    case .everything, .not, .filter, .quote, .oneQuote:
      throw .outOfPlace("“\(node.reading)” is not about words.")
    }
  }

  private mutating func compile(_ term: Term) throws(QueryPlanError) -> Compiled {
    let phrase = try IndexPhrase(term, column: column, tokenizer)
    phrases.append(phrase)
    return (phrase.match, .phrase(phrases.count - 1))
  }

  private mutating func compileAll(_ nodes: [QueryNode]) throws(QueryPlanError) -> [Compiled] {
    var parts: [Compiled] = []
    // What has brackets of its own goes first: FTS5's parser keeps what stands before a bracket
    // on a stack of 100 entries.
    for node in nodes.filter({ !$0.isTerm }) + nodes.filter(\.isTerm) {
      parts.append(try compile(node))
    }
    return parts
  }

  private mutating func compileAnd(_ nodes: [QueryNode]) throws(QueryPlanError) -> Compiled {
    let wanted = try compileAll(nodes.filter { $0.deniedText == nil })
    let denied = try compileAll(nodes.compactMap(\.deniedText))
    let all: Compiled =
      wanted.count == 1
      ? wanted[0] : (Self.joined(wanted, " AND "), .all(wanted.map(\.test)))
    guard !denied.isEmpty else { return all }
    return (
      "(\(all.match) NOT \(Self.joined(denied, " OR ")))",
      .without(all.test, denied.map(\.test))
    )
  }

  private static func joined(_ parts: [Compiled], _ symbol: String) -> String {
    "(" + parts.map(\.match).joined(separator: symbol) + ")"
  }
}

// MARK: Proximity

extension TextCompiler {
  private mutating func compileChain(_ near: Proximity) throws(QueryPlanError) -> Compiled {
    let denied = near.links.filter(\.isNegated)
    guard !denied.isEmpty else { return try compileLinks(near, denied: []) }
    // FTS5 tells the places of a phrase only where the bracket around it is met: so what is denied
    // is looked for as well, in a bracket that need not be met.
    let again = try compileLinks(
      Proximity(first: near.first, links: near.links.filter { !$0.isNegated }), denied: [])
    let parts = try compileEach(denied.map(\.operand))
    let wanted = try compileLinks(near, denied: parts.map(\.test))
    let match = "((\(again.match) AND \(Self.joined(parts, " OR "))) OR \(wanted.match))"
    return (match, wanted.test)
  }

  /// The chain's operands that must be there, and its test.
  private mutating func compileLinks(
    _ near: Proximity, denied: [PositionTest]
  ) throws(QueryPlanError) -> Compiled {
    var denied = denied[...]
    var operands = [try compile(near.first)]
    let first = operands[0].test
    var links: [PositionTest.Link] = []
    for link in near.links {
      guard case .words(let steps) = link.reach else {
        throw .notYet("Looking inside one sentence or paragraph (\(link.symbol))")
      }
      let test: PositionTest
      if link.isNegated {
        test = denied.popFirst() ?? .any([])
      } else {
        operands.append(try compile(link.operand))
        test = operands[operands.count - 1].test
      }
      links.append(
        PositionTest.Link(
          steps: steps, isOrdered: link.order == .asWritten, isNegated: link.isNegated,
          operand: test))
    }
    return (Self.joined(operands, " AND "), .chain(first, links))
  }

  private mutating func compileEach(_ nodes: [QueryNode]) throws(QueryPlanError) -> [Compiled] {
    var parts: [Compiled] = []
    for node in nodes { parts.append(try compile(node)) }
    return parts
  }

  private mutating func compileWindow(
    _ terms: [Term], _ steps: Int
  ) throws(QueryPlanError) -> Compiled {
    // The same word twice must be there twice, so equal terms are counted.
    var parts: [Compiled] = []
    var items: [(phrase: IndexPhrase, item: PositionTest.Item)] = []
    for term in terms {
      let phrase = try IndexPhrase(term, column: column, tokenizer)
      if let index = items.firstIndex(where: { $0.phrase == phrase }) {
        items[index].item.count += 1
      } else {
        let part = try compile(term)
        parts.append(part)
        items.append((phrase, PositionTest.Item(count: 1, test: part.test)))
      }
    }
    return (Self.joined(parts, " AND "), .window(steps: steps, items.map(\.item)))
  }

  /// A pair of terms or OR-groups in FTS5's own words: each term of one NEAR each of the other.
  /// Nil where NEAR means something else.
  ///
  /// NEAR counts the words between, so that five steps are four words. It takes one word for two
  /// when both operands have it, and of three operands it wants all in one heap.
  private func nearMatch(_ near: Proximity) throws(QueryPlanError) -> String? {
    guard near.links.count == 1, let link = near.links.first, link.order == .either,
      !link.isNegated, case .words(let steps) = link.reach,
      let left = try alternatives(near.first), let right = try alternatives(link.operand),
      left.count * right.count <= 64
    else { return nil }
    var pairs: [String] = []
    for a in left {
      for b in right {
        guard !a.tokens.isEmpty, !b.tokens.isEmpty, !a.canOverlap(b) else { return nil }
        pairs.append("NEAR(\(a.match) \(b.match), \(steps - 1))")
      }
    }
    return pairs.count == 1 ? pairs[0] : "(" + pairs.joined(separator: " OR ") + ")"
  }

  private func alternatives(_ node: QueryNode) throws(QueryPlanError) -> [IndexPhrase]? {
    switch node {
    case .term(let term): return [try IndexPhrase(term, column: column, tokenizer)]
    case .or(let nodes):
      var all: [IndexPhrase] = []
      for node in nodes {
        guard case .term = node, let one = try alternatives(node) else { return nil }
        all += one
      }
      return all
    default: return nil
    }
  }

  /// Whether FTS5's language can say all of a query.
  func isExact(_ node: QueryNode) throws(QueryPlanError) -> Bool {
    switch node {
    case .term: return true
    case .within(_, let node), .not(let node): return try isExact(node)
    case .and(let nodes), .or(let nodes):
      for node in nodes {
        guard try isExact(node) else { return false }
      }
      return true
    case .near(let near): return try nearMatch(near) != nil
    default: return false
    }
  }
}

extension QueryNode {
  fileprivate var isTerm: Bool {
    if case .term = self { return true }
    return false
  }
}

internal import ArchiveStorage

/// A query about words, made ready for a full-text index: its phrases by number, and the test of
/// where they must stand.
struct TextPlan {
  private(set) var phrases: [IndexPhrase] = []
  private(set) var test = PositionTest.any([])

  /// The plan of a query for which ``QueryNode/isIndexable`` holds, in a full-text table with these
  /// columns.
  init(_ node: QueryNode, columns: [String], _ tokenizer: Tokenizer) throws(QueryPlanError) {
    var compiler = Compiler(columns: columns, tokenizer: tokenizer)
    test = try compiler.test(node)
    phrases = compiler.phrases
  }

  /// The plan of several queries of which each stands for itself.
  init(anyOf nodes: [QueryNode], columns: [String], _ tokenizer: Tokenizer) throws(QueryPlanError) {
    var compiler = Compiler(columns: columns, tokenizer: tokenizer)
    var tests: [PositionTest] = []
    for node in nodes { tests.append(try compiler.test(node)) }
    (phrases, test) = (compiler.phrases, .any(tests))
  }
}

/// Makes position tests of a query's tree, and numbers its phrases.
private struct Compiler {
  let columns: [String]
  let tokenizer: Tokenizer
  var phrases: [IndexPhrase] = []
  private var column: Int?

  init(columns: [String], tokenizer: Tokenizer) {
    (self.columns, self.tokenizer) = (columns, tokenizer)
  }

  mutating func test(_ node: QueryNode) throws(QueryPlanError) -> PositionTest {
    switch node {
    case .term(let term): return try test(term)
    case .or(let nodes): return .any(try tests(nodes))
    case .and(let nodes):
      let wanted = try tests(nodes.filter { $0.deniedText == nil })
      let denied = try tests(nodes.compactMap(\.deniedText))
      let all = wanted.count == 1 ? wanted[0] : PositionTest.all(wanted)
      return denied.isEmpty ? all : .without(all, denied)
    case .near(let near): return try test(near)
    case .window(let terms, let steps): return try window(terms, steps)
    case .atLeast(let count, let node): return .atLeast(count, try test(node))
    case .within(.headline, let node):
      guard let headline = columns.firstIndex(of: "headline") else {
        throw .outOfPlace("Only articles have a headline.")
      }
      let outer = column
      defer { column = outer }
      column = headline
      return try test(node)
    case .within(.lead, _): throw .notYet("lead:")
    case .capitals: throw .notYet("caps()")
    case .everything, .not, .filter, .quote, .oneQuote:
      throw .outOfPlace("“\(node.reading)” is not about words.")
    }
  }

  private mutating func tests(_ nodes: [QueryNode]) throws(QueryPlanError) -> [PositionTest] {
    var tests: [PositionTest] = []
    for node in nodes { tests.append(try test(node)) }
    return tests
  }

  private mutating func test(_ term: Term) throws(QueryPlanError) -> PositionTest {
    phrases.append(try IndexPhrase(term, column: column, tokenizer))
    return .phrase(phrases.count - 1)
  }

  private mutating func test(_ near: Proximity) throws(QueryPlanError) -> PositionTest {
    let first = try test(near.first)
    var links: [PositionTest.Link] = []
    for link in near.links {
      guard case .words(let steps) = link.reach else {
        throw .notYet("Looking inside one sentence or paragraph (\(link.symbol))")
      }
      links.append(
        PositionTest.Link(
          steps: steps, isOrdered: link.order == .asWritten, isNegated: link.isNegated,
          operand: try test(link.operand)))
    }
    return .chain(first, links)
  }

  private mutating func window(
    _ terms: [Term], _ steps: Int
  ) throws(QueryPlanError) -> PositionTest {
    // The same word twice must be there twice, so equal terms are counted.
    var items: [(phrase: IndexPhrase, item: PositionTest.Item)] = []
    for term in terms {
      let phrase = try IndexPhrase(term, column: column, tokenizer)
      if let index = items.firstIndex(where: { $0.phrase == phrase }) {
        items[index].item.count += 1
      } else {
        items.append((phrase, PositionTest.Item(count: 1, test: try test(term))))
      }
    }
    return .window(steps: steps, items.map(\.item))
  }
}

extension QueryNode {
  /// Whether a full-text index can be asked it by itself: it is about words, and not only about
  /// their absence.
  var isIndexable: Bool {
    switch self {
    case .term, .near, .window, .atLeast, .capitals: true
    case .within(_, let node): node.isIndexable
    case .or(let nodes): nodes.allSatisfy(\.isIndexable)
    case .and(let nodes):
      nodes.allSatisfy { $0.isIndexable || $0.deniedText != nil }
        && nodes.contains(where: \.isIndexable)
    default: false
    }
  }

  /// Words that must not be there.
  var deniedText: QueryNode? {
    guard case .not(let node) = self, node.isIndexable else { return nil }
    return node
  }

  /// Whether words are looked for in a part of an article alone.
  var isAboutPart: Bool {
    switch self {
    case .within: true
    case .and(let nodes), .or(let nodes): nodes.contains(where: \.isAboutPart)
    case .not(let node), .atLeast(_, let node), .capitals(let node): node.isAboutPart
    default: false
    }
  }
}

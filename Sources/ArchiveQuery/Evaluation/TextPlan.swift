/// A query about words, made ready for a full-text index: its phrases by number, and the test of
/// where they must stand.
struct TextPlan {
  private(set) var phrases: [IndexPhrase] = []
  private(set) var test = PositionTest.any([])

  /// The plan of a query for which ``QueryNode/isIndexable`` holds, in a full-text table with these
  /// columns.
  init(_ node: QueryNode, columns: [String], _ terms: TermResolver) throws {
    var compiler = Compiler(columns: columns, terms: terms)
    test = try compiler.test(node)
    phrases = compiler.phrases
  }

  /// The plan of several queries of which each stands for itself.
  init(anyOf nodes: [QueryNode], columns: [String], _ terms: TermResolver) throws {
    var compiler = Compiler(columns: columns, terms: terms)
    let tests = try nodes.map { try compiler.test($0) }
    (phrases, test) = (compiler.phrases, .any(tests))
  }

  /// Whether the index alone does not decide a test.
  func needsText(_ test: PositionTest) -> Bool {
    test.asksForUnits || test.phrases.contains { phrases[$0].needsText }
  }
}

/// Makes position tests of a query's tree, and numbers its phrases.
private struct Compiler {
  let columns: [String]
  let terms: TermResolver
  var phrases: [IndexPhrase] = []
  private var part: IndexPhrase.Part?
  private var isCased = false

  init(columns: [String], terms: TermResolver) { (self.columns, self.terms) = (columns, terms) }

  mutating func test(_ node: QueryNode) throws -> PositionTest {
    switch node {
    case .term(let term): return try test(term)
    case .or(let nodes): return .any(try nodes.map { try test($0) })
    case .and(let nodes):
      let wanted = try nodes.filter { $0.deniedText == nil }.map { try test($0) }
      let denied = try nodes.compactMap(\.deniedText).map { try test($0) }
      let all = wanted.count == 1 ? wanted[0] : PositionTest.all(wanted)
      return denied.isEmpty ? all : .without(all, denied)
    case .near(let near): return try test(near)
    case .window(let terms, let steps): return try window(terms, steps)
    case .atLeast(let count, let node): return .atLeast(count, try test(node))
    case .capitals(let node):
      let outer = isCased
      defer { isCased = outer }
      isCased = true
      return try test(node)
    case .within(let part, let node):
      let outer = self.part
      defer { self.part = outer }
      self.part = try place(of: part)
      return try test(node)
    case .everything, .not, .filter, .quote, .oneQuote:
      throw QueryPlanError.outOfPlace("“\(node.reading)” is not about words.")
    }
  }

  private func place(of part: TextPart) throws -> IndexPhrase.Part {
    guard let headline = columns.firstIndex(of: "headline") else {
      throw QueryPlanError.outOfPlace("Only articles have a headline and a lead.")
    }
    return part == .headline ? .column(headline) : .lead
  }

  private mutating func test(_ term: Term) throws -> PositionTest {
    add(try terms.phrase(term, in: part, isCased: isCased))
  }

  private mutating func add(_ phrase: IndexPhrase) -> PositionTest {
    phrases.append(phrase)
    return .phrase(phrases.count - 1)
  }

  private mutating func test(_ near: Proximity) throws -> PositionTest {
    let first = try test(near.first)
    return .chain(
      first,
      try near.links.map { link in
        PositionTest.Link(
          reach: PositionTest.Reach(link.reach), isOrdered: link.order == .asWritten,
          isNegated: link.isNegated, operand: try test(link.operand))
      })
  }

  private mutating func window(_ terms: [Term], _ steps: Int) throws -> PositionTest {
    // The same word twice must be there twice, so equal terms are counted.
    var items: [(phrase: IndexPhrase, item: PositionTest.Item)] = []
    for term in terms {
      let phrase = try self.terms.phrase(term, in: part, isCased: isCased)
      if let index = items.firstIndex(where: { $0.phrase == phrase }) {
        items[index].item.count += 1
      } else {
        items.append((phrase, PositionTest.Item(count: 1, test: add(phrase))))
      }
    }
    return .window(steps: steps, items.map(\.item))
  }
}

extension PositionTest.Reach {
  fileprivate init(_ reach: Proximity.Reach) {
    switch reach {
    case .words(let steps): self = .steps(steps)
    case .sentence: self = .unit(.sentence)
    case .paragraph: self = .unit(.paragraph)
    }
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

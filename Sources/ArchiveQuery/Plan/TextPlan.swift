/// How a query about words alone is put to FTS5: a MATCH, and what it cannot say.
struct TextPlan {
  /// An expression in FTS5's language that all hits meet.
  let match: String
  /// What hits must meet besides; nil where the expression says it all.
  let test: PositionTest?

  /// The plan of a query for which ``QueryNode/isIndexable`` holds.
  init(_ node: QueryNode, columns: [String], _ tokenizer: Tokenizer) throws(QueryPlanError) {
    var compiler = TextCompiler(columns: columns, tokenizer: tokenizer)
    compiler.usesNear = try compiler.isExact(node)
    let compiled = try compiler.compile(node)
    match = compiled.match
    test = compiler.usesNear ? nil : compiled.test
  }
}

extension QueryNode {
  /// Whether FTS5 can be asked it by itself: it is about words, and not only about their absence.
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

  /// What FTS5's NOT can be given: words that are denied, without a test on their places, because
  /// a test can only be asked of rows that MATCH finds.
  var deniedText: QueryNode? {
    guard case .not(let node) = self, node.isIndexable, node.isBoolean else { return nil }
    return node
  }

  /// Whether it is made of words and booleans alone.
  private var isBoolean: Bool {
    switch self {
    case .term: true
    case .within(_, let node), .not(let node): node.isBoolean
    case .and(let nodes), .or(let nodes): nodes.allSatisfy(\.isBoolean)
    default: false
    }
  }
}

extension QueryNode {
  /// The tree with the conditions on quotes that stand in one AND made conditions on ONE quote.
  ///
  /// `speaker:putin quote:syria -kind:indirect` asks for an article with a quote that is all
  /// that. Where each of the conditions is denied (`-speaker:putin`), the article has no such quote.
  func groupedByQuote() -> QueryNode {
    switch self {
    case .and(let nodes):
      let quotes = nodes.filter(\.isAboutQuote)
      guard let first = nodes.firstIndex(where: \.isAboutQuote),
        !quotes.allSatisfy(\.isDenial)
      else { return .all(nodes.map { $0.groupedByQuote() }) }
      let group = QueryNode.oneQuote(QueryNode.all(quotes).insideQuote)
      return .all(
        nodes[..<first].map { $0.groupedByQuote() } + [group]
          + nodes[first...].filter { !$0.isAboutQuote }.map { $0.groupedByQuote() })
    case .or(let nodes):
      return isAboutQuote && !nodes.contains(where: \.isDenial)
        ? .oneQuote(insideQuote) : .any(nodes.map { $0.groupedByQuote() })
    case .not(let node): return .none(of: node.groupedByQuote())
    case .quote: return .oneQuote(insideQuote)
    default: return self
    }
  }

  /// Whether it has no condition but those on quotes.
  private var isAboutQuote: Bool {
    switch self {
    case .quote: true
    case .and(let nodes), .or(let nodes): nodes.allSatisfy(\.isAboutQuote)
    case .not(let node): node.isAboutQuote
    default: false
    }
  }

  private var isDenial: Bool {
    if case .not = self { return true }
    return false
  }

  /// Whether it can be asked of one quote: words, and conditions on quotes.
  var isInsideQuote: Bool {
    switch self {
    case .and(let nodes), .or(let nodes): nodes.allSatisfy(\.isInsideQuote)
    case .not(let node): node.isInsideQuote
    default: isText || isAboutQuote
    }
  }

  /// The same, as it is asked of a quote: there, words are words of the quote without being
  /// marked as such.
  var insideQuote: QueryNode {
    switch self {
    case .and(let nodes): .all(nodes.map(\.insideQuote))
    case .or(let nodes): .any(nodes.map(\.insideQuote))
    case .not(let node): .none(of: node.insideQuote)
    case .quote(.text(let node)), .oneQuote(let node): node.insideQuote
    default: self
    }
  }
}

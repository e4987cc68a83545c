extension QueryNode {
  /// The tree in the query language, with every operator and every bracket written out.
  var reading: String {
    switch self {
    case .and(let nodes): return Self.joined(nodes, by: " AND ")
    case .or(let nodes): return Self.joined(nodes, by: " OR ")
    case .near(let near):
      return near.first.readingInside
        + near.links.map { " \($0.symbol) \($0.operand.readingInside)" }.joined()
    default: return readingInside
    }
  }

  private static func joined(_ nodes: [QueryNode], by symbol: String) -> String {
    nodes.map(\.readingInside).joined(separator: symbol)
  }

  /// The reading as a part of something else: in brackets when it has an operator.
  private var readingInside: String {
    switch self {
    case .everything: "*"
    case .term(let term): term.description
    case .and, .or, .near: "(\(reading))"
    case .not(let node): "NOT " + node.readingInside
    case .window(let terms, let distance):
      "\"" + terms.map(\.description).joined(separator: " ") + "\"~\(distance)"
    case .atLeast(let count, let node): "atleast\(count)(\(node.reading))"
    case .capitals(let node): "caps(\(node.reading))"
    case .within(let part, let node): "\(part.rawValue):" + node.readingInside
    case .filter(let filter): filter.reading
    case .quote(let condition): condition.reading
    case .oneQuote(.quote(let condition)): condition.reading
    case .oneQuote(let node): "quote:" + node.readingAsValue
    }
  }
}

extension Filter {
  var reading: String {
    switch self {
    case .name(let field, let term): "\(field.rawValue):\(term)"
    case .language(let tag): "lang:" + tag
    case .site(let site): "site:\(site)"
    case .id(let id): "id:\(id)"
    case .importRun(let run): "import:\(run)"
    case .dates(let span): "date:\(span)"
    case .words(let range): Self.reading(ofWords: range)
    case .has(let fact): "has:" + fact.rawValue
    case .boilerplate(let node): "boilerplate:" + node.readingAsValue
    case .topic(let term): "topic:\(term)"
    case .tag(let term): "tag:\(term)"
    case .status(let status): "is:" + status.rawValue
    }
  }

  private static func reading(ofWords range: ClosedRange<Int>) -> String {
    switch (range.lowerBound, range.upperBound) {
    case (let low, Int(Int32.max)): "words>=\(low)"
    case (0, let high): "words<=\(high)"
    case (let low, let high): low == high ? "words=\(low)" : "words:\(low)..\(high)"
    }
  }
}

extension QuoteCondition {
  var reading: String {
    switch self {
    case .any: "has:quote"
    case .speaker(let term): "speaker:\(term)"
    case .kind(let kind): "kind:" + kind
    case .cue(let term): "cue:\(term)"
    case .text(let node): "quote:" + node.readingAsValue
    }
  }
}

extension QueryNode {
  /// The reading behind a field's colon.
  fileprivate var readingAsValue: String {
    if case .term = self { return readingInside }
    return "(\(reading))"
  }
}

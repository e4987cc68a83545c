/// A condition of a query that can be taken away: what a page shows as a chip.
public struct QueryCondition: Sendable, Equatable {
  /// The condition as it is read: `source:"Wexley Herald"`.
  public let text: String
  /// The query without it; empty where nothing is left.
  public let rest: String
}

extension Query {
  /// The fields that the query joins by AND to what else it says, in their order.
  public var conditions: [QueryCondition] {
    let nodes = parts
    return nodes.indices.compactMap { index in
      guard nodes[index].isCondition else { return nil }
      var others = nodes
      others.remove(at: index)
      return QueryCondition(text: nodes[index].reading, rest: Self.text(of: others))
    }
  }

  /// The text of a query that finds what this one finds and that meets another condition too.
  ///
  /// - Parameters:
  ///   - condition: The condition, in the query language.
  ///   - replacingDates: Whether the conditions on dates that are there go.
  /// - Returns: The text; what was typed stays as it is where that is possible.
  public func narrowed(by condition: String, replacingDates: Bool = false) -> String {
    let nodes = parts
    let kept = replacingDates ? nodes.filter { !$0.isAboutDates } : nodes
    let rest = kept.count == nodes.count ? text : Self.text(of: kept)
    switch QueryNode.all(kept) {
    case .everything: return condition
    // Operators that bind less than AND want brackets.
    case .or: return "(\(rest)) \(condition)"
    default: return "\(rest) \(condition)"
    }
  }

  /// The text of the query without its conditions on dates.
  public var withoutDates: String {
    let nodes = parts
    let kept = nodes.filter { !$0.isAboutDates }
    return kept.count == nodes.count ? text : Self.text(of: kept)
  }

  private var parts: [QueryNode] {
    switch root {
    case .everything: []
    case .and(let nodes): nodes
    default: [root]
    }
  }

  private static func text(of nodes: [QueryNode]) -> String {
    let rest = QueryNode.all(nodes)
    return rest == .everything ? "" : rest.reading
  }
}

extension QueryNode {
  fileprivate var isCondition: Bool {
    switch self {
    case .filter, .oneQuote, .quote: true
    case .not(let node): node.isCondition
    default: false
    }
  }

  fileprivate var isAboutDates: Bool {
    if case .filter(.dates) = self { return true }
    return false
  }
}

/// A value as the query language writes it behind a field, in quote marks.
public func fieldCondition(_ field: String, _ value: String) -> String {
  let words = value.unicodeScalars.filter { !$0.isDoubleQuote && $0.value >= 0x20 }
  return "\(field):\"\(String(words))\""
}

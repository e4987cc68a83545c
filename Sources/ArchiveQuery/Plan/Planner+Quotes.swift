internal import ArchiveStorage
internal import NewsModel

extension Planner {
  /// The quotes that meet a query. Scare quotes are none, unless they are asked for.
  func quoteSelection(_ node: QueryNode) throws(QueryPlanError) -> Selection {
    let node = node.insideQuote
    var selection = try selection(node)
    if !node.asksFor(kind: QuoteKind.scare.rawValue) {
      // Through the id, where the rows were found by another table than the quotes' own.
      selection.conditions.append(
        SQLFragment("q.kind <> ?", .text(QuoteKind.scare.rawValue)))
    }
    return selection
  }

  /// A condition on quotes that is not about their words.
  func quoteCondition(_ node: QueryNode, id: String) throws(QueryPlanError) -> SQLFragment {
    let article = "(\(id) >> \(QuoteID.numberBits))"
    switch node {
    case .quote(let condition): return try quoteCondition(condition, id: id)
    case .oneQuote(let node): return try condition(node.insideQuote, id: id, drives: false)
    case .filter(.id(let article)):
      let ids = QuoteID.range(of: article)
      return SQLFragment(
        "\(id) BETWEEN ? AND ?", .integer(ids.lowerBound), .integer(ids.upperBound))
    case .filter(.dates(let span)): return span.condition(on: id, shift: QuoteID.numberBits)
    case .filter(let filter): return try rowCondition(filter, article: article, member: article)
    case .within:
      return try planner(of: .articles).condition(node, id: article, drives: true)
    default: throw .outOfPlace("“\(node.reading)” is no question about quotes.")
    }
  }

  private func quoteCondition(
    _ condition: QuoteCondition, id: String
  ) throws(QueryPlanError) -> SQLFragment {
    switch condition {
    case .any: return SQLFragment("TRUE")
    case .cue(let term): return try has(term, in: "q.cue")
    case .kind(let kind):
      guard QuoteKind(rawValue: kind) != nil else {
        throw .outOfPlace("“\(kind)” is a kind of boilerplate, not of quotes.")
      }
      return SQLFragment("q.kind = ?", .text(kind))
    case .speaker(let term):
      let speakers = "SELECT id FROM speaker WHERE " + (try has(term, in: "name"))
      let member = id == subject.id ? id : "+" + id
      return "\(member) IN (WITH s AS MATERIALIZED (" + speakers
        + """
        ) SELECT id FROM quote WHERE speaker_id IN (SELECT id FROM s) \
        UNION SELECT quote_id FROM quote_co_speaker WHERE speaker_id IN (SELECT id FROM s))
        """
    case .text(let node): return try self.condition(node, id: id, drives: false)
    }
  }

  /// A condition on blocks of boilerplate that is not about their words.
  func boilerplateCondition(_ node: QueryNode) throws(QueryPlanError) -> SQLFragment {
    switch node {
    case .filter(.name(.source, let term)):
      return "b.source_id IN (SELECT id FROM source WHERE " + (try has(term, in: "name")) + ")"
    case .filter(.boilerplate(let node)):
      return try condition(node, id: subject.id, drives: false)
    case .oneQuote(let node): return try condition(node, id: subject.id, drives: false)
    case .quote(.kind(let kind)):
      guard BoilerplateKind(rawValue: kind) != nil else {
        throw .outOfPlace("“\(kind)” is a kind of quotes, not of boilerplate.")
      }
      return SQLFragment("b.kind = ?", .text(kind))
    default:
      throw .outOfPlace(
        "“\(node.reading)” is no question about boilerplate: that has words, source: and kind:.")
    }
  }
}

extension QueryNode {
  /// Whether a kind of quotes is asked for by name.
  func asksFor(kind: String) -> Bool {
    switch self {
    case .quote(.kind(let asked)): asked == kind
    case .and(let nodes), .or(let nodes): nodes.contains { $0.asksFor(kind: kind) }
    case .not(let node), .oneQuote(let node): node.asksFor(kind: kind)
    default: false
    }
  }
}

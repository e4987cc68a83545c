internal import ArchiveStorage

/// Makes SQL of a query's tree.
///
/// What is about words goes to the full-text index first, in as few MATCHes as there can be; the
/// rest is asked of the rows it finds. Without words, the other conditions find the rows.
struct Planner {
  let tokenizer: Tokenizer
  let subject: Subject

  /// The rows that meet a query.
  func selection(_ node: QueryNode) throws(QueryPlanError) -> Selection {
    var parts = [node]
    if case .and(let nodes) = node { parts = nodes }
    let words = parts.filter(isIndexable)
    if !words.isEmpty {
      let denied = parts.filter { isDeniedText($0) }
      let rest = parts.filter { !isIndexable($0) && !isDeniedText($0) }
      return try selection(words: .all(words + denied), rest: rest)
    }
    if case .or(let nodes) = node, nodes.contains(where: { finds($0) }) {
      return try union(of: nodes)
    }
    var conditions: [SQLFragment] = []
    for part in parts { conditions.append(try condition(part, id: subject.id, drives: true)) }
    return Selection(
      tables: [subject.table] + subject.joins(toIndex: false, for: node), conditions: conditions,
      id: subject.id, fullText: nil)
  }

  /// Rows that the full-text index finds, and what must be true of them besides.
  private func selection(
    words: QueryNode, rest: [QueryNode]
  ) throws(QueryPlanError) -> Selection {
    let id = subject.fullText + ".rowid"
    let plan = try TextPlan(words, columns: subject.columns, tokenizer)
    var conditions = [subject.matches(plan)]
    for part in rest { conditions.append(try condition(part, id: id, drives: false)) }
    return Selection(
      tables: [subject.fullText] + subject.joins(toIndex: true, for: .all(rest)),
      conditions: conditions, id: id, fullText: subject.fullText)
  }

  /// Rows that one of several selections finds, each in its own best way.
  private func union(of nodes: [QueryNode]) throws(QueryPlanError) -> Selection {
    var parts: [SQLFragment] = []
    for node in nodes {
      let selection = try selection(node)
      parts.append(selection.statement(selection.id))
    }
    let ids = "\(subject.id) IN (" + SQLFragment.joined(parts, by: " UNION ") + ")"
    return Selection(
      tables: [subject.table], conditions: [ids], id: subject.id, fullText: nil)
  }

  /// A condition on the rows of a selection, whose ids are in the column `id`.
  ///
  /// Where it `drives`, SQLite may find the rows by this condition. It must not where the full-text
  /// index finds them: the index would be asked again for each id.
  func condition(
    _ node: QueryNode, id: String, drives: Bool
  ) throws(QueryPlanError) -> SQLFragment {
    let member = (drives ? "" : "+") + id
    if isIndexable(node) {
      let plan = try TextPlan(node, columns: subject.columns, tokenizer)
      return "\(member) IN (" + subject.ids(plan) + ")"
    }
    switch node {
    case .everything: return SQLFragment("TRUE")
    case .and(let nodes): return try joined(nodes, " AND ", id, drives)
    case .or(let nodes): return try joined(nodes, " OR ", id, false)
    case .not(.filter(.has(.date))) where subject != .boilerplate: return undated(id)
    // Not NOT: what is unknown of an article is not true of it.
    case .not(let node): return "(" + (try condition(node, id: id, drives: false)) + ") IS NOT TRUE"
    default: return try leaf(node, id: id, member: member)
    }
  }

  private func joined(
    _ nodes: [QueryNode], _ symbol: String, _ id: String, _ drives: Bool
  ) throws(QueryPlanError) -> SQLFragment {
    var parts: [SQLFragment] = []
    for node in nodes { parts.append(try condition(node, id: id, drives: drives)) }
    return "(" + SQLFragment.joined(parts, by: symbol) + ")"
  }

  private func leaf(
    _ node: QueryNode, id: String, member: String
  ) throws(QueryPlanError) -> SQLFragment {
    switch subject {
    case .articles: try articleCondition(node, id: id, member: member)
    case .quotes: try quoteCondition(node, id: id)
    case .boilerplate: try boilerplateCondition(node)
    }
  }

  /// The planner of a part that is about something else.
  func planner(of subject: Subject) -> Planner { Planner(tokenizer: tokenizer, subject: subject) }
}

// MARK: Kinds of nodes

extension Planner {
  /// Whether the subject's full-text table can be asked it. A quote has no headline: its article
  /// has one.
  private func isIndexable(_ node: QueryNode) -> Bool {
    node.isIndexable && (subject == .articles || !node.isAboutPart)
  }

  private func isDeniedText(_ node: QueryNode) -> Bool {
    node.deniedText.map { isIndexable($0) } ?? false
  }

  /// Whether rows can be found by it, instead of being asked one by one.
  private func finds(_ node: QueryNode) -> Bool {
    switch node {
    case .oneQuote: true
    case .and(let nodes): nodes.contains { finds($0) }
    case .or(let nodes): nodes.allSatisfy { finds($0) }
    default: isIndexable(node)
    }
  }
}

/// A query as Nexis is asked it, as far as Nexis can be.
struct NexisQuery {
  private(set) var losses: [String] = []
  private(set) var text = ""

  init(_ node: QueryNode) { text = write(node) }

  private mutating func lose(_ loss: String) {
    if !losses.contains(loss) { losses.append(loss) }
  }

  private mutating func write(_ node: QueryNode) -> String {
    switch node {
    case .everything:
      lose("A search for everything: Nexis wants a word.")
      return ""
    case .term(let term): return write(term)
    case .and(let nodes):
      // Nexis has no denial that stands first.
      let wanted = nodes.filter { !$0.isNegation }.map { inBrackets($0) }.filter { !$0.isEmpty }
      let denied = nodes.filter(\.isNegation).map { inBrackets($0) }.filter { !$0.isEmpty }
      return ([wanted.joined(separator: " AND ")] + denied).joined(separator: " ")
    case .or(let nodes):
      return nodes.map { inBrackets($0) }.filter { !$0.isEmpty }.joined(separator: " OR ")
    case .not(let node):
      let denied = inBrackets(node)
      return denied.isEmpty ? "" : "AND NOT " + denied
    case .near(let near):
      return inBrackets(near.first)
        + near.links.map { " \($0.symbol) \(inBrackets($0.operand))" }.joined()
    case .window(let terms, let steps):
      if terms.count > 2 {
        lose("“All within \(steps) words of each other”: each is near the next one.")
      }
      return terms.map { write($0) }.joined(separator: " w/\(steps) ")
    case .atLeast(let count, let node): return "ATLEAST\(count)(\(write(node)))"
    case .capitals(let node):
      lose("caps(): Nexis knows any capital (CAPS) and all capitals (ALLCAPS), not the spelling.")
      let words = node.reading
      return (words == words.uppercased() ? "ALLCAPS(" : "CAPS(") + write(node) + ")"
    case .within(let part, let node):
      return (part == .headline ? "HEADLINE(" : "LEAD(") + write(node) + ")"
    case .filter(let filter): return write(filter)
    case .quote(let condition):
      lose("\(condition.reading): Nexis does not know who is quoted.")
      return ""
    case .oneQuote(let node):
      lose("\(QueryNode.oneQuote(node).reading): Nexis does not know who is quoted.")
      return ""
    }
  }

  private mutating func inBrackets(_ node: QueryNode) -> String {
    switch node {
    case .and, .or, .near, .window:
      let text = write(node)
      return text.isEmpty ? "" : "(\(text))"
    default: return write(node)
    }
  }

  private mutating func write(_ term: Term) -> String {
    let words = term.isPhrase || term.words.contains(" ") ? "\"\(term.words)\"" : term.words
    switch term.form {
    case .exact: return words
    case .prefix:
      return term.isPhrase ? "\"\(term.words)!\"" : term.words + "!"
    case .pattern:
      if term.words.hasPrefix("*") { lose("\(term): Nexis has no wildcard before a word.") }
      if term.words.dropFirst().dropLast().contains("*") {
        lose("\(term): inside a word, Nexis has ? for one letter, and none for any number.")
      }
      return words
    case .inflections:
      lose("\(term): Nexis finds plurals and possessives by itself, and no other inflections.")
      return words
    case .fuzzy:
      lose("\(term): Nexis does not look for similar spellings.")
      return words
    }
  }

  private mutating func write(_ filter: Filter) -> String {
    switch filter {
    case .name(.author, let term): return "BYLINE(\(write(term)))"
    case .name(.source, let term): return "PUBLICATION(\(write(term)))"
    case .name(.section, let term): return "SECTION(\(write(term)))"
    case .language(let tag): return "LANGUAGE(\(tag))"
    case .dates(let span):
      let days = span.description.split(separator: ".", omittingEmptySubsequences: true)
      let bounds = [
        span.first.map { _ in "DATE >= \(days.first ?? "")" },
        span.last.map { _ in "DATE <= \(days.last ?? "")" },
      ]
      return bounds.compactMap { $0 }.joined(separator: " AND ")
    case .words(let range):
      return range.upperBound == Int(Int32.max)
        ? "LENGTH > \(range.lowerBound - 1)" : "LENGTH < \(range.upperBound + 1)"
    case .site, .id, .importRun, .has, .boilerplate, .topic, .tag, .status:
      lose("\(filter.reading) is about this archive.")
      return ""
    }
  }
}

extension QueryNode {
  fileprivate var isNegation: Bool {
    if case .not = self { return true }
    return false
  }
}

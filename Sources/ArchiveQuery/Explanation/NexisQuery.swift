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
    case .and(let nodes): return write(allOf: nodes)
    case .or(let nodes):
      return nodes.map { inBrackets($0) }.filter { !$0.isEmpty }.joined(separator: " OR ")
    case .not:
      lose("\(node.reading): Nexis has AND NOT behind something that is wanted, and nowhere else.")
      return ""
    case .near(let near):
      if near.links.count > 1 {
        lose("\(node.reading): Nexis begins with the smallest distance, and not on the left.")
      }
      return inBrackets(near.first)
        + near.links.map { " \(symbol(of: $0)) \(inBrackets($0.operand))" }.joined()
    case .window(let terms, let steps):
      lose("“All within \(steps) words of each other”: each is near the next one.")
      let distance = distance(steps)
      return terms.map { write($0) }.joined(separator: " w/\(distance) ")
    case .atLeast(let count, let node):
      if count > Self.most { lose("atleast\(count): Nexis counts to \(Self.most).") }
      return "ATLEAST\(min(count, Self.most))(\(write(node)))"
    case .capitals(let node):
      lose("caps(): Nexis knows any capital (CAPS) and all capitals (ALLCAPS), not the spelling.")
      let words = node.reading
      return (words == words.uppercased() ? "ALLCAPS(" : "CAPS(") + write(node) + ")"
    case .within(let part, let node):
      let words = write(node)
      return words.isEmpty ? "" : (part == .headline ? "HEADLINE(" : "LEAD(") + words + ")"
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

  private mutating func write(allOf nodes: [QueryNode]) -> String {
    var (wanted, denied): ([String], [String]) = ([], [])
    for node in nodes {
      if case .not(let node) = node {
        denied.append(inBrackets(node))
      } else {
        wanted.append(inBrackets(node))
      }
    }
    wanted.removeAll(where: \.isEmpty)
    denied.removeAll(where: \.isEmpty)
    guard !wanted.isEmpty || denied.isEmpty else {
      let reading = QueryNode.all(nodes.filter(\.isNegation)).reading
      lose("\(reading): Nexis has AND NOT behind something that is wanted, and nowhere else.")
      return ""
    }
    return wanted.joined(separator: " AND ") + denied.map { " AND NOT " + $0 }.joined()
  }

  // MARK: Proximity

  /// Nexis counts words to here.
  private static let most = 255

  private mutating func distance(_ steps: Int) -> Int {
    if steps > Self.most { lose("w/\(steps): Nexis counts to \(Self.most).") }
    return min(steps, Self.most)
  }

  private mutating func symbol(of link: Proximity.Link) -> String {
    var link = link
    if link.order == .asWritten {
      switch link.reach {
      case .words where !link.isNegated: break
      case .words, .sentence, .paragraph:
        lose("\(link.symbol): Nexis has an order for so many words (pre/5) alone.")
        link.order = .either
      }
    }
    if case .words(let steps) = link.reach { link.reach = .words(distance(steps)) }
    return link.symbol
  }

  // MARK: Terms

  /// What stands for an operator, unless it is between quote marks.
  private static let operators: Set<String> = ["and", "or", "not", "near", "w", "pre"]

  /// Words between quote marks where Nexis would read something else without them.
  private static func quoted(_ words: String, _ term: Term) -> String {
    let isPlain = term.words.unicodeScalars.allSatisfy {
      $0.isTokenPart || "-'’.&*?".unicodeScalars.contains($0)
    }
    let isOperator = operators.contains(term.words.lowercased())
    return term.isPhrase || !isPlain || isOperator ? "\"\(words)\"" : words
  }

  private mutating func write(_ term: Term) -> String {
    switch term.form {
    case .exact: return Self.quoted(term.words, term)
    case .prefix: return Self.quoted(term.words + "!", term)
    case .pattern: return Self.quoted(writePattern(term), term)
    case .inflections:
      lose("\(term): Nexis finds plurals and possessives by itself, and no other inflections.")
      return Self.quoted(term.words, term)
    case .fuzzy:
      lose("\(term): Nexis does not look for similar spellings.")
      return Self.quoted(term.words, term)
    }
  }

  private mutating func writePattern(_ term: Term) -> String {
    term.words.split(separator: " ").map { word in
      if word.hasPrefix("*") || word.hasPrefix("?") {
        lose("\(term): Nexis has no wildcard before a word.")
      }
      if word.dropFirst().dropLast().contains("*") {
        lose("\(term): inside a word, Nexis has ? for one letter, and none for any number.")
      }
      return word.hasSuffix("*") ? word.dropLast() + "!" : word
    }.joined(separator: " ")
  }

  // MARK: Filters

  /// The languages that most archives have, as Nexis names them.
  private static let languages = [
    "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish",
    "fr": "french", "it": "italian", "ja": "japanese", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ru": "russian", "sv": "swedish", "tr": "turkish",
    "zh": "chinese",
  ]

  private mutating func write(language tag: String) -> String {
    let parts = tag.split { $0 == "-" || $0 == "_" }
    guard let name = parts.first.flatMap({ Self.languages[String($0)] }) else {
      lose("lang:\(tag): Nexis names languages in English words.")
      return "LANGUAGE(\(tag))"
    }
    if parts.count > 1 { lose("lang:\(tag): Nexis has languages, and not their regions.") }
    return "LANGUAGE(\(name))"
  }

  private mutating func write(_ filter: Filter) -> String {
    switch filter {
    case .name(.author, let term): return "BYLINE(\(write(term)))"
    case .name(.source, let term): return "PUBLICATION(\(write(term)))"
    case .name(.section, let term): return "SECTION(\(write(term)))"
    case .language(let tag): return write(language: tag)
    case .dates(let span):
      let days = span.description.split(separator: ".", omittingEmptySubsequences: true)
      let bounds = [
        span.first.map { _ in "DATE >= \(days.first ?? "")" },
        span.last.map { _ in "DATE <= \(days.last ?? "")" },
      ]
      return bounds.compactMap { $0 }.joined(separator: " AND ")
    case .words(let range):
      let bounds = [
        range.lowerBound > 0 ? "LENGTH > \(range.lowerBound - 1)" : nil,
        range.upperBound < Int(Int32.max) ? "LENGTH < \(range.upperBound + 1)" : nil,
      ]
      return bounds.compactMap { $0 }.joined(separator: " AND ")
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

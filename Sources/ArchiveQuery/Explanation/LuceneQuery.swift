/// A query in the syntax of Lucene's classic parser, which Elasticsearch and Solr take: over fields named
/// as ours, with body and headline as the default ones.
struct LuceneQuery {
  private(set) var losses: [String] = []
  private(set) var text = ""

  /// So many phrases stand for a proximity of groups.
  private static let mostPhrases = 32

  init(_ node: QueryNode) { text = write(node) }

  private mutating func lose(_ loss: String) {
    if !losses.contains(loss) { losses.append(loss) }
  }

  private mutating func write(_ node: QueryNode) -> String {
    switch node {
    case .everything: return "*:*"
    case .term(let term): return write(term)
    case .and(let nodes): return joined(nodes, " AND ")
    case .or(let nodes): return joined(nodes, " OR ")
    case .not(let node):
      let denied = inBrackets(node)
      return denied.isEmpty ? "" : "(*:* NOT \(denied))"
    case .near(let near): return write(near)
    case .window(let terms, let steps):
      lose("“…”~\(steps): Lucene's slop is the sum of all moves, and not the distance of any two.")
      for term in terms where term.form != .exact {
        lose("\(term): in a phrase with slop, Lucene's parser takes words as they are written.")
      }
      return "\"\(terms.map { Self.escaped($0.words) }.joined(separator: " "))\"~\(steps)"
    case .atLeast(_, let node):
      lose("atleast…(): Lucene does not count words.")
      return inBrackets(node)
    case .capitals(let node):
      lose("caps(): Lucene's fields are in small letters, unless they are made otherwise.")
      return inBrackets(node)
    case .within(let part, let node):
      if part == .lead { lose("lead: is a field only where one was made.") }
      return "\(part.rawValue):(\(write(node)))"
    case .filter(let filter): return write(filter)
    case .quote, .oneQuote:
      lose("\(node.reading): Lucene does not know who is quoted.")
      return ""
    }
  }

  private mutating func joined(_ nodes: [QueryNode], _ symbol: String) -> String {
    nodes.map { inBrackets($0) }.filter { !$0.isEmpty }.joined(separator: symbol)
  }

  private mutating func inBrackets(_ node: QueryNode) -> String {
    switch node {
    case .and, .or, .near:
      let text = write(node)
      return text.isEmpty ? "" : "(\(text))"
    default: return write(node)
    }
  }

  private mutating func write(_ near: Proximity) -> String {
    guard near.links.count == 1, let link = near.links.first, !link.isNegated,
      case .words(let steps) = link.reach, let left = Self.phrases(near.first),
      let right = Self.phrases(link.operand), left.count * right.count <= Self.mostPhrases
    else {
      lose("\(QueryNode.near(near).reading): Lucene's parser cannot say it; span queries can.")
      return ([near.first] + near.links.filter { !$0.isNegated }.map(\.operand))
        .map { inBrackets($0) }.joined(separator: " AND ")
    }
    lose(
      "w/\(steps): Lucene's slop counts moves. With the words the other way round, two more are needed"
        + (link.order == .asWritten ? ", and it cannot be forbidden." : "."))
    for phrase in left + right where phrase.contains(where: { $0 == " " }) {
      lose("“\(phrase)”: in a phrase with slop, its words may be apart as well.")
    }
    return left.flatMap { first in
      right.map { second in "\"\(first) \(second)\"~\(steps - 1)" }
    }.joined(separator: " OR ")
  }

  /// The words or phrases that an operand is one of; nil where it is more than that.
  private static func phrases(_ node: QueryNode) -> [String]? {
    switch node {
    case .term(let term): return term.form == .exact ? [escaped(term.words)] : nil
    case .or(let nodes):
      let parts = nodes.map { phrases($0) }
      return parts.contains(nil) ? nil : parts.flatMap { $0 ?? [] }
    default: return nil
    }
  }

  private mutating func write(_ term: Term) -> String {
    let isWord = term.words.unicodeScalars.allSatisfy {
      $0.isTokenPart || term.form == .pattern && ($0 == "*" || $0 == "?")
    }
    // Of several words, the classic parser takes none otherwise than it is written.
    guard isWord || term.form == .exact else {
      let words = Self.escaped(term.words)
      switch term.form {
      case .prefix:
        lose("\(term): a phrase with a truncated word wants the complex phrase parser.")
        return "\"\(words)*\""
      case .pattern:
        lose("\(term): a phrase with wildcards wants the complex phrase parser.")
        return "\"\(term.words)\""
      default:
        lose("\(term): Lucene looks for inflections and similar spellings of single words alone.")
        return "\"\(words)\""
      }
    }
    switch term.form {
    case .exact: return term.isPhrase || !isWord ? "\"\(Self.escaped(term.words))\"" : term.words
    case .prefix: return term.words + "*"
    case .pattern:
      if term.words.hasPrefix("*") || term.words.hasPrefix("?") {
        lose("\(term): Lucene must be told to allow a wildcard before a word.")
      }
      return term.words
    case .inflections:
      lose("\(term): Lucene finds inflections where the field is stemmed, and then always.")
      return term.words
    case .fuzzy(let errors): return term.words + "~\(errors)"
    }
  }

  private mutating func write(_ filter: Filter) -> String {
    switch filter {
    case .name(let field, let term): return "\(field.rawValue):" + write(term)
    case .language(let tag): return "language:(\(tag) OR \(Self.escaped(tag + "-"))*)"
    case .dates(let span):
      let text = span.description
      guard span.first != span.last else { return "date:\(text)" }
      let days = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
      let first = span.first == nil ? "*" : days.first ?? "*"
      let last = span.last == nil ? "*" : days.last ?? "*"
      return "date:[\(first) TO \(last)]"
    case .words(let range):
      let high = range.upperBound == Int(Int32.max) ? "*" : String(range.upperBound)
      return "words:[\(range.lowerBound) TO \(high)]"
    case .has(let fact) where fact != .boilerplate:
      lose("\(filter.reading): _exists_ is Elasticsearch's; Solr writes \(fact.rawValue):[* TO *].")
      return "_exists_:\(fact.rawValue)"
    case .site(let site):
      lose("\(filter.reading): anywhere in the address, and not as its site alone.")
      return "url:*\(Self.escaped(site.description))*"
    case .has, .id, .importRun, .boilerplate, .topic, .tag, .status:
      lose("\(filter.reading) is about this archive.")
      return ""
    }
  }

  private static func escaped(_ text: String) -> String {
    String(
      text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
        "+-!(){}[]^\"~*?:\\/&|".unicodeScalars.contains(scalar) ? ["\\", scalar] : [scalar]
      })
  }
}

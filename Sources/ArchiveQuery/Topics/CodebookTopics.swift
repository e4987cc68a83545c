internal import ArchiveStorage

/// Topics of lists of words, as dictionaries for the analysis of texts have them.
public enum CodebookTopics {
  /// The name of a topic in categories: `economy.state`, small letters, points between categories.
  ///
  /// Signs at both ends, by which some dictionaries tell directions, become words: `+state+` is
  /// `state-plus`, `-state-` is `state-minus`, `=state=` is `state-neutral`.
  public static func name(of path: [String]) -> String {
    path.map { part in
      let part = part.lowercased()
      var name = part.withoutDoubleQuotes.filter { $0 != ":" }
      for (sign, word) in [("+", "plus"), ("-", "minus"), ("=", "neutral")]
      where part.count > 2 && part.hasPrefix(sign) && part.hasSuffix(sign) {
        name = String(name.dropFirst().dropLast()) + "-" + word
      }
      return String(name.map { $0.isWhitespace || $0 == "." ? "-" : $0 })
    }.joined(separator: ".")
  }

  /// The names of topics in categories, each of them once: what comes again is numbered, `strikes-2`.
  public static func names(of paths: [[String]]) -> [String] {
    let names = paths.map(name)
    // What is called `strikes-2` in the list keeps its name.
    var taken = Set(names.map(\.nameKey))
    var seen: [String: Int] = [:]
    return names.map { name in
      let key = name.nameKey
      guard var number = seen[key] else {
        seen[key] = 1
        return name
      }
      repeat { number += 1 } while !taken.insert("\(key)-\(number)").inserted
      seen[key] = number
      return "\(name)-\(number)"
    }
  }

  /// The query that finds any of some patterns and subtopics; nil where there is none.
  public static func query(patterns: [String], topics: [String]) -> String? {
    let parts = patterns.compactMap(term) + topics.map { "topic:\"\($0)\"" }
    var known: Set<String> = []
    let distinct = parts.filter { known.insert($0).inserted }
    return distinct.isEmpty ? nil : distinct.joined(separator: " OR ")
  }

  /// A pattern in the query language; nil where it has no letter and no digit.
  ///
  /// Words stand between quote marks, so that none is an operator.
  static func term(_ pattern: String) -> String? {
    let words = pattern.withoutDoubleQuotes
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    let stem = words.hasSuffix("*") ? String(words.dropLast()) : words
    if !stem.contains(where: { $0 == "*" || $0 == "?" }) {
      return "\"\(stem)\"" + (stem == words ? "" : "*")
    }
    // Wildcards inside are no phrase: each word of it for itself, all of them.
    let parts = words.split(whereSeparator: \.isWhitespace).flatMap { wildcardTerms(String($0)) }
    return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " AND ") + ")"
  }

  /// What has no spaces, as terms. Where it would be read as more than a word — `source:foo*bar` is a
  /// condition — its parts are: letters, digits and wildcards next to each other.
  private static func wildcardTerms(_ word: String) -> [String] {
    if isTerm(word) { return [word] }
    let parts = word.split { !($0.isLetter || $0.isNumber || $0 == "*" || $0 == "?") }
    return parts.map(String.init).compactMap { part in
      guard part.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
      return isTerm(part) ? part : "\"\(part)\""
    }
  }

  /// Whether the query language reads a word as just that, with its wildcards.
  private static func isTerm(_ word: String) -> Bool {
    guard let query = try? Query(parsing: word), query.notes.isEmpty,
      case .term(let term) = query.root, term.description == word
    else { return false }
    return switch term.form {
    case .exact, .prefix, .pattern: true
    case .inflections, .fuzzy: false
    }
  }
}

/// Topics of lists of words, as dictionaries for the analysis of texts have them.
public enum CodebookTopics {
  /// The name of a topic in categories: `economy.state`, small letters, points between categories.
  ///
  /// Signs at both ends, by which some dictionaries tell directions, become words: `+state+` is
  /// `state-plus`, `-state-` is `state-minus`, `=state=` is `state-neutral`.
  public static func name(of path: [String]) -> String {
    path.map { part in
      let part = part.lowercased()
      var name = part.filter { $0 != "\"" && $0 != ":" }
      for (sign, word) in [("+", "plus"), ("-", "minus"), ("=", "neutral")]
      where part.count > 2 && part.hasPrefix(sign) && part.hasSuffix(sign) {
        name = String(name.dropFirst().dropLast()) + "-" + word
      }
      return String(name.map { $0.isWhitespace || $0 == "." ? "-" : $0 })
    }.joined(separator: ".")
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
    let words = pattern.filter { $0 != "\"" }
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    let stem = words.hasSuffix("*") ? String(words.dropLast()) : words
    if !stem.contains(where: { $0 == "*" || $0 == "?" }) {
      return "\"\(stem)\"" + (stem == words ? "" : "*")
    }
    // Wildcards inside are no phrase: each word of it for itself, all of them.
    let parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
    return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " AND ") + ")"
  }
}

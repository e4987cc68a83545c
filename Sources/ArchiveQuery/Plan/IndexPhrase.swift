/// A term as the full-text index knows it: one token or several in a row.
struct IndexPhrase: Equatable {
  /// Folded, as the index has them.
  let tokens: [String]
  let isPrefix: Bool
  /// The column in which it must stand, by number; nil for any.
  let column: Int?

  /// The phrase of a term. Throws for terms that only a list of the archive's words can resolve.
  init(_ term: Term, column: Int?, _ tokenizer: Tokenizer) throws(QueryPlanError) {
    switch term.form {
    case .exact: isPrefix = false
    case .prefix: isPrefix = true
    case .pattern: throw .notYet("A wildcard inside or before a word (\(term))")
    case .inflections: throw .notYet("Looking for inflections (\(term))")
    case .fuzzy: throw .notYet("Looking for similar spellings (\(term))")
    }
    tokens = tokenizer.indexedWords(of: term.words)
    self.column = column
  }

  /// The phrase in FTS5's language, between quote marks, so that no word can be an operator.
  var match: String {
    "\"" + tokens.joined(separator: " ").replacing("\"", with: "\"\"") + "\""
      + (isPrefix ? " *" : "")
  }

  /// Whether one word of a text can belong to both.
  func canOverlap(_ other: IndexPhrase) -> Bool {
    tokens.indices.contains { a in
      other.tokens.indices.contains { b in
        let (mine, theirs) = (tokens[a], other.tokens[b])
        return mine == theirs
          || isPrefix && a == tokens.count - 1 && theirs.hasPrefix(mine)
          || other.isPrefix && b == other.tokens.count - 1 && mine.hasPrefix(theirs)
      }
    }
  }
}

internal import ArchiveStorage
internal import NewsText

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
}

extension Tokenizer {
  /// The words under which the index has a text: Chinese is cut into its characters first.
  func indexedWords(of text: String) -> [String] {
    tokens(of: segmentedForIndex(text) ?? text)
  }
}

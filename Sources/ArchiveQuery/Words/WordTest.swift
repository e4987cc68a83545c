internal import ArchiveStorage

/// A word that is looked for, folded as the index has words, and how words of the text may differ.
enum WordTest: Hashable {
  case exact(String)
  case prefix(String)
  case pattern(WordPattern)
  case inflections(String)
  case fuzzy(String, errors: Int)

  /// The words of a term, in a row.
  ///
  /// Of several, the last one is truncated or inflected, and each may have the typing errors.
  static func tests(of term: Term, _ tokenizer: Tokenizer) -> [WordTest] {
    guard term.form != .pattern else {
      let wildcards = String(
        term.words.unicodeScalars.map {
          $0 == "*" ? WordPattern.any : $0 == "?" ? WordPattern.one : $0
        })
      return tokenizer.indexedWords(of: wildcards).map { token in
        guard let pattern = WordPattern(token: token) else { return .exact(token) }
        return pattern.prefix.map { .prefix($0) } ?? .pattern(pattern)
      }
    }
    let words = tokenizer.indexedWords(of: term.words)
    return words.enumerated().map { index, word in
      let isLast = index == words.count - 1
      return switch term.form {
      case .prefix where isLast: .prefix(word)
      case .inflections where isLast: .inflections(word)
      case .fuzzy(let errors) where errors > 0: .fuzzy(word, errors: errors)
      default: .exact(word)
      }
    }
  }

  /// Whether a word passes; nil where that is not told by the word alone.
  func matches(_ word: String) -> Bool? {
    switch self {
    case .exact(let wanted): return word == wanted
    case .prefix(let beginning): return word.utf8.starts(with: beginning.utf8)
    case .pattern(let pattern):
      return Array(word.utf8).withUnsafeBufferPointer { pattern.matches($0) }
    case .fuzzy(let wanted, let errors):
      return SimilarWords.distance(from: wanted, to: word, errors: errors) != nil
    case .inflections: return nil
    }
  }
}

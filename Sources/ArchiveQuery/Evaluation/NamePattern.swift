internal import ArchiveStorage

/// Words that a name must have: whole, next to each other, in any case, with or without accents.
struct NamePattern {
  private let words: [String]
  private let lastIsPrefix: Bool

  /// The pattern of a term.
  init(_ term: Term, _ tokenizer: Tokenizer) throws(QueryPlanError) {
    let phrase = try IndexPhrase(term, column: nil, tokenizer)
    (words, lastIsPrefix) = (phrase.tokens, phrase.isPrefix)
  }

  /// Whether a name with these words has them.
  func matches(_ name: [String]) -> Bool {
    guard !words.isEmpty, name.count >= words.count else { return false }
    return (0...(name.count - words.count)).contains { start in
      words.indices.allSatisfy { index in
        let word = name[start + index]
        return lastIsPrefix && index == words.count - 1
          ? word.hasPrefix(words[index]) : word == words[index]
      }
    }
  }
}

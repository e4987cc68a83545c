internal import ArchiveStorage
internal import NewsText

/// Makes phrases of a full-text index of a query's terms.
struct TermResolver {
  let tokenizer: Tokenizer
  let words: KnownWords
  /// The languages whose inflections are looked for.
  let languages: () throws -> [String]

  /// The phrase of a term in a part of the texts, or anywhere; `isCased`, its letters are capital and
  /// small as they are written.
  ///
  /// Throws ``QueryPlanError`` where the term stands for too many words.
  func phrase(
    _ term: Term, in part: IndexPhrase.Part?, isCased: Bool = false
  ) throws -> IndexPhrase {
    let tests = WordTest.tests(of: term, tokenizer)
    let words = try tests.map { test -> IndexWord in
      switch test {
      case .exact(let word): return .exact(word)
      case .prefix(let word): return .prefix(word)
      case .pattern, .inflections, .fuzzy:
        guard !isCased else {
          throw QueryPlanError.outOfPlace(
            "caps() takes words, phrases and beginnings of words, not “\(term)”.")
        }
        let found = try self.words(passing: test)
        guard found.count <= KnownWords.mostWords else {
          throw QueryPlanError(
            kind: .tooManyWords,
            message: "“\(term)” stands for \(found.count) words of this archive, and at most"
              + " \(KnownWords.mostWords) are looked for at once: write more of its letters.")
        }
        return .anyOf(found.map(\.text))
      }
    }
    return IndexPhrase(
      words: words, part: part, capitals: isCased ? Capitals(of: term, tokenizer) : nil)
  }

  /// What each word of a term stands for that is not looked for as it is written.
  func expansions(of term: Term) throws -> [(test: WordTest, words: [KnownWords.Word])] {
    try WordTest.tests(of: term, tokenizer).compactMap { test in
      switch test {
      case .exact, .prefix: nil
      case .pattern, .inflections, .fuzzy: (test, try words(passing: test))
      }
    }
  }

  private func words(passing test: WordTest) throws -> [KnownWords.Word] {
    guard case .inflections = test else { return try words.words(passing: test) }
    return try words.words(passing: test, languages: languages())
  }
}

extension Tokenizer {
  /// The words under which the index has a text: Chinese is cut into its characters first.
  func indexedWords(of text: String) -> [String] {
    tokens(of: segmentedForIndex(text) ?? text)
  }
}

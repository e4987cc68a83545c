internal import FullTextIndex

/// The words of a full-text index, and what stands for what among them.
final class KnownWords {
  /// A word of the index.
  struct Word: Equatable {
    let text: String
    /// How many rows have it.
    let rows: Int
  }

  /// A term that stands for more words is refused: none is left out in silence.
  static let mostWords = 5_000

  private let index: TextIndex
  private var pieces: [[UInt8]]?
  private var answers: [Question: [Word]] = [:]

  private struct Question: Hashable {
    let test: WordTest
    let languages: [String]
  }

  init(_ index: TextIndex) { self.index = index }

  /// The words that pass a test, in the order of their bytes; inflections are those of some languages.
  func words(passing test: WordTest, languages: [String] = []) throws -> [Word] {
    let question = Question(test: test, languages: languages)
    if let known = answers[question] { return known }
    var rows: [[UInt8]: Int] = [:]
    func gather(_ passes: (WordList.Word) -> Bool) throws {
      try forEachWord { word in
        // A damaged list may say any number.
        if passes(word) { rows[Array(word.bytes), default: 0] &+= word.articles }
      }
    }
    switch test {
    case .exact(let wanted):
      let wanted = Array(wanted.utf8)
      try gather { $0.bytes.elementsEqual(wanted) }
    case .prefix(let beginning):
      let beginning = Array(beginning.utf8)
      try gather { $0.bytes.starts(with: beginning) }
    case .pattern(let pattern): try gather { pattern.matches($0.bytes) }
    case .fuzzy(let wanted, let errors):
      var similar = SimilarWords(wanted, errors: errors)
      try gather { similar.distance(of: $0) != nil }
    case .inflections(let wanted):
      let family = WordFamily(wanted, languages: languages)
      try gather { family.contains($0.bytes) }
    }
    // What older segments have of a word, newer ones may have taken back.
    let words = rows.filter { $0.value > 0 }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Word(text: String(decoding: $0.key, as: UTF8.self), rows: $0.value) }
    answers[question] = words
    return words
  }

  /// The word that somebody who wrote another one may have meant: the one with the fewest typing errors
  /// that most rows have.
  func closest(to word: String) throws -> Word? {
    guard let errors = likelyTypingErrors(in: word) else { return nil }
    var similar = SimilarWords(word, errors: errors)
    var best: [(rows: [[UInt8]: Int], distance: Int)] = (1...errors).map { ([:], $0) }
    try forEachWord { other in
      guard let distance = similar.distance(of: other), distance > 0 else { return }
      best[distance - 1].rows[Array(other.bytes), default: 0] &+= other.articles
    }
    for candidates in best {
      let most = candidates.rows.max {
        ($0.value, $1.key.count) < ($1.value, $0.key.count)
          || $0.value == $1.value && $0.key.count == $1.key.count
            && $1.key.lexicographicallyPrecedes($0.key)
      }
      if let most, most.value > 0 {
        return Word(text: String(decoding: most.key, as: UTF8.self), rows: most.value)
      }
    }
    return nil
  }

  /// Calls the closure with the words of one segment after the other.
  private func forEachWord(_ body: (WordList.Word) -> Void) throws {
    let pieces = try pieces ?? index.wordPieces()
    self.pieces = pieces
    for piece in pieces {
      try index.checkTime()
      piece.withUnsafeBufferPointer { WordList.forEachWord(of: $0, body) }
    }
  }
}

/// The inflections of a word: what has the same stem in one of some languages.
private struct WordFamily {
  private let word: [UInt8]
  /// The word's first character.
  private let beginning: [UInt8]
  private let stems: [(stemmer: Stemmer, stem: [UInt8])]
  /// Whether no inflection can begin with another character.
  private let keepsBeginning: Bool

  init(_ word: String, languages: [String]) {
    self.word = Array(word.utf8)
    beginning = word.unicodeScalars.first.map { Array(String($0).utf8) } ?? []
    let bytes = self.word
    stems = languages.compactMap { Stemmer(language: $0) }.map { stemmer in
      (stemmer, bytes.withUnsafeBufferPointer { stemmer.stem($0) })
    }
    keepsBeginning = stems.allSatisfy(\.stemmer.keepsBeginning)
  }

  func contains(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let hasBeginning = other.starts(with: beginning)
    guard hasBeginning || !keepsBeginning else { return false }
    return other.elementsEqual(word)
      || stems.contains {
        (hasBeginning || !$0.stemmer.keepsBeginning)
          && $0.stemmer.stem(other).elementsEqual($0.stem)
      }
  }
}

import NewsModel

/// A rule on the words of a paragraph: a list of phrases, where they have to stand, and what kind of
/// boilerplate they show.
struct CueRule: Sendable {
  /// Where in the paragraph a phrase has to stand.
  enum Place: Sendable {
    /// The paragraph begins with it.
    case start
    /// Anywhere.
    case anywhere
    /// The paragraph is nothing else; numbers at its ends do not count.
    case whole
  }

  /// The name that is stored with each block that the rule set apart.
  let name: String
  let kind: BoilerplateKind
  let place: Place
  /// Longer paragraphs are not judged by the rule.
  let maxWords: Int
  /// Whether the rule is enough to set a paragraph apart. A hint is only weighed with all else.
  let isSure: Bool
  /// The phrases, separated by `|`. Case and punctuation do not matter; a run of digits is `0`.
  let phrases: String

  init(
    _ name: String, _ kind: BoilerplateKind, _ place: Place, upTo maxWords: Int, hint: Bool = false,
    _ phrases: String
  ) {
    self.name = name
    self.kind = kind
    self.place = place
    self.maxWords = maxWords
    self.isSure = !hint
    self.phrases = phrases
  }
}

extension CueRule {
  /// "© 2017 The Example Times": the sign is no word, so no phrase can name it.
  static let copyrightSign = CueRule("copyright-sign", .copyright, .anywhere, upTo: 40, "")
}

/// Finds the rules whose phrases occur in a paragraph, by its words' hashes.
final class CueScanner: Sendable {
  private struct Phrase: Sendable {
    /// Its words, as a range of ``CueScanner/words``.
    let words: Range<Int>
    let rule: Int
    let place: CueRule.Place
    let maxWords: Int
  }

  /// One bit for 16 bits of a word's hash, or of two words': nearly every word of an article is turned
  /// away here.
  private struct WordFilter: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1 << 10)

    @inline(__always)
    func mayHold(_ word: UInt32) -> Bool {
      bits[Int(word & 0xFFFF) >> 6] & 1 << UInt64(word & 63) != 0
    }

    mutating func insert(_ word: UInt32) {
      bits[Int(word & 0xFFFF) >> 6] |= 1 << UInt64(word & 63)
    }
  }

  let rules: [CueRule]
  private let phrases: [UInt32: [Phrase]]
  /// The words of all phrases, one phrase after the other.
  private let words: [UInt32]
  /// The first words of all phrases, and of those that need not begin the paragraph.
  private let firstWords: WordFilter
  private let firstWordsAnywhere: WordFilter
  /// The first two words of all phrases, since the first is often a common one; and the only words of
  /// those that have no more.
  private let firstPairs: WordFilter
  private let onlyWords: WordFilter
  /// Longer paragraphs are judged by no rule.
  private let maxWords: Int

  init(_ rules: [CueRule]) {
    self.rules = rules
    maxWords = rules.map(\.maxWords).max() ?? 0
    var (phrases, all): ([UInt32: [Phrase]], [UInt32]) = ([:], [])
    var (firstWords, firstWordsAnywhere) = (WordFilter(), WordFilter())
    var (firstPairs, onlyWords) = (WordFilter(), WordFilter())
    for (index, rule) in rules.enumerated() {
      for phrase in rule.phrases.split(separator: "|") {
        let bytes = Array(phrase.utf8)
        let words = ParagraphShape(bytes, 0..<bytes.count).words
        guard let first = words.first else { continue }
        phrases[first, default: []].append(
          Phrase(
            words: all.count..<all.count + words.count, rule: index,
            place: rule.place, maxWords: rule.maxWords))
        all += words
        firstWords.insert(first)
        if rule.place == .anywhere { firstWordsAnywhere.insert(first) }
        if words.count > 1 {
          firstPairs.insert(Self.pair(first, words[1]))
        } else {
          onlyWords.insert(first)
        }
      }
    }
    (self.phrases, words) = (phrases, all)
    (self.firstWords, self.firstWordsAnywhere) = (firstWords, firstWordsAnywhere)
    (self.firstPairs, self.onlyWords) = (firstPairs, onlyWords)
  }

  /// Calls with the number of each rule that holds; a rule may come more than once.
  func matches(_ shape: ParagraphShape, _ found: (Int) -> Void) {
    let words = shape.words
    guard let first = words.first, words.count <= maxWords else { return }
    if firstWords.mayHold(first) { matches(words, at: 0, found) }
    for start in 1..<words.count where firstWordsAnywhere.mayHold(words[start]) {
      matches(words, at: start, found)
    }
  }

  private func matches(_ words: [UInt32], at start: Int, _ found: (Int) -> Void) {
    let next = start + 1 < words.count ? words[start + 1] : 0
    guard onlyWords.mayHold(words[start]) || firstPairs.mayHold(Self.pair(words[start], next)),
      let candidates = phrases[words[start]]
    else { return }
    for phrase in candidates where holds(phrase, at: start, in: words) { found(phrase.rule) }
  }

  @inline(__always)
  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    (first &* 31 &+ second) &* 0x9E37_79B1 >> 16
  }

  private func holds(_ phrase: Phrase, at start: Int, in words: [UInt32]) -> Bool {
    let count = phrase.words.count
    guard words.count <= phrase.maxWords, start + count <= words.count else { return false }
    switch phrase.place {
    case .anywhere: break
    case .start: guard start == 0 else { return false }
    case .whole: guard start == 0, words.count == count else { return false }
    }
    for index in 1..<max(count, 1)
    where words[start + index] != self.words[phrase.words.lowerBound + index] { return false }
    return true
  }
}

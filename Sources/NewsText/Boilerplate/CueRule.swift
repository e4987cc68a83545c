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
struct CueScanner: Sendable {
  private struct Phrase: Sendable {
    let words: [UInt32]
    let rule: Int
  }

  let rules: [CueRule]
  private var phrases: [UInt32: [Phrase]] = [:]
  /// One bit for the low 16 bits of each phrase's first word: nearly every word of an article is
  /// turned away here.
  private var firstWords = [UInt64](repeating: 0, count: 1 << 10)

  init(_ rules: [CueRule]) {
    self.rules = rules
    for (index, rule) in rules.enumerated() {
      for phrase in rule.phrases.split(separator: "|") {
        let bytes = Array(phrase.utf8)
        let words = ParagraphShape(bytes, 0..<bytes.count).words
        guard let first = words.first else { continue }
        phrases[first, default: []].append(Phrase(words: words, rule: index))
        let bit = first & 0xFFFF
        firstWords[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
      }
    }
  }

  /// Calls with the number of each rule that holds; a rule may come more than once.
  func matches(_ shape: ParagraphShape, _ found: (Int) -> Void) {
    let words = shape.words
    for start in words.indices {
      let first = words[start]
      guard firstWords[Int(first & 0xFFFF) >> 6] & 1 << UInt64(first & 63) != 0,
        let candidates = phrases[first]
      else { continue }
      for phrase in candidates where holds(phrase, at: start, in: words) { found(phrase.rule) }
    }
  }

  private func holds(_ phrase: Phrase, at start: Int, in words: [UInt32]) -> Bool {
    let rule = rules[phrase.rule]
    guard words.count <= rule.maxWords, start + phrase.words.count <= words.count else {
      return false
    }
    switch rule.place {
    case .anywhere: break
    case .start: guard start == 0 else { return false }
    case .whole: guard start == 0, words.count == phrase.words.count else { return false }
    }
    return phrase.words.indices.allSatisfy { phrase.words[$0] == words[start + $0] }
  }
}

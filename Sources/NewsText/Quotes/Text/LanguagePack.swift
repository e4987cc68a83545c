/// What the extractor knows of a language: words by class, and a few habits. Data only, so that a
/// language is added without touching a rule.
final class LanguagePack: Sendable {
  let tag: String
  /// Tags of languages near enough to be read with the same words.
  let otherTags: [String]
  let lexicon: Lexicon
  /// Endings that say what an unlisted lower-case word is, longest first; and the last bytes that they
  /// have, a bit each.
  private let suffixes: [(ending: [UInt8], wordClass: WordClass)]
  private let lastBytes: (UInt64, UInt64, UInt64, UInt64)
  /// Endings of verbs, looked at only where nothing but a verb can stand.
  let verbEndings: [[UInt8]]
  /// Whether an apostrophe ends a word ("l'Elysée", "dell'Italia").
  let elides: Bool
  /// Whether common nouns are written with a capital, so that a capital tells no name.
  let capitalisesNouns: Bool
  /// Whether « opens or closes where both are possible.
  let opensWithRightGuillemet: Bool
  /// Whether a dash at the start of a paragraph opens a quote.
  let hasDashQuotes: Bool
  /// Whether print sets speech off, always, by a capital and a colon, comma or dash.
  let setsSpeechOff: Bool
  /// Whether speakers are looked for by distance in characters, there being no spaces.
  let isUnspaced: Bool
  /// Where a subject stands beside its verb.
  let order: Order

  enum Order {
    /// Before it ("Smith said"); after it only next to a quote.
    case subjectFirst
    /// After it, where anything else comes first ("Gestern sagte Meier").
    case verbSecond
    /// After it, as a rule ("قال الوزير").
    case verbFirst
    /// After it as often as before it ("dijo Pérez", "сказал Иванов").
    case free
  }

  init(
    tag: String, otherTags: [String] = [], words: [(WordClass, String)],
    suffixes: [(String, WordClass)] = [], verbEndings: [String] = [],
    elides: Bool = false, capitalisesNouns: Bool = false, opensWithRightGuillemet: Bool = false,
    hasDashQuotes: Bool = false, setsSpeechOff: Bool = false, isUnspaced: Bool = false,
    order: Order = .subjectFirst
  ) {
    self.tag = tag
    self.otherTags = otherTags
    lexicon = Lexicon(words)
    self.suffixes = suffixes.map { (Array($0.0.utf8), $0.1) }
    lastBytes = suffixes.reduce(into: (0, 0, 0, 0)) { bits, suffix in
      guard let last = suffix.0.utf8.last else { return }
      let bit = UInt64(1) << UInt64(last & 63)
      switch last >> 6 {
      case 0: bits.0 |= bit
      case 1: bits.1 |= bit
      case 2: bits.2 |= bit
      default: bits.3 |= bit
      }
    }
    self.verbEndings = verbEndings.map { Array($0.utf8) }
    self.elides = elides
    self.capitalisesNouns = capitalisesNouns
    self.opensWithRightGuillemet = opensWithRightGuillemet
    self.hasDashQuotes = hasDashQuotes
    self.setsSpeechOff = setsSpeechOff
    self.isUnspaced = isUnspaced
    self.order = order
  }

  /// Whether a word has the ending of a verb.
  func endsLikeVerb(_ word: ArraySlice<UInt8>) -> Bool {
    verbEndings.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
  }

  /// What the ending of a word not in the lexicon tells.
  func suffixClasses(_ word: ArraySlice<UInt8>) -> WordClass {
    // Most words end like none.
    guard let last = word.last, endsSome(last) else { return [] }
    for (ending, wordClass) in suffixes
    where word.count > ending.count + 1 && word.suffix(ending.count).elementsEqual(ending) {
      return wordClass
    }
    return []
  }

  private func endsSome(_ byte: UInt8) -> Bool {
    let bits =
      switch byte >> 6 {
      case 0: lastBytes.0
      case 1: lastBytes.1
      case 2: lastBytes.2
      default: lastBytes.3
      }
    return bits >> UInt64(byte & 63) & 1 == 1
  }
}

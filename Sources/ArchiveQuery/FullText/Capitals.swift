internal import ArchiveStorage
internal import NewsText

/// Which letters of a phrase's words are capitals: what `caps()` compares.
struct Capitals: Equatable {
  /// For each word whether each of its letters is a capital.
  private let words: [[Bool]]
  private let lastIsPrefix: Bool

  /// The capitals of a term as it is written.
  init(of term: Term, _ tokenizer: Tokenizer) {
    let text = segmentedForIndex(term.words) ?? term.words
    let bytes = Array(text.utf8)
    var words: [[Bool]] = []
    tokenizer.forEachToken(of: text) { _, range in words.append(Self.capitals(bytes[range])) }
    self.words = words
    lastIsPrefix = term.form == .prefix
  }

  /// Whether the words at a place of a text are written so.
  func areThose(of place: Place, in layout: TextLayout) throws -> Bool {
    guard place.tokens.count == words.count else { return false }
    let text = try layout.column(place.column)
    for (token, word) in zip(place.tokens, words) {
      let isBeginning = lastIsPrefix && token == place.tokens.upperBound - 1
      guard text.has(word, isBeginning: isBeginning, at: token) else { return false }
    }
    return true
  }

  /// The letters of a word.
  private static func capitals(_ bytes: ArraySlice<UInt8>) -> [Bool] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.compactMap(\.isCapital)
  }
}

extension Unicode.Scalar {
  /// Whether a letter of a word is a capital; nil for accents that stand alone, which are no letters.
  fileprivate var isCapital: Bool? {
    if isASCII { return (65...90).contains(value) }
    switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return true
    case .nonspacingMark, .spacingMark, .enclosingMark: return nil
    default: return false
    }
  }
}

extension TextLayout.Column {
  /// Whether the letters and digits from the beginning of a token on are capital and small like those of a
  /// word, or of the beginning of one: at least those of the token, and none of the next one.
  fileprivate func has(_ word: [Bool], isBeginning: Bool, at token: Int) -> Bool {
    guard var offset = start(of: token) else { return false }
    let next = start(of: token + 1) ?? bytes.count
    var letters = 0
    while offset < next {
      let first = bytes[offset]
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let end = min(offset + length, next)
      let letter =
        first < 0x80
        ? Unicode.Scalar(first)
        : String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
      guard letter.isTokenPart else { break }
      offset = end
      guard let isCapital = letter.isCapital else { continue }
      guard letters < word.count else { return isBeginning }
      guard word[letters] == isCapital else { return false }
      letters += 1
    }
    return letters == word.count
  }
}

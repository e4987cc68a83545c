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
    let text = try layout.column(place.column)
    guard place.tokens.count == words.count, place.tokens.upperBound <= text.starts.count else {
      return false
    }
    return zip(place.tokens, words).enumerated().allSatisfy { index, pair in
      let its = Self.capitals(text.word(at: pair.0))
      return lastIsPrefix && index == words.count - 1
        ? its.starts(with: pair.1) : its == pair.1
    }
  }

  /// The letters of a word. Accents that stand alone are none.
  private static func capitals(_ bytes: ArraySlice<UInt8>) -> [Bool] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.compactMap { scalar in
      if scalar.isASCII { return (65...90).contains(scalar.value) }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter: return true
      case .nonspacingMark, .spacingMark, .enclosingMark: return nil
      default: return false
      }
    }
  }
}

extension TextLayout.Column {
  /// The letters and digits from the beginning of a token on: at least those of the token, and none of
  /// the next one.
  fileprivate func word(at token: Int) -> ArraySlice<UInt8> {
    let start = starts[token]
    let next = token + 1 < starts.count ? starts[token + 1] : bytes.count
    var end = start
    while end < next {
      let length = bytes[end] < 0x80 ? 1 : bytes[end] < 0xE0 ? 2 : bytes[end] < 0xF0 ? 3 : 4
      let scalar = String(decoding: bytes[end..<min(end + length, next)], as: UTF8.self)
      guard scalar.unicodeScalars.allSatisfy(\.isTokenPart) else { break }
      end = min(end + length, next)
    }
    return bytes[start..<end]
  }
}

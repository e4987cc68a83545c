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
  func areThose(of place: Place, in layout: TextLayout) -> Bool {
    guard place.column < layout.columns.count, place.tokens.count == words.count else {
      return false
    }
    let text = layout.columns[place.column]
    return zip(place.tokens, words).enumerated().allSatisfy { index, pair in
      let its = Self.capitals(text.bytes[text.tokens[pair.0]])
      return lastIsPrefix && index == words.count - 1
        ? its.starts(with: pair.1) : its == pair.1
    }
  }

  /// Accents that stand alone are no letters.
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

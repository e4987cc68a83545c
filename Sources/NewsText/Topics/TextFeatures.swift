/// What a classifier looks at in a text: its words, its pairs of neighbouring words, and the pieces of
/// four letters in its words.
///
/// Pieces of words stand for inflection and composition in any language (`Steuer` in
/// `Mehrwertsteuererhöhung`): on five sets of labelled news they are worth half a percentage point
/// to six, beside words and pairs (Docs/topics.md). All are hashes of 64 bits; the highest bit tells pieces
/// from words.
struct TextFeatures {
  private static let pieceBit: UInt64 = 1 << 63
  private static let pieceLength = 4

  /// Calls the closure with each occurrence of a feature in an article.
  static func forEach(in article: LabelledText, _ body: (UInt64) -> Void) {
    // The headline says what it is about: its words count twice, once of their own.
    forEach(in: article.headline, salt: 0, body)
    forEach(in: article.headline, salt: 0x5851_F42D_4C95_7F2D, body)
    forEach(in: article.body, salt: 0, body)
  }

  private static func forEach(in text: String, salt: UInt64, _ body: (UInt64) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var previous: UInt64?
      forEachFoldedWord(in: bytes) { word in
        let hash = wordHash(word) ^ salt
        body(hash & ~pieceBit)
        if let previous { body(mixed(previous &* 3 ^ hash) & ~pieceBit) }
        previous = hash
        if salt == 0 { forEachPiece(of: word) { body($0 | pieceBit) } }
      }
    }
  }

  @inline(__always)
  private static func wordHash(_ word: UnsafeBufferPointer<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in word { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }
    return mixed(hash)
  }

  /// Four letters each, the word's beginning and end counted as one; a shorter word is one piece.
  @inline(__always)
  private static func forEachPiece(
    of word: UnsafeBufferPointer<UInt32>, _ body: (UInt64) -> Void
  ) {
    // Scalars have 21 bits: three and a half fit.
    var window: UInt64 = 0x20
    var hash: UInt64 = 0
    var length = 1
    func push(_ scalar: UInt32) {
      hash = hash &<< 16 | (window & 0xFFFF)
      window = UInt64(scalar)
      length += 1
    }
    for scalar in word {
      push(scalar)
      if length >= pieceLength { body(mixed(hash &<< 16 ^ window)) }
    }
    push(0x20)
    if length >= pieceLength || word.count + 2 < pieceLength {
      body(mixed(hash &<< 16 ^ window))
    }
  }
}

/// Calls the closure with each word of a text as its letters and digits, in small letters. Of scripts
/// that are written without spaces each character is a word.
@inline(__always)
func forEachFoldedWord(
  in bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt32>) -> Void
) {
  // What is longer is no word.
  let limit = 64
  withUnsafeTemporaryAllocation(of: UInt32.self, capacity: limit) { word in
    var count = 0
    func end() {
      if count > 0 { body(UnsafeBufferPointer(rebasing: word[..<count])) }
      count = 0
    }
    func append(_ scalar: UInt32) {
      if count == limit { end() }
      word.initializeElement(at: count, to: scalar)
      count += 1
    }
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        offset += 1
        if byte.isLetterASCII {
          append(UInt32(byte | 0x20))
        } else if byte.isDigitASCII {
          append(UInt32(byte))
        } else {
          end()
        }
        continue
      }
      let (scalar, length) = bytes.decodedScalar(at: offset)
      offset += length
      switch ScalarClass(scalar) {
      case .letter: append(foldedCase(scalar))
      case .spaceless:
        end()
        append(scalar)
        end()
      case .spacelessMark, .space, .other: end()
      }
    }
    end()
  }
}

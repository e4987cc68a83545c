/// Cuts UTF-8 into words as `unicode61 remove_diacritics 2` does (sqlite.org/fts5.html), at a
/// multiple of its speed: ASCII goes through a table of bytes.
///
/// A class, because it owns the memory in which a word is folded.
final class WordScanner {
  /// The longest token of FTS5 in bytes; what is beyond is not in the index.
  private static let longestToken = 32_768

  private let folding: WordFolding
  private let foldsASCIIPlainly: Bool
  /// The word that is being read: there is room for one character behind the longest token, and for
  /// eight bytes that a ``HashedWord`` may read behind its end.
  private let word: UnsafeMutablePointer<UInt8>

  init(_ folding: WordFolding) {
    self.folding = folding
    foldsASCIIPlainly = folding.foldsASCIIPlainly
    let capacity = Self.longestToken + 4 + 8
    word = .allocate(capacity: capacity)
    word.initialize(repeating: 0, count: capacity)
  }

  deinit { word.deallocate() }

  /// Calls the closure with each word, folded, and the byte at which it begins in the text.
  ///
  /// The text is valid UTF-8: it is read without looking for the end inside of a character.
  @inline(__always)
  func forEachWord(
    in text: UnsafeBufferPointer<UInt8>, _ body: (HashedWord, Int) -> Void
  ) {
    let count = text.count
    folding.ascii.withUnsafeBufferPointer { ascii in
      var offset = 0
      while offset < count {
        // Between words.
        let byte = text[offset]
        let start = offset
        if byte < 0x80 {
          guard ascii[Int(byte)] != 0 else {
            offset += 1
            continue
          }
        } else {
          let (scalar, length) = Self.scalar(text, offset)
          let folded = folding.folded(scalar)
          guard folded != WordFolding.separator, folded != WordFolding.mark else {
            offset += length
            continue
          }
        }
        // Inside a word: what is ASCII eight bytes at a time, the rest byte by byte.
        var length = 0
        while foldsASCIIPlainly, offset + 8 <= count {
          let run = LetterRun(text, offset)
          run.store(to: word + length)
          length = min(length + run.count, Self.longestToken)
          offset += run.count
          if run.count < 8 { break }
        }
        while offset < count {
          let byte = text[offset]
          if byte < 0x80 {
            let folded = ascii[Int(byte)]
            if folded == 0 { break }
            word[length] = folded
            length += 1
            offset += 1
          } else {
            let (scalar, size) = Self.scalar(text, offset)
            let folded = folding.folded(scalar)
            if folded == WordFolding.separator { break }
            if folded != WordFolding.mark { length += write(folded, at: length) }
            offset += size
          }
          length = min(length, Self.longestToken)
        }
        body(HashedWord(padded: word, count: length), start)
      }
    }
  }

  @inline(__always)
  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> (UInt32, length: Int) {
    let first = UInt32(text[offset])
    func rest(_ index: Int) -> UInt32 {
      offset + index < text.count ? UInt32(text[offset + index] & 0x3F) : 0
    }
    if first < 0xE0 { return ((first & 0x1F) << 6 | rest(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3) }
    return ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
  }

  /// Writes a character as UTF-8; gives the number of its bytes.
  private func write(_ scalar: UInt32, at offset: Int) -> Int {
    let place = word + offset
    switch scalar {
    case 0..<0x80:
      place[0] = UInt8(scalar)
      return 1
    case 0x80..<0x800:
      place[0] = UInt8(0xC0 | scalar >> 6)
      place[1] = UInt8(0x80 | scalar & 0x3F)
      return 2
    case 0x800..<0x1_0000:
      place[0] = UInt8(0xE0 | scalar >> 12)
      place[1] = UInt8(0x80 | scalar >> 6 & 0x3F)
      place[2] = UInt8(0x80 | scalar & 0x3F)
      return 3
    default:
      place[0] = UInt8(0xF0 | scalar >> 18 & 0x07)
      place[1] = UInt8(0x80 | scalar >> 12 & 0x3F)
      place[2] = UInt8(0x80 | scalar >> 6 & 0x3F)
      place[3] = UInt8(0x80 | scalar & 0x3F)
      return 4
    }
  }
}

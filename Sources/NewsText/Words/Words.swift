/// Counts the words of a text.
///
/// A word is a run of letters and digits; an apostrophe, full stop or comma between two of them does
/// not end it (`don't`, `U.S`, `1,000`), as in Unicode's word boundaries (UAX 29). Of a script
/// that is written without spaces, each character is one word.
package func countWords(in text: String) -> Int {
  var text = text
  return text.withUTF8(countWords)
}

private func countWords(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var words = 0
  var inWord = false
  var offset = 0
  while offset < bytes.count {
    while offset + 8 <= bytes.count, let starts = wordStarts(in: bytes.word(at: offset), &inWord) {
      words += starts
      offset += 8
    }
    guard offset < bytes.count else { break }
    let byte = bytes[offset]
    if byte.isWordASCII {
      words += inWord ? 0 : 1
      inWord = true
      repeat { offset += 1 } while offset < bytes.count && bytes[offset].isWordASCII
      continue
    }
    if byte < 0x80 {
      if inWord { inWord = isJoiner(byte, at: offset, in: bytes) }
      offset += 1
      continue
    }
    let (scalar, length) = bytes.decodedScalar(at: offset)
    switch ScalarClass(scalar) {
    case .letter:
      words += inWord ? 0 : 1
      inWord = true
    case .spaceless:
      words += 1
      inWord = false
    case .spacelessMark: inWord = false
    // A right single quotation mark is also the printed apostrophe.
    case .other where scalar == 0x2019 && inWord:
      inWord = offset + length < bytes.count && bytes[offset + length].mayBeginWord
    case .other, .space: inWord = false
    }
    offset += length
  }
  return words
}

/// How many words begin in eight bytes; nil where one of them is not ASCII, or might join words.
///
/// It works on all eight at once: adding `0x80 - x` to a byte below 0x80 sets its high bit if the byte
/// is `x` or more.
@inline(__always)
private func wordStarts(in bytes: UInt64, _ inWord: inout Bool) -> Int? {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let high = ones << 7
  @inline(__always)
  func isBetween(_ low: UInt64, _ up: UInt64, _ bytes: UInt64) -> UInt64 {
    (bytes &+ ones &* (0x80 - low)) & ~(bytes &+ ones &* (0x7F - up))
  }
  // Apostrophe, comma and full stop are the marks that join; a few others stand between them.
  guard bytes & high == 0, isBetween(0x27, 0x2E, bytes) & high == 0 else { return nil }
  let letters = isBetween(0x61, 0x7A, bytes | ones << 5)
  let marks = (letters | isBetween(0x30, 0x39, bytes)) & high
  let starts = marks & ~(marks << 8 | (inWord ? 0x80 : 0))
  inWord = marks >> 63 != 0
  return Int((starts >> 7 &* ones) >> 56)
}

/// Whether a punctuation mark inside a word joins what stands on both its sides.
private func isJoiner(
  _ byte: UInt8, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
) -> Bool {
  guard byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  else { return false }
  guard offset + 1 < bytes.count, bytes[offset + 1].mayBeginWord else { return false }
  // A comma joins digits only: "1,000" is a word, "red,white" is two.
  guard byte == UInt8(ascii: ",") else { return true }
  return bytes[offset - 1].isDigitASCII && bytes[offset + 1].isDigitASCII
}

extension UInt8 {
  /// Whether the byte is an ASCII letter or digit.
  @inline(__always)
  var isWordASCII: Bool {
    isLetterASCII || isDigitASCII
  }

  /// Whether the byte is an ASCII letter.
  @inline(__always)
  var isLetterASCII: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether the byte is an ASCII digit.
  @inline(__always)
  var isDigitASCII: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether the byte is an ASCII letter or digit, or begins a scalar of a Latin, Greek, Cyrillic…
  /// letter (two bytes).
  @inline(__always)
  var mayBeginWord: Bool { isWordASCII || (self >= 0xC3 && self < 0xE0) }
}

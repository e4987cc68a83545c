/// The paragraphs of a text, and everything that stands between them.
///
/// Hard-wrapped text ("lines of some 70 characters, broken anywhere") is recognised and unwrapped:
/// the white space inside such a paragraph is folded to one space and remembered as a ``Fold``.
package struct Paragraphs: Sendable {
  /// White space inside a paragraph that was folded to one space.
  struct Fold: Sendable, Equatable {
    /// Where in ``bytes`` the space stands.
    var offset: Int
    /// The white space that the text had there.
    var original: [UInt8]
  }

  /// The UTF-8 text with its folds made: the same as the text where nothing is hard-wrapped.
  package private(set) var bytes: [UInt8]
  /// Each paragraph's bytes in ``bytes``: trimmed, never empty, without a line end, in order.
  package private(set) var ranges: [Range<Int>]
  /// The folds, in order; empty unless the text is hard-wrapped.
  private(set) var folds: [Fold] = []

  /// Finds the paragraphs of a text.
  package init(of text: String) {
    bytes = Array(text.utf8)
    let lines = TextLines(of: bytes)
    guard let wrap = HardWrap(lines, of: bytes) else {
      ranges = lines.ranges
      return
    }
    let unwrapped = wrap.unwrap(lines, of: bytes)
    (bytes, ranges, folds) = (unwrapped.bytes, unwrapped.ranges, unwrapped.folds)
  }

  /// The text of one paragraph.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// The lines of a text that are not empty, trimmed of white space.
struct TextLines {
  /// The bytes of each line without the white space around it.
  var ranges: [Range<Int>] = []
  /// How many white-space bytes stand between the line's beginning and its first character.
  var indents: [Int] = []
  /// Whether a line without text stands before it.
  var followsBlank: [Bool] = []

  /// Reads the lines of valid UTF-8. Lines end at any of Unicode's line ends, form feeds included.
  init(of bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { read($0) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lineStart = 0
    var blank = false
    while true {
      let (offset, next) = bytes.lineEnd(from: lineStart)
      let line = bytes.trimmed(lineStart..<offset)
      if line.isEmpty {
        blank = true
      } else {
        ranges.append(line)
        indents.append(line.lowerBound - lineStart)
        followsBlank.append(blank && ranges.count > 1)
        blank = false
      }
      guard offset < bytes.count else { break }
      lineStart = next
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first line end at or behind an offset, and where the line after it begins; the end of the
  /// bytes twice where there is none.
  fileprivate func lineEnd(from start: Int) -> (offset: Int, next: Int) {
    var offset = start
    while true {
      offset = possibleLineEnd(from: offset)
      guard offset < count else { return (count, count) }
      switch self[offset] {
      case 0x0D where offset + 1 < count && self[offset + 1] == 0x0A: return (offset, offset + 2)
      case 0x0A...0x0D: return (offset, offset + 1)
      case 0xC2, 0xE2:
        let (scalar, length) = decodedScalar(at: offset)
        if scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029 {
          return (offset, offset + length)
        }
        offset += 1
      default: offset += 1
      }
    }
  }

  /// The first byte below 0x0E, or that is 0xC2 or 0xE2; else the end. Eight bytes are looked at at
  /// a time: of each word the lowest marked byte is surely one of them.
  private func possibleLineEnd(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var offset = start
    while offset + 8 <= count {
      let word = word(at: offset)
      let control = (word &- ones &* 0x0E) & ~word
      let lead = word & (ones &* 0xDF) ^ (ones &* 0xC2)
      let marks = (control | (lead &- ones) & ~lead) & (ones << 7)
      if marks != 0 { return offset + marks.trailingZeroBitCount >> 3 }
      offset += 8
    }
    while offset < count {
      let byte = self[offset]
      if byte < 0x0E || byte == 0xC2 || byte == 0xE2 { return offset }
      offset += 1
    }
    return count
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// A range without the white space and invisible characters at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let length = spaceLength(at: low)
      guard length > 0 else { break }
      low += length
    }
    while high > low {
      let start = startOfScalar(endingAt: high)
      guard start >= low, spaceLength(at: start) == high - start else { break }
      high = start
    }
    return low..<high
  }

  /// How many bytes of white space, or of an invisible character, begin at an offset; 0 for none.
  @inline(__always)
  private func spaceLength(at offset: Int) -> Int {
    let byte = self[offset]
    if byte <= 0x20 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    guard byte >= 0xC2 else { return 0 }
    let (scalar, length) = decodedScalar(at: offset)
    switch scalar {
    // Zero-width space, joiners and marks, word joiner, byte order mark.
    case 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: return length
    default: return ScalarClass(scalar) == .space ? length : 0
    }
  }
}

/// Turns UTF-8 byte offsets of a text into code-point offsets, and back.
///
/// Inside the code positions are bytes; what is stored and shown counts code points, as `substr` in
/// SQLite, Python and R does.
package struct CodePointOffsets: Sendable {
  /// Code points that begin before each block of bytes; nil for ASCII, where both offsets are equal.
  private let before: [Int]?
  private let bytes: [UInt8]
  private static let blockSize = 256

  /// The offsets of one text.
  package init(_ text: String) {
    var text = text
    (before, bytes) = text.withUTF8 { utf8 in
      guard utf8.endOfASCII(from: 0) < utf8.count else { return (nil, []) }
      var counts: [Int] = []
      counts.reserveCapacity(utf8.count / Self.blockSize + 1)
      var count = 0
      for start in stride(from: 0, through: utf8.count, by: Self.blockSize) {
        counts.append(count)
        count += utf8.countScalars(in: start..<min(start + Self.blockSize, utf8.count))
      }
      return (counts, Array(utf8))
    }
  }

  /// The number of code points that begin before a byte.
  package func codePoint(atByte offset: Int) -> Int {
    guard let before else { return offset }
    let offset = min(offset, bytes.count)
    let block = offset / Self.blockSize
    return before[block]
      + bytes.withUnsafeBufferPointer { $0.countScalars(in: block * Self.blockSize..<offset) }
  }

  /// The byte at which a code point begins; the text's end for those beyond it.
  package func byte(ofCodePoint number: Int) -> Int {
    guard let before else { return number }
    // The last block before which no more than `number` code points begin.
    var (low, high) = (0, before.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if before[middle] <= number { low = middle } else { high = middle - 1 }
    }
    var index = low * Self.blockSize
    var count = before[low]
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if count == number { return index }
        count += 1
      }
      index += 1
    }
    return bytes.count
  }
}

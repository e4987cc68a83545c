/// Turns UTF-8 byte offsets of a text into code-point offsets, which the archive stores.
struct CodePointOffsets {
  /// Code points before each block of bytes; nil for ASCII, where both offsets are the same.
  private let before: [Int]?
  private let bytes: [UInt8]
  private static let blockSize = 256

  init(_ text: String) {
    var text = text
    let (bytes, isASCII) = text.withUTF8 { utf8 in
      utf8.allSatisfy { $0 < 0x80 } ? ([], true) : (Array(utf8), false)
    }
    self.bytes = bytes
    guard !isASCII else {
      before = nil
      return
    }
    var counts: [Int] = []
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.blockSize == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    counts.append(count)
    before = counts
  }

  /// The number of code points that begin before a byte offset.
  func codePoint(atByte offset: Int) -> Int {
    guard let before else { return offset }
    let block = min(offset, bytes.count) / Self.blockSize
    var count = before[block]
    for index in block * Self.blockSize..<min(offset, bytes.count) where bytes[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }
}

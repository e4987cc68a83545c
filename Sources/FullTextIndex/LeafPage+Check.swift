extension LeafPage {
  /// Whether a page can be read from its first word to its last: what its header and footer say lies on it, and
  /// each word shares no more with the one before than that one has. What stands in the lists is not looked at.
  package static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= header else { return false }
    let first = Int(bytes[0]) << 8 | Int(bytes[1])
    let end = Int(bytes[2]) << 8 | Int(bytes[3])
    guard end >= header, end <= bytes.count, first == 0 || header..<end ~= first else {
      return false
    }
    var (distances, place) = (0, end)
    bytes.withUnsafeBufferPointer { bytes in
      while place < bytes.count {
        _ = Varint.read(bytes, &place)
        distances += 1
      }
    }
    let page = LeafPage(bytes)
    guard place == bytes.count, page.words.count == distances else { return false }
    var text: [UInt8] = []
    return page.words.indices.allSatisfy { index in
      page.readWord(index, into: &text).map { $0 <= page.end(ofWord: index) } ?? false
    }
  }
}

/// Bytes of a text on one line: white space of any length is one space.
struct OneLine {
  var bytes: [UInt8] = []

  mutating func append(_ text: ArraySlice<UInt8>) {
    for byte in text {
      guard byte.isWhiteSpace else {
        bytes.append(byte)
        continue
      }
      if let last = bytes.last, last != 32 { bytes.append(32) }
    }
  }

  mutating func trimEnd() {
    while bytes.last == 32 { bytes.removeLast() }
  }
}

extension [UInt8] {
  /// How far a word's quote marks and dots may go beyond its letters.
  private static let reach = 24

  /// Where a word begins whose letters begin at a place, with the marks before it.
  func wordStart(_ offset: Int) -> Int {
    let earliest = Swift.max(0, offset - Self.reach)
    return self[earliest..<offset].lastIndex(where: \.isWhiteSpace).map { $0 + 1 } ?? offset
  }

  /// Where a word ends whose letters end at a place, with the marks behind it.
  func wordEnd(_ offset: Int) -> Int {
    let latest = Swift.min(count, offset + Self.reach)
    return self[offset..<latest].firstIndex(where: \.isWhiteSpace) ?? offset
  }
}

extension UInt8 {
  /// Whether it is ASCII's white space.
  var isWhiteSpace: Bool { self == 32 || (9...13).contains(self) }
}

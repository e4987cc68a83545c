/// Where a phrase begins in the body of an article: one position after the other, read when it is asked for.
/// Of a common word most are not.
struct BodyPositions {
  static let none = BodyPositions(bytes: [], from: 0, to: 0)

  private let bytes: [UInt8]
  private let start: Int
  private let end: Int
  private var offset: Int
  /// The position at which it is; the greatest number behind the last one.
  private(set) var current: UInt32 = 0

  /// Positions that stand among some bytes as in a position list of FTS5: each is the distance to the one
  /// before and 2, seven bits a byte, the highest first; 1 ends those of the body, the first column.
  init(bytes: [UInt8], from start: Int, to end: Int) {
    (self.bytes, self.start, self.end, offset) = (bytes, start, end, start)
    next()
  }

  /// Positions that ascend.
  init(_ positions: some Sequence<UInt32>) {
    var bytes: [UInt8] = []
    var last: UInt32 = 0
    for position in positions {
      let number = UInt64(position &- last) + 2
      for shift in [UInt64(28), 21, 14, 7] where number >> shift > 0 {
        bytes.append(UInt8(truncatingIfNeeded: number >> shift) | 0x80)
      }
      bytes.append(UInt8(number & 0x7F))
      last = position
    }
    self.init(bytes: bytes, from: 0, to: bytes.count)
  }

  /// Goes to the next one.
  @inline(__always)
  mutating func next() {
    guard offset < end else { return current = .max }
    var number = UInt64(bytes[offset])
    offset += 1
    if number >= 0x80 {
      number &= 0x7F
      while offset < end {
        let byte = bytes[offset]
        offset += 1
        number = number << 7 | UInt64(byte & 0x7F)
        if byte < 0x80 { break }
      }
    }
    guard number != 1 else {
      offset = end
      return current = .max
    }
    current = UInt32(truncatingIfNeeded: UInt64(current) &+ number &- 2)
  }

  /// Goes back to the first one.
  mutating func restart() {
    (offset, current) = (start, 0)
    next()
  }
}

/// SQLite's integers of variable length: big-endian groups of seven bits, nine bytes at most
/// (sqlite.org/fileformat2.html#varint).
enum Varint {
  /// Appends a number.
  @inline(__always)
  static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    if value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value))
    } else {
      appendLong(value, to: &bytes)
    }
  }

  @inline(__always)
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    append(UInt64(truncatingIfNeeded: value), to: &bytes)
  }

  private static func appendLong(_ value: UInt64, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 9) { memory in
      guard let start = memory.baseAddress else { return }
      bytes.append(contentsOf: memory[..<write(value, to: start)])
    }
  }

  /// Writes a number to memory that has room for nine bytes; gives the number of bytes.
  @inline(__always)
  static func write(_ value: UInt64, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    if value < 0x80 {
      memory[0] = UInt8(truncatingIfNeeded: value)
      return 1
    }
    if value < 0x4000 {
      memory[0] = UInt8(truncatingIfNeeded: value >> 7) | 0x80
      memory[1] = UInt8(truncatingIfNeeded: value & 0x7F)
      return 2
    }
    return writeLong(value, to: memory)
  }

  private static func writeLong(_ value: UInt64, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    let size = size(of: value)
    // The ninth byte has eight bits.
    var rest = size == 9 ? value >> 8 : value >> 7
    memory[size - 1] = UInt8(truncatingIfNeeded: size == 9 ? value : value & 0x7F)
    for place in (0..<size - 1).reversed() {
      memory[place] = UInt8(truncatingIfNeeded: rest) | 0x80
      rest >>= 7
    }
    return size
  }

  /// How many bytes a number takes.
  @inline(__always)
  static func size(of value: UInt64) -> Int {
    if value < 0x80 { return 1 }
    if value >> 56 != 0 { return 9 }
    return (64 - value.leadingZeroBitCount + 6) / 7
  }

  /// Reads a number and moves the offset behind it; 0 at the end of the bytes.
  ///
  /// Bytes of a damaged index can say anything: no offset leaves the buffer.
  @inline(__always)
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt64 {
    guard offset < bytes.count else { return 0 }
    let first = bytes[offset]
    if first < 0x80 {
      offset += 1
      return UInt64(first)
    }
    // Most of the others have two or three bytes: the distance to the next article, a day or so later.
    if offset + 2 < bytes.count {
      let (second, third) = (bytes[offset + 1], bytes[offset + 2])
      let two = UInt64(first & 0x7F) << 7 | UInt64(second & 0x7F)
      if second < 0x80 {
        offset += 2
        return two
      }
      if third < 0x80 {
        offset += 3
        return two << 7 | UInt64(third)
      }
    }
    return readLong(bytes, &offset)
  }

  private static func readLong(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt64 {
    var value: UInt64 = 0
    for _ in 0..<8 {
      guard offset < bytes.count else { return value }
      let byte = bytes[offset]
      offset += 1
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return value }
    }
    guard offset < bytes.count else { return value }
    value = value << 8 | UInt64(bytes[offset])
    offset += 1
    return value
  }
}

/// Finds short ASCII names, in any letter case, without making a string of them.
///
/// Open addressing in a table twice as large as needed; the names are given once and never change.
struct NameTable: Sendable {
  private struct Entry {
    var hash: UInt32
    /// Where the name stands in the table's text.
    var start: UInt32
    var length: UInt16
    var value: UInt16
  }

  private var slots: [UInt16]
  private var entries: [Entry] = []
  private var text: [UInt8] = []
  private let mask: Int
  private let longest: Int

  /// A table of names in lower case.
  init(_ names: [(name: String, value: Int)]) {
    var size = 16
    while size < names.count * 4 { size *= 2 }
    slots = [UInt16](repeating: .max, count: size)
    mask = size - 1
    longest = names.map { $0.name.utf8.count }.max() ?? 0
    for (name, value) in names {
      let bytes = Array(name.utf8)
      var hash = NameHash()
      for byte in bytes { hash.append(byte) }
      var slot = Int(hash.value) & mask
      while slots[slot] != .max { slot = (slot + 1) & mask }
      slots[slot] = UInt16(entries.count)
      entries.append(
        Entry(
          hash: hash.value, start: UInt32(text.count), length: UInt16(bytes.count),
          value: UInt16(value)))
      text += bytes
    }
  }

  /// The value of the name that stands in a range of bytes, or nil.
  func value(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count <= longest else { return nil }
    var hash = NameHash()
    for index in range { hash.append(asciiLowercase(bytes[index])) }
    return value(bytes, range, hash: hash)
  }

  /// The same for a name whose hash is known.
  func value(_ bytes: Span<UInt8>, _ range: Range<Int>, hash: NameHash) -> Int? {
    let (slots, entries) = (slots.span, entries.span)
    var slot = Int(hash.value) & mask
    while slots[slot] != .max {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash.value, equals(entry, bytes, range) { return Int(entry.value) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func equals(_ entry: Entry, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard Int(entry.length) == range.count else { return false }
    let text = text.span
    for offset in 0..<range.count
    where asciiLowercase(bytes[range.lowerBound + offset]) != text[Int(entry.start) + offset] {
      return false
    }
    return true
  }
}

/// FNV-1a over 32 bits.
struct NameHash {
  private(set) var value: UInt32 = 0x811C_9DC5

  @inline(__always)
  mutating func append(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
}

/// An ASCII letter in lower case; any other byte as it is.
@inline(__always)
func asciiLowercase(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}

/// The white space of HTML: space, tab, line feed, form feed, carriage return.
@inline(__always)
func isHTMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}

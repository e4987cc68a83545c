/// Distinct words, numbered from 0 as they come.
package struct WordTable: Sendable {
  /// All words, one after the other.
  private var bytes: [UInt8] = []
  /// Where each word begins; one more for the end.
  private var starts: [UInt32] = [0]
  private var hashes: [UInt32] = []
  /// Open addressing: a word's number plus 1, or 0.
  private var slots = [UInt32](repeating: 0, count: 1 << 15)

  package init() {}

  package var count: Int { hashes.count }

  /// The number of a word, new or known.
  @inline(__always)
  package mutating func number(of word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, isWord(Int(number), word) { return number }
      slot = (slot + 1) & mask
    }
    return insert(word, hash, slot)
  }

  /// The number of a word, or nil where it is new.
  package func knownNumber(of word: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, isWord(Int(number), word) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Calls the closure with a word's bytes.
  package func withWord<T>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows
    -> T
  {
    try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[Int(starts[number])..<Int(starts[number + 1])]))
    }
  }

  /// The numbers in the order of their words' bytes.
  func sortedNumbers() -> [UInt32] {
    // The first eight bytes decide most comparisons.
    let keys = (0..<count).map { number -> (prefix: UInt64, number: UInt32) in
      let range = Int(starts[number])..<Int(starts[number + 1])
      var prefix: UInt64 = 0
      for index in 0..<8 {
        prefix = prefix << 8 | (index < range.count ? UInt64(bytes[range.lowerBound + index]) : 0)
      }
      return (prefix, UInt32(number))
    }
    return bytes.withUnsafeBufferPointer { bytes in
      func word(_ number: UInt32) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
          rebasing: bytes[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])])
      }
      return keys.sorted { a, b in
        a.prefix != b.prefix
          ? a.prefix < b.prefix
          : word(a.number).lexicographicallyPrecedes(word(b.number))
      }.map(\.number)
    }
  }

  private mutating func insert(
    _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32, _ slot: Int
  ) -> UInt32 {
    let number = UInt32(hashes.count)
    hashes.append(hash)
    bytes.append(contentsOf: word)
    starts.append(UInt32(bytes.count))
    slots[slot] = number + 1
    if hashes.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number) + 1
    }
  }

  @inline(__always)
  private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<word.count where bytes[start + index] != word[index] { return false }
      return true
    }
  }

  /// FNV-1a, with its bits mixed once more: words are short.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 29)
  }
}

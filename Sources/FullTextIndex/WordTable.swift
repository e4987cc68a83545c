/// A word as the scanner reads it, folded.
struct ScannedWord {
  /// Its bytes, behind which eight more can be read, whatever they are.
  private let start: UnsafePointer<UInt8>
  let count: Int
  /// Its first eight bytes, the first one highest, and zeros behind its end: in this order words are
  /// sorted.
  let prefix: UInt64

  init(_ start: UnsafePointer<UInt8>, count: Int) {
    (self.start, self.count) = (start, count)
    prefix = Self.load(start, count)
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Eight bytes at a time; most words have no more.
  var hash: UInt64 {
    var hash = (prefix ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    var offset = 8
    while offset < count {
      hash ^= hash >> 32
      hash = (hash ^ Self.load(start + offset, count - offset)) &* 0xD6E8_FEB8_6659_FD93
      offset += 8
    }
    return hash ^ hash >> 29
  }

  /// Up to eight bytes, the first one highest.
  @inline(__always)
  private static func load(_ place: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let bytes = UInt64(bigEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
    return count >= 8 ? bytes : bytes & ~(UInt64.max >> UInt64(8 &* count))
  }
}

/// Distinct words, numbered from 0 as they come.
///
/// A class, because it owns memory: each token of each article is looked up here, and nothing is counted
/// or checked on the way. Slots are read at places below their number, entries at numbers that were
/// given out.
final class WordTable {
  private struct Entry {
    var prefix: UInt64
    /// Where its bytes begin, and how many they are.
    var start: UInt32
    var count: UInt32
  }

  /// All words, one after the other.
  private var bytes: [UInt8] = []
  private(set) var count = 0
  private var entries = UnsafeMutablePointer<Entry>.allocate(capacity: 1 << 14)
  /// Open addressing by the lower half of a word's hash, which stands in the upper half of its slot; in
  /// the lower one its number plus 1. An empty one is 0. There are twice as many as entries.
  private var slots = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << 15)
  private var mask = 1 << 15 - 1

  init() { slots.initialize(repeating: 0, count: mask + 1) }

  deinit {
    entries.deallocate()
    slots.deallocate()
  }

  /// The number of a word, new or known.
  @inline(__always)
  func number(of word: ScannedWord) -> UInt32 {
    let hash = word.hash
    let (slots, mask) = (slots, mask)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let held = slots[slot]
      if held >> 32 == hash & 0xFFFF_FFFF {
        let number = UInt32(truncatingIfNeeded: held) - 1
        if isWord(Int(number), word) { return number }
      }
      slot = (slot + 1) & mask
    }
    return insert(word, hash, slot)
  }

  /// Calls the closure with a word's bytes.
  func withWord<T>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
    let entry = entries[number]
    return try bytes.withUnsafeBufferPointer { try body(Self.word(entry, in: $0)) }
  }

  /// The numbers in the order of their words' bytes.
  func sortedNumbers() -> [UInt32] {
    // The first eight bytes decide most comparisons.
    let keys = (0..<count).map { (prefix: entries[$0].prefix, number: UInt32($0)) }
    return bytes.withUnsafeBufferPointer { bytes in
      keys.sorted { a, b in
        if a.prefix != b.prefix { return a.prefix < b.prefix }
        let (first, second) = (entries[Int(a.number)], entries[Int(b.number)])
        return Self.word(first, in: bytes).lexicographicallyPrecedes(Self.word(second, in: bytes))
      }.map(\.number)
    }
  }

  @inline(__always)
  private static func word(
    _ entry: Entry, in bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.start) + Int(entry.count)])
  }

  private func insert(_ word: ScannedWord, _ hash: UInt64, _ slot: Int) -> UInt32 {
    let number = UInt32(count)
    (entries + count).initialize(
      to: Entry(prefix: word.prefix, start: UInt32(bytes.count), count: UInt32(word.count)))
    bytes.append(contentsOf: word.bytes)
    slots[slot] = hash << 32 | UInt64(number + 1)
    count += 1
    if count * 2 > mask { grow() }
    return number
  }

  private func grow() {
    let (former, formerSlots) = (entries, mask + 1)
    entries = .allocate(capacity: formerSlots)
    entries.moveInitialize(from: former, count: count)
    former.deallocate()
    let words = UnsafeBufferPointer(start: slots, count: formerSlots).filter { $0 != 0 }
    slots.deallocate()
    mask = formerSlots * 2 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for word in words {
      var slot = Int(truncatingIfNeeded: word >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = word
    }
  }

  @inline(__always)
  private func isWord(_ number: Int, _ word: ScannedWord) -> Bool {
    let entry = entries[number]
    guard entry.prefix == word.prefix, Int(entry.count) == word.count else { return false }
    return word.count <= 8 || hasRest(entry, word)
  }

  private func hasRest(_ entry: Entry, _ word: ScannedWord) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for index in 8..<word.count where bytes[Int(entry.start) + index] != word.bytes[index] {
        return false
      }
      return true
    }
  }
}

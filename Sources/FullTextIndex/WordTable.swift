/// Nobody can choose words that meet in one place of a table whose hashes begin with this.
private let secret = UInt64.random(in: .min ... .max)

/// A folded word, as a ``WordTable`` looks it up.
struct HashedWord {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Its first eight bytes, the first one highest, and zeros behind its end: in this order words are
  /// sorted.
  let prefix: UInt64
  let hash: UInt64

  var count: Int { bytes.count }

  /// A word behind which eight more bytes can be read, whatever they are.
  @inline(__always)
  init(padded start: UnsafePointer<UInt8>, count: Int) {
    self.init(UnsafeBufferPointer(start: start, count: count)) { offset in
      let bytes = UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self).bigEndian
      let rest = count - offset
      return rest >= 8 ? bytes : bytes & ~(UInt64.max >> UInt64(8 &* rest))
    }
  }

  /// A word behind which nothing can be read.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.init(bytes) { offset in
      (offset..<offset + 8).reduce(0) { $0 << 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) }
    }
  }

  /// Eight bytes at a time, the first one highest; most words have no more.
  @inline(__always)
  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ eightBytes: (Int) -> UInt64) {
    self.bytes = bytes
    prefix = bytes.isEmpty ? 0 : eightBytes(0)
    var hash = Self.mixed(prefix ^ secret, UInt64(truncatingIfNeeded: bytes.count) ^ 0x9E37_79B9)
    var offset = 8
    while offset < bytes.count {
      hash = Self.mixed(hash ^ eightBytes(offset), secret)
      offset += 8
    }
    self.hash = hash
  }

  /// Both halves of a product, of which one cannot be told from the other (as in wyhash).
  @inline(__always)
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0xD6E8_FEB8_6659_FD93).multipliedFullWidth(by: b ^ 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}

/// Distinct words, numbered from 0 as they come.
///
/// A class, because it owns memory: each token of each article is looked up here, and nothing is counted
/// or checked on the way. Slots are read at places below their number, entries at numbers that were
/// given out.
package final class WordTable {
  private struct Entry {
    var prefix: UInt64
    /// Where its bytes begin, and how many they are.
    var start: UInt32
    var count: UInt32
  }

  /// All words, one after the other.
  private var bytes: [UInt8] = []
  package private(set) var count = 0
  private var entries = UnsafeMutablePointer<Entry>.allocate(capacity: 1 << 14)
  /// Open addressing by the lower half of a word's hash, which stands in the upper half of its slot; in
  /// the lower one its number plus 1. An empty one is 0. There are twice as many as entries.
  private var slots = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << 15)
  private var mask = 1 << 15 - 1

  package init() { slots.initialize(repeating: 0, count: mask + 1) }

  deinit {
    entries.deallocate()
    slots.deallocate()
  }

  /// The number of a word, new or known.
  package func number(of word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    number(of: HashedWord(word))
  }

  /// The number of a word, or nil where it is new.
  package func knownNumber(of word: UnsafeBufferPointer<UInt8>) -> UInt32? {
    find(HashedWord(word)).number
  }

  /// The number of a word, new or known.
  @inline(__always)
  func number(of word: HashedWord) -> UInt32 {
    let found = find(word)
    return found.number ?? insert(word, found.slot)
  }

  /// The number of a word, or the slot in which it would stand.
  @inline(__always)
  private func find(_ word: HashedWord) -> (number: UInt32?, slot: Int) {
    let (slots, mask) = (slots, mask)
    var slot = Int(truncatingIfNeeded: word.hash) & mask
    while slots[slot] != 0 {
      let held = slots[slot]
      if held >> 32 == word.hash & 0xFFFF_FFFF {
        let number = UInt32(truncatingIfNeeded: held) - 1
        if isWord(Int(number), word) { return (number, slot) }
      }
      slot = (slot + 1) & mask
    }
    return (nil, slot)
  }

  /// Calls the closure with a word's bytes.
  package func withWord<T>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows
    -> T
  {
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

  private func insert(_ word: HashedWord, _ slot: Int) -> UInt32 {
    let number = UInt32(count)
    (entries + count).initialize(
      to: Entry(prefix: word.prefix, start: UInt32(bytes.count), count: UInt32(word.count)))
    bytes.append(contentsOf: word.bytes)
    slots[slot] = word.hash << 32 | UInt64(number + 1)
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
  private func isWord(_ number: Int, _ word: HashedWord) -> Bool {
    let entry = entries[number]
    guard entry.prefix == word.prefix, Int(entry.count) == word.count else { return false }
    return word.count <= 8 || hasRest(entry, word)
  }

  private func hasRest(_ entry: Entry, _ word: HashedWord) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for index in 8..<word.count where bytes[Int(entry.start) + index] != word.bytes[index] {
        return false
      }
      return true
    }
  }
}

/// The words of a language pack in an open-addressed table: nearly always one probe a word, since every
/// word of every article is looked up; and, of most words that are not listed, none.
struct Lexicon: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    var classes: WordClass = []
  }

  private var slots: [Slot]
  /// Of each slot whether it is taken, a bit: small enough to stay close to the processor.
  private var taken: [UInt64]
  private let mask: Int

  init(_ lists: [(WordClass, String)]) {
    var classes: [UInt64: WordClass] = [:]
    for (wordClass, words) in lists {
      for word in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        classes[WordHash.of(word), default: []].formUnion(wordClass)
      }
    }
    var capacity = 64
    while capacity < classes.count * 3 { capacity *= 2 }
    mask = capacity - 1
    slots = Array(repeating: Slot(), count: capacity)
    taken = Array(repeating: 0, count: capacity / 64)
    for (key, value) in classes {
      var slot = Self.slot(of: key) & mask
      while isTaken(slot) { slot = (slot + 1) & mask }
      slots[slot] = Slot(key: key, classes: value)
      taken[slot >> 6] |= 1 << UInt64(slot & 63)
    }
  }

  /// What the word with this hash can be; empty for a word that is not listed.
  func classes(of hash: UInt64) -> WordClass {
    var slot = Self.slot(of: hash) & mask
    while isTaken(slot) {
      if slots[slot].key == hash { return slots[slot].classes }
      slot = (slot + 1) & mask
    }
    return []
  }

  @inline(__always)
  private func isTaken(_ slot: Int) -> Bool { taken[slot >> 6] >> UInt64(slot & 63) & 1 == 1 }

  private static func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29))
  }
}

/// FNV-1a over the UTF-8 of a word in lower case. 64 bits: of the few thousand words of a pack, no
/// two share a hash, and a stranger meets one of them once in 10^15 words.
struct WordHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  private var lead: UInt8 = 0

  /// Folds case for ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic: the scripts of the packs.
  mutating func append(_ byte: UInt8) {
    var folded = byte
    if byte < 0x80 {
      if byte >= 0x41 && byte <= 0x5A { folded = byte | 0x20 }
    } else if lead != 0 {
      folded = foldedTrail(byte)
      lead = 0
    } else if byte == 0xC3 || byte == 0xC4 || byte == 0xC5 || byte == 0xD0 {
      lead = byte
      return
    }
    mix(folded)
  }

  /// Mixes in the lead byte of a two-byte letter, and gives back its trail in lower case.
  private mutating func foldedTrail(_ byte: UInt8) -> UInt8 {
    switch lead {
    case 0xC3 where byte >= 0x80 && byte <= 0x9E && byte != 0x97:
      mix(lead)
      return byte | 0x20
    case 0xC4, 0xC5:
      mix(lead)
      // Pairs stand side by side, capital first; which code is even changes at U+0139 and U+0179.
      let capitalIsOdd =
        (lead == 0xC4 && byte >= 0xB9) || (lead == 0xC5 && (byte <= 0x88 || byte >= 0xB9))
      if capitalIsOdd { return byte & 1 == 1 && byte != 0xBF ? byte + 1 : byte }
      return byte | 1
    case 0xD0 where byte >= 0x90 && byte <= 0x9F:
      mix(0xD0)
      return byte + 0x20
    case 0xD0 where byte >= 0xA0 && byte <= 0xAF:
      mix(0xD1)
      return byte - 0x20
    case 0xD0 where byte == 0x81:
      mix(0xD1)
      return 0x91
    default:
      mix(lead)
      return byte
    }
  }

  /// Mixes in a byte that is in lower case already.
  mutating func mix(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in bytes { hash.append(byte) }
    return hash.value
  }
}

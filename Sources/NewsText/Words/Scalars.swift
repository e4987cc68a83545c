/// What sort of character a scalar is, as far as cutting text into words needs to know.
enum ScalarClass {
  /// Part of a word: a letter, digit or mark.
  case letter
  /// A letter of a script that is written without spaces between words.
  case spaceless
  /// A mark of such a script, which belongs to the letter before it.
  case spacelessMark
  /// White space, line ends included.
  case space
  /// Everything else: punctuation, symbols, invisible characters.
  case other
}

extension ScalarClass {
  /// The class of a scalar, by ranges: a table of the Unicode categories costs 20 times as much.
  ///
  /// Scalars above ASCII are taken for letters unless they stand in a block of punctuation, symbols
  /// or white space.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x09...0x0D, 0x20: self = .space
    case 0..<0x80: self = .other
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: self = .space
    case 0x80..<0xC0: self = scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA ? .letter : .other
    case 0xD7, 0xF7: self = .other
    case 0xC0..<0x0E00: self = Self.isPunctuationBelowThai(scalar) ? .other : .letter
    case 0x0E00..<0x1800, 0x2E80...0xFFFF, 0x20000...0x3FFFF: self = Self.ofEastAsia(scalar)
    case 0x2000..<0x2C00, 0x1F000..<0x20000: self = .other
    default: self = .letter
    }
  }

  /// Greek question mark and ano teleia, Armenian, Hebrew, Arabic and Indic full stops and commas.
  private static func isPunctuationBelowThai(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x37E, 0x387, 0x55A...0x55F, 0x589, 0x58A, 0x5BE, 0x5C0, 0x5C3, 0x5F3, 0x5F4, 0x60C,
      0x61B...0x61F, 0x66A...0x66D, 0x6D4, 0x964, 0x965:
      true
    default: false
    }
  }

  /// The classes of the scripts from Thai on, where words are often written without spaces.
  private static func ofEastAsia(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    // Thai
    case 0xE31, 0xE34...0xE3A, 0xE47...0xE4E: .spacelessMark
    case 0xE3F, 0xE4F, 0xE5A, 0xE5B: .other
    case 0xE50...0xE59: .letter
    case 0xE01...0xE46: .spaceless
    // Lao
    case 0xEB1, 0xEB4...0xEBC, 0xEC8...0xECE: .spacelessMark
    case 0xED0...0xED9: .letter
    case 0xE80...0xEFF: .spaceless
    // Myanmar
    case 0x1040...0x1049: .letter
    case 0x104A...0x104F: .other
    case 0x102B...0x103E, 0x1056...0x1059, 0x105E...0x1060, 0x1062...0x1064, 0x1067...0x106D,
      0x1071...0x1074, 0x1082...0x108D, 0x108F, 0x109A...0x109D:
      .spacelessMark
    case 0x1000...0x109F, 0xA9E0...0xA9FE, 0xAA60...0xAA7F: .spaceless
    // Ethiopic word space and full stops
    case 0x1360...0x1368: .other
    // Khmer
    case 0x17B4...0x17D3, 0x17DD: .spacelessMark
    case 0x17D4...0x17DB: .other
    case 0x17E0...0x17E9: .letter
    case 0x1780...0x17FF: .spaceless
    // Chinese and Japanese
    case 0x3005...0x3007, 0x3031...0x3035, 0x303B: .spaceless
    case 0x3099, 0x309A: .spacelessMark
    case 0x30A0, 0x30FB: .other
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF66...0xFF9D, 0x20000...0x3FFFF:
      .spaceless
    case 0x2E80...0x303F, 0x3200...0x33FF, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFF0F,
      0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF, 0xE000...0xF8FF,
      0xFE00...0xFE0F:
      .other
    default: .letter
    }
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The scalar that begins at an offset of valid UTF-8, and how many bytes it takes.
  ///
  /// A sequence that is cut off by the end of the bytes gives its first byte.
  @inline(__always)
  func decodedScalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = self[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    @inline(__always)
    func continuation(_ index: Int) -> UInt32 { UInt32(self[offset + index] & 0x3F) }
    switch first {
    case 0xC0..<0xE0 where offset + 1 < endIndex:
      return (UInt32(first & 0x1F) << 6 | continuation(1), 2)
    case 0xE0..<0xF0 where offset + 2 < endIndex:
      return (UInt32(first & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3)
    case 0xF0... where offset + 3 < endIndex:
      let high = UInt32(first & 0x07) << 18 | continuation(1) << 12
      return (high | continuation(2) << 6 | continuation(3), 4)
    default: return (UInt32(first), 1)
    }
  }

  /// The start of the scalar that ends at an offset of valid UTF-8.
  @inline(__always)
  func startOfScalar(endingAt offset: Int) -> Int {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

/// Many bytes at a time: a word of eight at a time for what most of a text is.
extension UnsafeBufferPointer<UInt8> {
  /// The eight bytes from an offset on, the first in the lowest place.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
  }

  /// The first byte at or behind an offset that is not ASCII; else the end.
  func endOfASCII(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count, word(at: offset) & 0x8080_8080_8080_8080 == 0 { offset += 8 }
    while offset < count, self[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// How many scalars begin in a range.
  func countScalars(in range: Range<Int>) -> Int {
    var continuations = 0
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound {
      let word = word(at: offset)
      // A one in each byte that continues a scalar, summed up in the highest byte.
      let ones = word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101
      continuations += Int((ones &* 0x0101_0101_0101_0101) >> 56)
      offset += 8
    }
    while offset < range.upperBound {
      if self[offset] & 0xC0 == 0x80 { continuations += 1 }
      offset += 1
    }
    return range.count - continuations
  }
}

/// The small letter of a capital, for Latin, Greek, Cyrillic and Armenian; other scalars as they are.
///
/// Accents stay: this folds case for comparing words, not for searching.
@inline(__always)
func foldedCase(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x41...0x5A: scalar + 32
  case 0..<0xC0: scalar
  case 0xC0...0xDE: scalar == 0xD7 ? scalar : scalar + 32
  // Capitals of Latin Extended-A are even up to 0x137 and from 0x14A on, odd between and at the end.
  case 0x130: 0x69
  case 0x100...0x137, 0x14A...0x177: scalar | 1
  case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
  case 0x386: 0x3AC
  case 0x388...0x38A: scalar + 37
  case 0x391...0x3AB: scalar + 32
  case 0x400...0x40F: scalar + 80
  case 0x410...0x42F: scalar + 32
  case 0x490: 0x491
  case 0x531...0x556: scalar + 48
  default: scalar
  }
}

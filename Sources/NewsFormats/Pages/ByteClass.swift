/// What a byte of UTF-8 is, as far as statistics of a text need to know.
enum ByteClass: UInt8 {
  case space, lower, upper, digit, stop, comma, quote, mark
  /// The first byte of a character of two bytes; of a longer one; a byte that goes on.
  case lead, longLead, continuation

  /// The class of each byte.
  static let table: [ByteClass] = (0...255).map { number in
    switch UInt8(number) {
    case 0...0x20, 0x7F: .space
    case 0x61...0x7A: .lower
    case 0x41...0x5A: .upper
    case 0x30...0x39: .digit
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case UInt8(ascii: ","), UInt8(ascii: ";"): .comma
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .quote
    case 0x80...0xBF: .continuation
    case 0xC0...0xDF: .lead
    case 0xE0...0xFF: .longLead
    default: .mark
    }
  }
}

/// Counts of a text.
struct TextCounts: Sendable {
  /// Characters but spaces; one of three bytes or more counts twice, since a Chinese character says
  /// more than a letter.
  var letters = 0
  var words = 0
  var upper = 0
  var digits = 0
  /// Ends of sentences, and commas, also Chinese ones.
  var stops = 0
  var commas = 0

  init() {}

  /// Counts a text.
  init(_ bytes: Span<UInt8>) {
    let steps = Self.steps.span
    var start = 0
    var sums: UInt64 = 0
    var wasSpace: UInt64 = 1
    var hasWide = false
    while start < bytes.count {
      // A field of the sums has room for 127 bytes of two letters each.
      let end = min(bytes.count, start + 127)
      sums = 0
      for index in start..<end {
        let step = steps[Int(bytes[index])]
        sums &+= step
        // A word begins where a space ends.
        let isSpace = step >> 56
        words += Int(wasSpace & ~isSpace)
        wasSpace = isSpace
        // The spaces themselves are not counted.
        sums &= (1 << 56) - 1
      }
      letters += Int(sums & 0xFF)
      upper += Int(sums >> 8 & 0xFF)
      digits += Int(sums >> 16 & 0xFF)
      stops += Int(sums >> 24 & 0xFF)
      commas += Int(sums >> 32 & 0xFF)
      hasWide = hasWide || sums >> 40 & 0xFF > 0
      start = end
    }
    guard hasWide else { return }
    for index in bytes.indices where bytes[index] >= 0xE3 { countWide(bytes, index) }
  }

  /// What each byte adds: in the fields of eight bits, from the lowest, letters, capitals, digits,
  /// stops, commas, first bytes of long characters, nothing, and whether it is a space.
  private static let steps: [UInt64] = ByteClass.table.map { kind in
    switch kind {
    case .space: 1 << 56
    case .continuation: 0
    case .longLead: 2 | 1 << 40
    case .upper: 1 | 1 << 8
    case .digit: 1 | 1 << 16
    case .stop: 1 | 1 << 24
    case .comma: 1 | 1 << 32
    default: 1
    }
  }

  /// 。 ！ ？ and ， 、 ；
  private mutating func countWide(_ bytes: Span<UInt8>, _ index: Int) {
    guard index + 2 < bytes.count else { return }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): stops += 1
    case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B): commas += 1
    default: break
    }
  }
}

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
    let classes = ByteClass.table
    var wasSpace = true
    for index in bytes.indices {
      let kind = classes[Int(bytes[index])]
      if kind == .space {
        wasSpace = true
        continue
      }
      if wasSpace { words += 1 }
      wasSpace = false
      switch kind {
      case .continuation: continue
      case .longLead:
        letters += 2
        countWide(bytes, index)
        continue
      case .upper: upper += 1
      case .digit: digits += 1
      case .stop: stops += 1
      case .comma: commas += 1
      default: break
      }
      letters += 1
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

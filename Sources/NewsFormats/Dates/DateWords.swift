/// The parts of a date that is written with words or in the order of a country:
/// `Saturday, January 28, 2017 6:05 pm EST`, `28. ledna 2017`, `01/28/2017`, `2017年1月28日`.
///
/// This takes the text apart; what the parts mean together is said by ``date(order:)``.
struct DateWords {
  /// A number whose meaning is told by its place.
  struct Part {
    var value: Int
    var digits: Int
    /// The punctuation before it: `/`, `.` or `-`; 0 for anything else.
    var separator: UInt8
  }

  private(set) var parts: [Part] = []
  private(set) var month: Int?
  private(set) var year: Int?
  private(set) var day: Int?
  /// Seconds since midnight, before ``isAfternoon`` is taken into account.
  private(set) var second: Int?
  private(set) var isAfternoon: Bool?
  /// Seconds east of Greenwich.
  private(set) var offset = 0
  /// Whether a word behind the time may be a zone of uncertain offset: then so is the time.
  private(set) var hasUncertainZone = false

  /// "mar." was read: March, or Tuesday in three languages if another month's name follows.
  private var monthMayBeTuesday = false

  /// Takes a text apart; nil where it holds what no date has.
  init?(_ bytes: Span<UInt8>) {
    var scanner = DateScanner(bytes)
    var separator: UInt8 = 0
    while let byte = scanner.peek(bytes) {
      switch byte {
      case 0x30...0x39:
        guard readNumber(&scanner, bytes, separator) else { return nil }
        separator = 0
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"):
        // A plus begins a zone, and so does a minus behind a time.
        let mayBeZone = byte == UInt8(ascii: "+") || (byte == UInt8(ascii: "-") && second != nil)
        if mayBeZone, let offset = scanner.offset(bytes) {
          self.offset = offset
        } else {
          separator = byte
          scanner.advance()
        }
      case 0x41...0x5A, 0x61...0x7A, 0x80...:
        readWord(scanner.word(bytes))
        separator = 0
      default:
        scanner.advance()
        // "28. 1. 2017": the punctuation holds across spaces.
        if byte != 0x20 { separator = 0 }
      }
    }
  }

  /// A number: the beginning of a time, counted in the word behind it, or one of ``parts``.
  private mutating func readNumber(
    _ scanner: inout DateScanner, _ bytes: Span<UInt8>, _ separator: UInt8
  ) -> Bool {
    var ahead = scanner
    guard let number = ahead.number(bytes) else { return false }
    if number.digits <= 2, ahead.peek(bytes) == UInt8(ascii: ":") {
      guard second == nil, let time = scanner.time(bytes, colons: true) else { return false }
      second = time
      return true
    }
    scanner = ahead
    if let time = dottedTime(number, &scanner, bytes) {
      second = time
      return true
    }
    ahead.skipSpaces(bytes)
    if let unit = DateUnit(ahead.word(bytes)), unit.fits(number) {
      scanner = ahead
      return read(number, countedIn: unit, &scanner, bytes)
    }
    parts.append(Part(value: number.value, digits: number.digits, separator: separator))
    return true
  }

  /// `18.05`, as Finns and Danes write the time, behind a date that has its year.
  private func dottedTime(
    _ hours: DateScanner.Number, _ scanner: inout DateScanner, _ bytes: Span<UInt8>
  ) -> Int? {
    let hasYear = year != nil || parts.contains { $0.digits == 4 }
    var ahead = scanner
    guard hasYear, second == nil, hours.digits <= 2, hours.value < 24, ahead.skip(bytes, "."),
      let minutes = ahead.number(bytes, maxDigits: 2), minutes.digits == 2, minutes.value < 60
    else { return nil }
    scanner = ahead
    return hours.value * 3600 + minutes.value * 60
  }

  private mutating func read(
    _ number: DateScanner.Number, countedIn unit: DateUnit, _ scanner: inout DateScanner,
    _ bytes: Span<UInt8>
  ) -> Bool {
    switch unit {
    case .year: year = number.value
    case .month: month = number.value
    case .day: day = number.value
    case .hour, .morningHour, .afternoonHour:
      guard second == nil, number.value < 24 else { return false }
      if unit != .hour { isAfternoon = unit == .afternoonHour }
      // "18h05", "18時5分"
      var minutes = 0
      if let value = scanner.number(bytes, maxDigits: 2)?.value {
        guard value < 60 else { return false }
        minutes = value
        _ = scanner.word(bytes)
      }
      second = number.value * 3600 + minutes * 60
    }
    return true
  }

  private mutating func readWord(_ word: String) {
    if let number = MonthNames.number(of: word) {
      if month == nil || monthMayBeTuesday { month = number }
      monthMayBeTuesday = word == "mar"
    } else if let seconds = TimeZones.offsets[word] {
      if second != nil { offset = seconds }
    } else if let unit = DateUnit(word) {
      if unit == .morningHour || unit == .afternoonHour { isAfternoon = unit == .afternoonHour }
    } else if second != nil {
      let looksLikeZone = (3...4).contains(word.utf8.count) && !TimeZones.otherWords.contains(word)
      if looksLikeZone || TimeZones.uncertain.contains(word) { hasUncertainZone = true }
    }
  }
}

/// What a number that stands before a word counts.
private enum DateUnit {
  case year, month, day, hour, morningHour, afternoonHour

  init?(_ word: String) {
    switch word {
    case "年", "년": self = .year
    case "月", "월": self = .month
    case "日", "号", "일", "st", "nd", "rd", "th", "er", "º", "ª": self = .day
    case "h", "uhr", "時", "时", "시", "点": self = .hour
    case "am", "上": self = .morningHour
    case "pm", "下", "오후": self = .afternoonHour
    default: return nil
    }
  }

  /// Whether a number has as many digits as this can be counted with.
  func fits(_ number: DateScanner.Number) -> Bool {
    self == .year ? number.digits == 4 : number.digits <= 2
  }
}

extension DateScanner {
  /// The run of letters at the position, in lower case.
  ///
  /// East Asian characters stand alone, as no space parts `年` from what follows; the dots of `p.m.`
  /// belong to the word; a no-break space is no letter, and gives an empty word.
  mutating func word(_ bytes: Span<UInt8>) -> String {
    var letters: [UInt8] = []
    while let byte = peek(bytes) {
      if (0xE3...0xED).contains(byte) {
        guard letters.isEmpty else { break }
        for ahead in 0..<3 {
          if let part = peek(bytes, ahead: ahead) { letters.append(part) }
        }
        advance(by: 3)
        break
      }
      if byte == 0xC2, peek(bytes, ahead: 1) == 0xA0 {
        if letters.isEmpty { advance(by: 2) }
        break
      }
      let isDotOfHour =
        byte == UInt8(ascii: ".") && (letters == [0x61] || letters == [0x70])
        && peek(bytes, ahead: 1).map { $0 | 0x20 } == UInt8(ascii: "m")
      guard isDotOfHour || byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) else { break }
      if !isDotOfHour { letters.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
      advance()
    }
    let word = String(decoding: letters, as: UTF8.self)
    return letters.contains { $0 >= 0x80 } ? word.lowercased() : word
  }
}

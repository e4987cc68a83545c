import NewsModel

/// The parts of a date that is written with words or in the order of a country:
/// `Saturday, January 28, 2017 6:05 pm EST`, `28. ledna 2017`, `01/28/2017`, `2017年1月28日`.
struct DateWords {
  private struct Part {
    var value: Int
    var digits: Int
    /// The punctuation before it: `/`, `.` or `-`; 0 for anything else.
    var separator: UInt8
  }

  private var parts: [Part] = []
  private var month: Int?
  private var (namedYear, namedDay): (Int?, Int?)
  private var second: Int?
  private var afternoon: Bool?
  private var offset = 0
  /// A word behind the time that may be a zone whose offset is not certain: then the time is not.
  private var hasUnknownZone = false

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
        if byte == UInt8(ascii: "+") || (byte == UInt8(ascii: "-") && second != nil),
          let value = scanner.offset(bytes)
        {
          offset = value
          continue
        }
        separator = byte
        scanner.advance()
      case 0x41...0x5A, 0x61...0x7A, 0x80...:
        readWord(word(&scanner, bytes))
        separator = 0
      default:
        scanner.advance()
        if byte != 0x20 { separator = 0 }
      }
    }
  }

  /// The date, if the parts make exactly one.
  func date(order: DateOrder?) -> ReadDate {
    switch day(order: order) {
    case .date(let day):
      guard let time = timeOfDay, day.precision == .day, !hasUnknownZone else { return .date(day) }
      return moment(day, second: time, offset: offset).map(ReadDate.date) ?? .notUnderstood
    case let other: return other
    }
  }

  // MARK: Taking apart

  /// A number, which may open a time (`18:05`, `6 pm`, `18h05`) or be counted in the next word.
  private mutating func readNumber(
    _ scanner: inout DateScanner, _ bytes: Span<UInt8>, _ separator: UInt8
  ) -> Bool {
    let start = scanner
    guard let number = scanner.number(bytes), number.digits <= 4 else { return false }
    if number.digits <= 2, scanner.peek(bytes) == UInt8(ascii: ":") {
      scanner = start
      guard second == nil, let time = scanner.time(bytes, colons: true) else { return false }
      second = time
      return true
    }
    let end = scanner
    scanner.skipSpaces(bytes)
    if let next = scanner.peek(bytes), next > 0x40 {
      let unit = word(&scanner, bytes)
      switch (unit, number.digits) {
      case ("年", 4), ("년", 4): namedYear = number.value
      case ("月", 1...2), ("월", 1...2): month = number.value
      case ("日", 1...2), ("日曜", 1...2), ("号", 1...2), ("일", 1...2): namedDay = number.value
      case ("am", 1...2), ("pm", 1...2), ("h", 1...2), ("uhr", 1...2), ("時", 1...2), ("时", 1...2),
        ("시", 1...2):
        guard second == nil, number.value <= 24 else { return false }
        second = number.value % 24 * 3600
        if unit == "am" || unit == "pm" { afternoon = unit == "pm" }
        if let minutes = scanner.number(bytes, maxDigits: 2), minutes.value < 60 {
          second = (second ?? 0) + minutes.value * 60
          _ = word(&scanner, bytes)
        }
      case ("st", 1...2), ("nd", 1...2), ("rd", 1...2), ("th", 1...2), ("er", 1...2), ("º", 1...2),
        ("ª", 1...2):
        namedDay = number.value
      default:
        scanner = end
        parts.append(Part(value: number.value, digits: number.digits, separator: separator))
      }
      return true
    }
    scanner = end
    parts.append(Part(value: number.value, digits: number.digits, separator: separator))
    return true
  }

  /// The run of letters at the position, in lower case. East Asian characters stand alone, and the
  /// dots of `p.m.` belong to the word.
  private func word(_ scanner: inout DateScanner, _ bytes: Span<UInt8>) -> String {
    var letters: [UInt8] = []
    while let byte = scanner.peek(bytes) {
      let isEastAsian = (0xE3...0xED).contains(byte)
      if isEastAsian {
        guard letters.isEmpty else { break }
        for _ in 0..<3 {
          if let part = scanner.peek(bytes) { letters.append(part) }
          scanner.advance()
        }
        break
      }
      if byte == UInt8(ascii: "."), letters == Array("a".utf8) || letters == Array("p".utf8),
        scanner.peek(bytes, ahead: 1).map({ $0 | 0x20 }) == UInt8(ascii: "m")
      {
        scanner.advance()
        continue
      }
      let isLetter = (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
      guard isLetter, byte != 0xC2 || scanner.peek(bytes, ahead: 1) != 0xA0 else { break }
      letters.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      scanner.advance()
    }
    // A no-break space separates words and is none.
    if letters.isEmpty { scanner.advance(by: 2) }
    return letters.allSatisfy { $0 < 0x80 }
      ? String(decoding: letters, as: UTF8.self)
      : String(decoding: letters, as: UTF8.self).lowercased()
  }

  private mutating func readWord(_ word: String) {
    if let number = MonthNames.number(of: word) {
      // "mar." is Tuesday in three languages, and then another month's name follows.
      if month == nil || isFrenchTuesday { month = number }
      isFrenchTuesday = word == "mar"
    } else if let seconds = TimeZones.offsets[word] {
      if second != nil { offset = seconds }
    } else if word == "am" || word == "pm" {
      afternoon = word == "pm"
    } else if word == "下" || word == "오후" {
      afternoon = true
    } else if second != nil {
      let mayBeZone = (3...4).contains(word.utf8.count) && !DateFillers.words.contains(word)
      if mayBeZone || TimeZones.uncertain.contains(word) { hasUnknownZone = true }
    }
  }

  private var isFrenchTuesday = false

  // MARK: Putting together

  private var timeOfDay: Int? {
    guard let second, let afternoon else { return second }
    let hour = second / 3600
    guard (1...12).contains(hour) else { return second }
    return second % 3600 + (hour % 12 + (afternoon ? 12 : 0)) * 3600
  }

  private func day(order: DateOrder?) -> ReadDate {
    if let month { return dayWithMonth(month) }
    guard namedDay == nil else { return .notUnderstood }
    switch parts.count {
    case 1:
      return parts[0].digits == 4 || namedYear != nil
        ? result(year: namedYear ?? parts[0].value) : .notUnderstood
    case 0: return namedYear.map { result(year: $0) } ?? .notUnderstood
    case 2:
      guard parts[1].digits == 4, parts[0].digits <= 2, parts[1].separator != 0 else {
        return .notUnderstood
      }
      return result(year: parts[1].value, month: parts[0].value)
    case 3: return dayOfNumbers(order)
    default: return .notUnderstood
    }
  }

  /// With the month known, of two numbers the longer one is the year, and else the second.
  private func dayWithMonth(_ month: Int) -> ReadDate {
    var year = namedYear
    var day = namedDay
    var rest = parts
    if year == nil, let index = rest.firstIndex(where: { $0.digits == 4 }) {
      year = rest.remove(at: index).value
    }
    if day == nil, let first = rest.first, first.digits <= 2 {
      day = first.value
      rest.removeFirst()
    }
    if year == nil, let first = rest.first, first.digits == 2 {
      year = Self.fullYear(first.value)
      rest.removeFirst()
    }
    guard rest.isEmpty, let year else { return .notUnderstood }
    return result(year: year, month: month, day: day)
  }

  /// Three numbers: the year where it has four digits; day and month by the dots, by their values,
  /// or by the user's order.
  private func dayOfNumbers(_ order: DateOrder?) -> ReadDate {
    let (a, b, c) = (parts[0], parts[1], parts[2])
    guard b.separator != 0, b.separator == c.separator, b.digits <= 2 else { return .notUnderstood }
    func date(_ year: Part, _ month: Part, _ day: Part) -> PartialDate? {
      guard year.digits == 4 || year.digits == 2, month.digits <= 2, day.digits <= 2 else {
        return nil
      }
      let fullYear = year.digits == 4 ? year.value : Self.fullYear(year.value)
      return PartialDate(year: fullYear, month: month.value, day: day.value)
    }
    if a.digits == 4 { return date(a, b, c).map(ReadDate.date) ?? .notUnderstood }
    let readings: [DateOrder: PartialDate?] = [
      .dayFirst: date(c, b, a), .monthFirst: date(c, a, b),
      .yearFirst: c.digits == 4 ? nil : date(a, b, c),
    ]
    if let order, let reading = readings[order], let reading { return .date(reading) }
    if b.separator == UInt8(ascii: "."), c.digits == 4 {
      return date(c, b, a).map(ReadDate.date) ?? .notUnderstood
    }
    let possible = Set(readings.values.compactMap { $0 })
    guard let first = possible.first else { return .notUnderstood }
    return possible.count == 1 ? .date(first) : .ambiguous
  }

  private func result(year: Int, month: Int? = nil, day: Int? = nil) -> ReadDate {
    guard day != nil || yearsWithoutDay.contains(year) else { return .notUnderstood }
    return PartialDate(year: year, month: month, day: day).map(ReadDate.date) ?? .notUnderstood
  }

  /// POSIX: 69 to 99 are the last century's, 00 to 68 this one's.
  private static func fullYear(_ twoDigits: Int) -> Int {
    twoDigits + (twoDigits < 69 ? 2000 : 1900)
  }
}

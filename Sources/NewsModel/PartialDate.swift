/// A date as precise as the input was: a year, a month, a day, or a second in UTC.
///
/// Its text form is ISO 8601 (`2017`, `2017-01`, `2017-01-28`, `2017-01-28T18:05:00Z`), in the
/// proleptic Gregorian calendar, and sorts by text as it sorts by time.
public struct PartialDate: Sendable, Hashable {
  /// How much of a date is known.
  public enum Precision: Int, Sendable, Comparable {
    case year, month, day, second

    /// Less known is less.
    public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
  }

  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12, if known.
  public let month: Int?
  /// The day of the month, if known.
  public let day: Int?
  /// Seconds since midnight UTC, 0 to 86,399, if the time of day is known.
  public let second: Int?

  /// A date of the given parts, or nil when the calendar has no such date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil, second: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    if let second {
      guard day != nil, (0..<86_400).contains(second) else { return nil }
    }
    (self.year, self.month, self.day, self.second) = (year, month, day, second)
  }

  /// The day of a Julian day number (whole days, counted at noon UTC), or nil outside years 1–9999.
  public init?(julianDay: Int) {
    let civil = Self.civil(julianDay: julianDay)
    self.init(year: civil.year, month: civil.month, day: civil.day)
  }

  /// The moment of a number of seconds since 1970-01-01T00:00:00Z, or nil outside years 1–9999.
  public init?(unixSeconds: Int) {
    let (days, second) = unixSeconds.quotientAndRemainder(dividingBy: 86_400)
    let borrowed = second < 0
    let civil = Self.civil(julianDay: days - (borrowed ? 1 : 0) + Self.julianDayOf1970)
    self.init(
      year: civil.year, month: civil.month, day: civil.day,
      second: borrowed ? second + 86_400 : second)
  }

  /// Reads the ISO 8601 text form that ``description`` writes, and nothing else.
  ///
  /// Dates as dumps write them are read by the formats module.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    func has(_ byte: Character, at index: Int) -> Bool {
      index < bytes.count && bytes[index] == byte.asciiValue
    }
    guard let year = number(0..<4) else { return nil }
    switch bytes.count {
    case 4: self.init(year: year)
    case 7:
      guard has("-", at: 4), let month = number(5..<7) else { return nil }
      self.init(year: year, month: month)
    case 10, 20:
      guard has("-", at: 4), has("-", at: 7), let month = number(5..<7), let day = number(8..<10)
      else { return nil }
      if bytes.count == 10 {
        self.init(year: year, month: month, day: day)
      } else {
        guard has("T", at: 10), has(":", at: 13), has(":", at: 16), has("Z", at: 19),
          let hours = number(11..<13), let minutes = number(14..<16), let seconds = number(17..<19),
          hours < 24, minutes < 60, seconds < 60
        else { return nil }
        self.init(
          year: year, month: month, day: day, second: hours * 3600 + minutes * 60 + seconds)
      }
    default: return nil
    }
  }

  /// How much of the date is known.
  public var precision: Precision {
    second != nil ? .second : day != nil ? .day : month != nil ? .month : .year
  }

  /// The Julian day number of the first day of the period that the date names.
  public var julianDay: Int { Self.julianDay(year: year, month: month ?? 1, day: day ?? 1) }

  /// The Julian day number of the last day of the period that the date names.
  public var lastJulianDay: Int {
    let month = month ?? 12
    return Self.julianDay(
      year: year, month: month, day: day ?? Self.days(inMonth: month, of: year))
  }

  /// The day without its time; the date itself when it is less precise than that.
  public var withoutTime: PartialDate {
    PartialDate(year: year, month: month, day: day) ?? self
  }

  static let julianDayOf1970 = 2_440_588

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Fliegel and Van Flandern, "A machine algorithm for processing calendar dates", CACM 11 (1968).
  static func julianDay(year: Int, month: Int, day: Int) -> Int {
    let a = (month - 14) / 12
    return (1461 * (year + 4800 + a)) / 4 + (367 * (month - 2 - 12 * a)) / 12
      - (3 * ((year + 4900 + a) / 100)) / 4 + day - 32_075
  }

  /// The inverse of ``julianDay(year:month:day:)``, from the same paper.
  static func civil(julianDay: Int) -> (year: Int, month: Int, day: Int) {
    var l = julianDay + 68_569
    let n = (4 * l) / 146_097
    l -= (146_097 * n + 3) / 4
    let i = (4000 * (l + 1)) / 1_461_001
    l = l - (1461 * i) / 4 + 31
    let j = (80 * l) / 2447
    let day = l - (2447 * j) / 80
    l = j / 11
    return (100 * (n - 49) + i + l, j + 2 - 12 * l, day)
  }
}

extension PartialDate: CustomStringConvertible {
  /// ISO 8601, as precise as the date is.
  public var description: String {
    var text = padded(year, to: 4)
    if let month { text += "-" + padded(month, to: 2) }
    if let day { text += "-" + padded(day, to: 2) }
    if let second {
      text += "T" + padded(second / 3600, to: 2) + ":" + padded(second / 60 % 60, to: 2)
      text += ":" + padded(second % 60, to: 2) + "Z"
    }
    return text
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension PartialDate: Comparable {
  /// By the first instant of the period; of two that begin together, the less precise is first.
  public static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.julianDay, a.second ?? -1, a.precision.rawValue)
      < (b.julianDay, b.second ?? -1, b.precision.rawValue)
  }
}

/// Where the date of an article was read.
public enum DateOrigin: String, Sendable, CaseIterable {
  /// A field of the record.
  case field
  /// The article's own address.
  case url
  /// The line that opens the text ("MOSCOW, Jan 28 (Reuters) -").
  case dateline
  /// The metadata of a web page.
  case page
  /// The name of the file or folder.
  case fileName = "file name"
}

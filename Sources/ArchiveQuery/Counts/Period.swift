internal import NewsModel

/// A period of the calendar into which articles are counted.
struct Period: Hashable, Comparable {
  /// How long it is.
  enum Length: Int { case day, week, month, quarter, year }

  let length: Length
  /// The Julian day number of its first day.
  let firstDay: Int

  /// The period in which a date lies; nil where the date says too little: a month is in no week.
  init?(_ length: Length, of date: PartialDate) {
    let month: Int
    switch length {
    case .day, .week:
      guard date.precision >= .day else { return nil }
      month = date.month ?? 1
    case .month, .quarter:
      guard let its = date.month else { return nil }
      month = length == .month ? its : (its - 1) / 3 * 3 + 1
    case .year: month = 1
    }
    self.length = length
    switch length {
    case .day: firstDay = date.julianDay
    // Julian day number 0 was a Monday.
    case .week: firstDay = date.julianDay / 7 * 7
    case .month, .quarter, .year:
      guard let first = PartialDate(year: date.year, month: month) else { return nil }
      firstDay = first.julianDay
    }
  }

  /// The period behind this one; nil at the end of the calendar.
  var next: Period? {
    let days =
      switch length {
      case .day: 1
      case .week: 7
      // Into the next one, from its first day.
      case .month: 31
      case .quarter: 92
      case .year: 366
      }
    return PartialDate(julianDay: firstDay + days).flatMap { Period(length, of: $0) }
  }

  /// As people and programs read it: `2017-01-28`, `2017-01`, `2017-Q1`, `2017`; a week is named by
  /// its Monday.
  var name: String {
    guard let date = PartialDate(julianDay: firstDay) else { return "" }
    let text = date.description
    return switch length {
    case .day, .week: text
    case .month: String(text.prefix(7))
    case .quarter: "\(text.prefix(4))-Q\(((date.month ?? 1) - 1) / 3 + 1)"
    case .year: String(text.prefix(4))
    }
  }

  static func < (a: Period, b: Period) -> Bool { a.firstDay < b.firstDay }
}

extension CountField {
  /// The length of its periods, if it is about time.
  var periods: Period.Length? {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .source, .section, .author, .language, .speaker: nil
    }
  }
}

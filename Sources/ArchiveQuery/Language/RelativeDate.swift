internal import NewsModel

/// A period that is named from today: `yesterday`, `last month`, `last 7 days`, `3 weeks ago`.
///
/// Weeks begin on Monday; the last week, month or year is the whole one before this.
struct RelativeDate {
  let first: Int
  let last: Int

  /// The period of a text, in Julian day numbers; nil where the text names none.
  init?(_ text: String, today: Int) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    switch (words.count, words.first ?? "", words.last ?? "") {
    case (1, "today", _): (first, last) = (today, today)
    case (1, "yesterday", _): (first, last) = (today - 1, today - 1)
    case (2, "this", let unit):
      guard let period = Self.period(unit, having: today) else { return nil }
      (first, last) = period
    case (2, "last", let unit), (2, "previous", let unit):
      guard let now = Self.period(unit, having: today),
        let before = Self.period(unit, having: now.first - 1)
      else { return nil }
      (first, last) = before
    case (3, "last", let unit), (3, "past", let unit):
      guard let start = Self.day(Int(words[1]), unit, before: today) else { return nil }
      // The last seven days are today and the six before.
      (first, last) = (start + 1, today)
    case (3, _, "ago"):
      guard let day = Self.day(Int(words[0]), words[1], before: today) else { return nil }
      (first, last) = (day, day)
    default: return nil
    }
  }

  /// The week, month or year that has a day.
  private static func period(_ unit: String, having day: Int) -> (first: Int, last: Int)? {
    guard let date = PartialDate(julianDay: day) else { return nil }
    let period: PartialDate?
    switch unit {
    case "week":
      // Julian day 0 was a Monday.
      let monday = day - day % 7
      return (monday, monday + 6)
    case "month": period = PartialDate(year: date.year, month: date.month)
    case "year": period = PartialDate(year: date.year)
    default: return nil
    }
    return period.map { ($0.julianDay, $0.lastJulianDay) }
  }

  /// The day so many days, weeks, months or years before another one.
  private static func day(_ count: Int?, _ unit: String, before day: Int) -> Int? {
    guard let count, (0...100_000).contains(count) else { return nil }
    switch unit {
    case "day", "days": return day - count
    case "week", "weeks": return day - 7 * count
    case "month", "months": return Self.day(months: count, before: day)
    case "year", "years": return Self.day(months: 12 * count, before: day)
    default: return nil
    }
  }

  private static func day(months count: Int, before day: Int) -> Int? {
    guard let date = PartialDate(julianDay: day), let month = date.month else { return nil }
    let months = date.year * 12 + month - 1 - count
    guard months >= 12,
      let first = PartialDate(year: months / 12, month: months % 12 + 1)
    else { return nil }
    return min(first.julianDay + (date.day ?? 1) - 1, first.lastJulianDay)
  }
}

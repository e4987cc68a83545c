internal import NewsModel

/// Days from the first to the last, in Julian day numbers; nil is open.
///
/// An article is inside when all of the period that its date names is: one that is only dated
/// `2017` is no answer to `date:2017-03`.
struct DateSpan: Sendable, Equatable {
  var first: Int?
  var last: Int?

  /// The days of a value of `date:`: `2017`, `2017-01`, `2017-01-28`, `2017-01..2017-03`, `2017..`,
  /// `last month`.
  init?(_ text: String, today: Int) {
    guard let dots = text.utf8.firstRange(of: "..".utf8) else {
      if let relative = RelativeDate(text, today: today) {
        self.init(first: relative.first, last: relative.last)
        return
      }
      guard let date = Self.date(text) else { return nil }
      self.init(first: date.julianDay, last: date.lastJulianDay)
      return
    }
    let (from, through) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let (start, end) = (Self.date(String(from)), Self.date(String(through)))
    guard start != nil || from.isEmpty, end != nil || through.isEmpty, start != nil || end != nil
    else { return nil }
    self.init(first: start?.julianDay, last: end?.lastJulianDay)
  }

  /// The days that a field and one date make.
  ///
  /// `after:` and `before:` leave out the whole period that is named, as Google News has it:
  /// `after:2018` begins on 2019-01-01. `since:` and `until:` have it inside.
  init?(_ field: Field, _ text: String, today: Int) {
    let relative = RelativeDate(text, today: today)
    let date = Self.date(text)
    guard let start = relative?.first ?? date?.julianDay,
      let end = relative?.last ?? date?.lastJulianDay
    else { return nil }
    switch field {
    case .after: self.init(first: end + 1, last: nil)
    case .before: self.init(first: nil, last: start - 1)
    case .since: self.init(first: start, last: nil)
    case .until: self.init(first: nil, last: end)
    default: return nil
    }
    // The calendar ends: nothing is after 9999.
    guard [first, last].allSatisfy({ $0.map { PartialDate(julianDay: $0) != nil } ?? true }) else {
      return nil
    }
  }

  init(first: Int?, last: Int?) { (self.first, self.last) = (first, last) }

  /// Whether no day is inside.
  var isEmpty: Bool {
    guard let first, let last else { return false }
    return last < first
  }

  /// A year, month or day; `2017-1-8` will do.
  private static func date(_ text: String) -> PartialDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) }),
      text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    return PartialDate(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }
}

extension DateSpan: CustomStringConvertible {
  /// The days as a value of `date:`.
  var description: String {
    let days = [first, last].map { day in
      day.flatMap { PartialDate(julianDay: $0) }?.description ?? ""
    }
    return days[0] == days[1] ? days[0] : days[0] + ".." + days[1]
  }
}

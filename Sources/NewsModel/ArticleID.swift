/// The number of an article, which carries its date: `julian day << 20 | number within the day`.
///
/// Newest first is then `ORDER BY id DESC`, and a range of dates is a range of ids, inside the
/// full-text index too. An article whose date is only a month or a year keeps its number in a
/// region of its own (bit 19 set; bit 18 tells a year), so that the id alone says how precise the
/// date is. Undated articles have days before 1600.
///
/// People see `2017-01-28.17`, `2017-01.17`, `2017.17` and `undated.17`.
public struct ArticleID: Sendable, Hashable {
  /// The integer that the archive stores.
  public let rawValue: Int64

  /// The id of a stored integer.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// The bits of the number within a day.
  static let numberBits: Int64 = 20
  /// The bits of the number within a block: the articles of one day, or of one month or year whose
  /// numbers begin on that day. A day with more than 262,144 articles goes on in a second block.
  package static let blockBits: Int64 = 18
  /// Set in the ids of articles whose date is a month or a year.
  package static let partialBit: Int64 = 1 << 19
  /// Set beside ``partialBit`` where the date is a year.
  package static let yearBit: Int64 = 1 << 18

  /// Ids of days before this one (1600-01-01) belong to undated articles, and so to articles whose
  /// date no newspaper can have.
  static let firstDatedDay = PartialDate.julianDay(year: 1600, month: 1, day: 1)

  /// The ids that belong to a date's own precision, in the order in which they are given out.
  ///
  /// A day has 524,288; a month or a year has 262,144 for each of its days; undated articles have
  /// more than two million million.
  package struct Series: Sendable, Hashable {
    let firstDay: Int64
    let lastDay: Int64
    let region: Int64
    let size: Int64

    /// The series of articles with this date; nil stands for no date.
    package init(of date: PartialDate?) {
      guard let date, date.julianDay >= ArticleID.firstDatedDay else {
        (firstDay, lastDay) = (0, Int64(ArticleID.firstDatedDay) - 1)
        (region, size) = (0, 1 << ArticleID.numberBits)
        return
      }
      firstDay = Int64(date.julianDay)
      lastDay = Int64(date.lastJulianDay)
      switch date.precision {
      case .year: (region, size) = (ArticleID.partialBit | ArticleID.yearBit, ArticleID.yearBit)
      case .month: (region, size) = (ArticleID.partialBit, ArticleID.yearBit)
      case .day, .second: (region, size) = (0, ArticleID.partialBit)
      }
    }

    /// The id that people see with this number, counted from 1, or nil when the series is full.
    package func id(number: Int64) -> ArticleID? {
      guard number >= 1 else { return nil }
      let (day, rest) = (number - 1).quotientAndRemainder(dividingBy: size)
      guard firstDay + day <= lastDay else { return nil }
      return ArticleID(rawValue: (firstDay + day) << ArticleID.numberBits | region | rest)
    }

    /// The number that people see of an id in this series, counted from 1.
    package func number(of id: ArticleID) -> Int64 {
      ((id.rawValue >> ArticleID.numberBits) - firstDay) * size
        + (id.rawValue & (size - 1)) + 1
    }

    /// Where the series' ids lie, the highest first.
    package var ranges: some Sequence<ClosedRange<Int64>> {
      // A series that has its days to itself is one range.
      let days = size == 1 << ArticleID.numberBits ? 1 : lastDay - firstDay + 1
      let (region, size, first, last) = (region, size, firstDay, lastDay)
      return (0..<days).lazy.map { back in
        let low = (last - back) << ArticleID.numberBits | region
        return (days == 1 ? first << ArticleID.numberBits | region : low)...(low + size - 1)
      }
    }
  }

  /// The date that the id carries: a day, a month or a year; nil for undated articles.
  public var date: PartialDate? {
    let day = Int(rawValue >> Self.numberBits)
    guard day >= Self.firstDatedDay, let date = PartialDate(julianDay: day) else { return nil }
    guard rawValue & Self.partialBit != 0 else { return date }
    return rawValue & Self.yearBit != 0
      ? PartialDate(year: date.year) : PartialDate(year: date.year, month: date.month)
  }

  /// The number within the date, counted from 1, as people see it.
  public var number: Int64 { Series(of: date).number(of: self) }

  /// The raw ids of all articles, of any precision, whose date lies in these days (Julian day
  /// numbers), and of months and years that begin in them.
  package static func rawRange(ofDays days: ClosedRange<Int>) -> ClosedRange<Int64> {
    (Int64(days.lowerBound) << numberBits)...((Int64(days.upperBound) + 1) << numberBits - 1)
  }

  /// The raw ids of all articles that have a date.
  package static var datedRange: ClosedRange<Int64> {
    (Int64(firstDatedDay) << numberBits)...Int64.max
  }
}

extension ArticleID: Comparable {
  /// By date, undated first.
  public static func < (a: ArticleID, b: ArticleID) -> Bool { a.rawValue < b.rawValue }
}

extension ArticleID: LosslessStringConvertible {
  /// The form that people see: `2017-01-28.17`.
  public var description: String { "\(date?.description ?? "undated").\(number)" }

  /// Reads the form that people see, or the plain integer.
  public init?(_ description: String) {
    if let raw = Int64(description) {
      self.init(rawValue: raw)
      return
    }
    guard let dot = description.lastIndex(of: "."),
      let number = Int64(description[description.index(after: dot)...])
    else { return nil }
    let name = description[..<dot]
    let series: Series
    if name == "undated" {
      series = Series(of: nil)
    } else {
      guard let date = PartialDate(iso8601: String(name)), date.precision <= .day else {
        return nil
      }
      series = Series(of: date)
    }
    guard let id = series.id(number: number) else { return nil }
    self = id
  }
}

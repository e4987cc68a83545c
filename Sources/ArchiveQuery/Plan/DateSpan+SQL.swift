internal import ArchiveStorage
internal import NewsModel

extension DateSpan {
  /// The condition that the period of an article's date is inside, as ranges of ids alone: the
  /// full-text index can be asked for those. In a column of quotes' ids, the article's id is
  /// shifted by some bits.
  func condition(on column: String, shift: Int64 = 0) -> SQLFragment {
    let (first, last) = (max(first ?? 0, Self.firstDay), last ?? Self.lastDay)
    // No article has a date before newspapers had any.
    guard first <= last else { return SQLFragment("FALSE") }
    let days = first...last
    // Years and months whose period the span cuts stand among its ids as well.
    let cut = cuts.map { cut in
      SQLFragment(
        " AND NOT (\(Self.range(on: column)) AND (\(column) >> ?) & ? = ?)",
        values: Self.bounds(of: cut.days, shift) + [
          .integer(shift), .integer(ArticleID.partialBit | ArticleID.yearBit), .integer(cut.bits),
        ])
    }
    return SQLFragment(Self.range(on: column), values: Self.bounds(of: days, shift))
      + SQLFragment.joined(cut, by: "")
  }

  private static let firstDay = PartialDate(year: 1600)?.julianDay ?? 0
  private static let lastDay = PartialDate(year: 9999)?.lastJulianDay ?? 0

  private static func range(on column: String) -> String { "\(column) BETWEEN ? AND ?" }

  private static func bounds(of days: ClosedRange<Int>, _ shift: Int64) -> [SQLValue] {
    let ids = ArticleID.rawRange(ofDays: days)
    return [
      .integer(ids.lowerBound << shift), .integer((ids.upperBound + 1) << shift - 1),
    ]
  }

  /// The days of the months and years that begin or end outside, and the bits that tell articles
  /// which are dated by them.
  private var cuts: [(days: ClosedRange<Int>, bits: Int64)] {
    var cuts: [(ClosedRange<Int>, Int64)] = []
    for day in [first, last].compactMap({ $0 }) {
      guard let date = PartialDate(julianDay: day), let month = date.month,
        let wholeMonth = PartialDate(year: date.year, month: month),
        let wholeYear = PartialDate(year: date.year)
      else { continue }
      for (period, bits) in [
        (wholeMonth, ArticleID.partialBit), (wholeYear, ArticleID.partialBit | ArticleID.yearBit),
      ] {
        let days = period.julianDay...period.lastJulianDay
        let isWhole =
          (first ?? days.lowerBound) <= days.lowerBound
          && days.upperBound <= (last ?? days.upperBound)
        if !isWhole { cuts.append((days, bits)) }
      }
    }
    return cuts
  }
}

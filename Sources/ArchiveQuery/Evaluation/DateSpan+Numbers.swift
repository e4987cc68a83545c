internal import FullTextIndex
internal import NewsModel

extension DateSpan {
  /// The numbers of the articles whose date's whole period is inside, ascending.
  func ranges(of rows: RowNumbers) -> [Range<Int>] {
    let (first, last) = (max(first ?? 0, Self.firstDay), last ?? Self.lastDay)
    // No article has a date before newspapers had any.
    guard first <= last else { return [] }
    let ranges = Self.ranges(ofDays: first...last, rows)
    // Years and months whose period the span cuts stand among its ids as well.
    let cuts = cuts
    guard !cuts.isEmpty else { return ranges }
    return ranges.filter { range in
      let id = rows.id(of: UInt32(range.lowerBound))
      return !cuts.contains { cut in
        ArticleID.rawRange(ofDays: cut.days).contains(id)
          && id & (ArticleID.partialBit | ArticleID.yearBit) == cut.bits
      }
    }
  }

  /// The numbers of the articles of some days, a range for each block.
  private static func ranges(ofDays days: ClosedRange<Int>, _ rows: RowNumbers) -> [Range<Int>] {
    let ids = ArticleID.rawRange(ofDays: days)
    let start = rows.blocks.partitioningIndex { $0.firstID >= ids.lowerBound }
    return rows.blocks[start...].prefix { $0.firstID <= ids.upperBound }
      .map { $0.base..<$0.base + $0.count }
  }

  private static let firstDay = PartialDate(year: 1600)?.julianDay ?? 0
  private static let lastDay = PartialDate(year: 9999)?.lastJulianDay ?? 0

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

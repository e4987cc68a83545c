internal import ArchiveStorage
internal import FullTextIndex
public import NewsModel

/// How many hits there are in each period, from the first one to the last.
public struct Histogram: Sendable, Equatable {
  /// A period and its hits.
  public struct Bar: Sendable, Equatable {
    /// The period: `2019`, `2019-Q1`, `2019-03`, `2019-03-04`; a week is named by its Monday.
    public let name: String
    /// How many hits.
    public let count: Int
    /// Its first day.
    public let first: PartialDate
    /// Its last day.
    public let last: PartialDate

    /// The condition, in the query language, that the articles of the period meet.
    public var condition: String {
      if PartialDate(iso8601: name) != nil, name.utf8.count < 10 || first == last {
        return "date:\(name)"
      }
      return "date:\(first)..\(last)"
    }
  }

  /// How long the periods are: days, weeks, months, quarters or years, so that there are not too many.
  public let length: CountField
  /// The periods, one after the other; those without hits too.
  public let bars: [Bar]
  /// Hits that are not in the bars, for their dates say too little, or they have none.
  public let others: Int

  /// The largest number; 1 where there is none.
  public var largest: Int { max(1, bars.map(\.count).max() ?? 1) }
}

extension ArticleSearch {
  /// The numbers of hits over time.
  public func histogram() throws -> Histogram {
    try found.all { matches, arrays in
      let numbers = matches.numbers
      let undated = arrays.numbers.count(below: ArticleID.datedRange.lowerBound)
      let dated = numbers[numbers.partitioningIndex { $0 >= undated }...]
      func date(_ number: UInt32?) -> PartialDate? {
        number.flatMap { ArticleID(rawValue: arrays.numbers.id(of: $0)).date }
      }
      guard let first = date(dated.first), let last = date(dated.last) else {
        return Histogram(length: .year, bars: [], others: numbers.count)
      }
      let field = Histogram.length(ofDays: last.lastJulianDay - first.julianDay)
      let groups = try ArticleGroups(by: field, in: self, reader)
      var counts: [Period: Int] = [:]
      for (label, count) in zip(groups.labels, groups.counts(of: matches)) where count > 0 {
        if case .period(let period) = label { counts[period, default: 0] += count }
      }
      let bars = Histogram.bars(counts)
      return Histogram(
        length: field, bars: bars, others: numbers.count - bars.reduce(0) { $0 + $1.count })
    }
  }
}

extension Histogram {
  /// The length of periods with which so many days make at most some hundred of them.
  fileprivate static func length(ofDays days: Int) -> CountField {
    switch days {
    case ...62: .day
    case ...730: .week
    case ...4400: .month
    case ...12_000: .quarter
    default: .year
    }
  }

  fileprivate static func bars(_ counts: [Period: Int]) -> [Bar] {
    guard var period = counts.keys.min(), let end = counts.keys.max() else { return [] }
    var bars: [Bar] = []
    while period <= end {
      let next = period.next
      if let first = PartialDate(julianDay: period.firstDay),
        let last = PartialDate(julianDay: (next?.firstDay ?? first.julianDay + 1) - 1)
      {
        bars.append(
          Bar(name: period.name, count: counts[period] ?? 0, first: first, last: last))
      }
      guard let next else { break }
      period = next
    }
    return bars
  }
}

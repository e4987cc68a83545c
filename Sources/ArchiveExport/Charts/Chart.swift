public import ArchiveQuery

/// Numbers to be drawn: one series a query.
public struct Chart: Sendable {
  /// The numbers of one query.
  public struct Series: Sendable {
    /// The query.
    public let name: String
    /// A number for each label; nil where there is nothing of which it could be a share.
    public let values: [Double?]
  }

  /// What it shows.
  public let title: String
  /// What the numbers are.
  public let unit: String
  /// Periods or names.
  public let labels: [String]
  /// The series.
  public let series: [Series]
  /// Whether the labels are periods of time.
  public let isTime: Bool
}

extension Chart {
  /// The chart of counts, by their rates. Unknown values, and dates that say too little for the axis, are not
  /// on it.
  public init(_ counts: Counts) {
    let shown = counts.series.map { rows in
      rows.filter { $0.isOnAxis && (counts.field == nil || $0.value != nil) }
    }
    labels = shown.first?.map { $0.value ?? "all" } ?? []
    series = zip(counts.series, shown).map { rows, shown in
      Series(name: rows.first?.query ?? "", values: shown.map(\.rate))
    }
    unit =
      counts.unit == .articles ? "articles per 1,000 articles" : "hits per million words"
    isTime = counts.field?.isTime ?? false
    title =
      "How often: " + series.map(\.name).joined(separator: ", ")
      + (counts.field.map { ", by \($0.rawValue)" } ?? "")
  }

  /// The largest number; at least a little, so that one can divide by it.
  public var largest: Double {
    max(series.flatMap(\.values).compactMap { $0 }.max() ?? 0, .leastNormalMagnitude)
  }

  /// A number for people: the digits before the point, and as many behind it as make three.
  public static func label(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return String(value) }
    var places = 0
    var unit = 100.0
    while unit > abs(value), places < 9 {
      unit /= 10
      places += 1
    }
    let value = rounded(value, places: places)
    return value == value.rounded() ? String(Int(value)) : String(value)
  }
}

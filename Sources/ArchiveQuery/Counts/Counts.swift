internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// What is counted.
public enum CountUnit: String, Sendable, CaseIterable {
  /// Articles, and how many of 1,000 articles they are.
  case articles
  /// Hits, and how many there are in a million words.
  case words
}

/// How often queries find something, by period or by another field, next to how much there is.
///
/// Counts are exact. On the time axis no period is left out, whether there is anything in it or not.
public struct Counts: Sendable {
  /// The count of one query for one value of the field.
  public struct Row: Sendable, Equatable {
    /// The query, as it was written.
    public let query: String
    /// The value: a period, a name; nil where it is not known, or nothing is counted by.
    public let value: String?
    /// Whether the value is a period on the time axis: not for undated articles, and not for those
    /// whose date names no such period.
    public let isOnAxis: Bool
    /// Articles found, or hits in them.
    public let count: Int
    /// All articles there, or all their words.
    public let all: Int

    /// The count for each 1,000 articles, or for each million words; nil where there are none.
    public let rate: Double?
  }

  /// What was counted.
  public let unit: CountUnit
  /// By what.
  public let field: CountField?
  /// The rows of one query after the other, each in the order of time or the largest first; unknown
  /// values are the last.
  public var rows: [Row] { series.flatMap { $0 } }

  /// The rows of each query.
  public let series: [[Row]]

  /// Counts what queries find.
  ///
  /// - Parameters:
  ///   - queries: The queries, each counted for itself.
  ///   - field: What is counted by; nil for one number a query.
  ///   - unit: What is counted.
  ///   - base: Only articles that this one finds are counted, and are what there is; nil for all.
  ///   - reader: The archive.
  /// - Throws: ``QueryPlanError`` where a query has something that this version cannot find.
  public init(
    of queries: [Query], by field: CountField? = nil, per unit: CountUnit = .articles,
    within base: Query? = nil, in reader: ArchiveReader
  ) throws {
    self.init(
      unit, field,
      try reader.snapshot { try Counter(queries, field, [unit], base, reader).series[0] })
  }

  private init(_ unit: CountUnit, _ field: CountField?, _ series: [[Row]]) {
    (self.unit, self.field, self.series) = (unit, field, series)
  }

  /// Counts the articles that a query finds and the hits in them, for the same values: row by row the two
  /// are about the same, in the order of the articles.
  package static func articlesAndHits(
    of query: Query, by field: CountField, in reader: ArchiveReader
  ) throws -> (articles: Counts, hits: Counts) {
    let series = try reader.snapshot {
      try Counter([query], field, [.articles, .words], nil, reader).series
    }
    return (Counts(.articles, field, series[0]), Counts(.words, field, series[1]))
  }
}

private struct Counter {
  private typealias Amounts = [ArticleGroups.Label: (count: Int, all: Int)]

  private let reader: ArchiveReader
  private let field: CountField?
  private let baseNumbers: [UInt32]?
  private let arrays: ArticleArrays
  /// For each unit the rows of each query.
  private(set) var series: [[[Counts.Row]]] = []

  init(
    _ queries: [Query], _ field: CountField?, _ units: [CountUnit], _ base: Query?,
    _ reader: ArchiveReader
  ) throws {
    (self.reader, self.field) = (reader, field)
    baseNumbers = try base.map {
      try ArticleSearch($0, in: reader).found.all { found, _ in found.numbers }
    }
    arrays = try reader.state().arrays
    let groups = try field.map { try ArticleGroups(by: $0, in: nil, reader) }
    let all = try units.map { try counts(ofAll: groups, $0) }
    var amounts: [[Amounts]] = units.map { _ in [] }
    // Values have rows where articles are found, whatever is counted.
    var found: Set<ArticleGroups.Label> = []
    for query in queries {
      let search = try ArticleSearch(query, in: reader)
      // Of a query about quotes, its own speakers are counted.
      let own =
        field == .speaker && !search.found.quoteConditions.isEmpty
        ? try ArticleGroups(by: .speaker, in: search, reader) : groups
      let articles = try self.articles(of: search, own)
      found.formUnion(articles.keys)
      for (index, unit) in units.enumerated() {
        let its = unit == .articles ? articles : try hits(of: search, own)
        amounts[index].append(its.merging(all[index]) { found, all in (found.count, all.all) })
      }
    }
    let labels = order(amounts, found, in: Self.days(of: queries))
    series = zip(units, amounts).map { unit, amounts in
      zip(queries, amounts).map { query, amounts in
        labels.map { row(query.text, $0, amounts[$0], unit) }
      }
    }
  }

  private func row(
    _ query: String, _ label: ArticleGroups.Label, _ amount: (count: Int, all: Int)?,
    _ unit: CountUnit
  ) -> Counts.Row {
    let (count, all) = amount ?? (0, 0)
    let scale = unit == .articles ? 1000.0 : 1_000_000
    var isOnAxis = field.map { !$0.isTime } ?? true
    let value: String?
    switch label {
    case .name(let name): value = name
    case .period(let period): (value, isOnAxis) = (period.name, true)
    case .shortDate(let date): value = date.description
    case .none: value = nil
    }
    return Counts.Row(
      query: query, value: value, isOnAxis: isOnAxis, count: count, all: all,
      rate: all == 0 ? nil : Double(count) * scale / Double(all))
  }

  // MARK: Amounts

  /// The articles that a query finds.
  private func articles(of search: ArticleSearch, _ groups: ArticleGroups?) throws -> Amounts {
    let found = try search.found.all { found, _ in
      baseNumbers.map { Matches(found.numbers.intersection($0)) } ?? found
    }
    return amounts(groups, groups?.counts(of: found) ?? [found.count]) { ($0, 0) }
  }

  /// The hits in them.
  private func hits(of search: ArticleSearch, _ groups: ArticleGroups?) throws -> Amounts {
    let hits = try HitCounts(search)
    let wanted = baseNumbers.map { Set($0) }
    let found = zip(hits.numbers, hits.counts).lazy
      .filter { wanted?.contains($0.0) ?? true }
      .map { (number: $0.0, amount: $0.1) }
    let sums = groups?.sums(of: found) ?? [found.reduce(0) { $0 + Int($1.amount) }]
    return amounts(groups, sums) { ($0, 0) }
  }

  /// What there is.
  private func counts(ofAll groups: ArticleGroups?, _ unit: CountUnit) throws -> Amounts {
    let numbers = baseNumbers ?? arrays.numbers.all
    switch unit {
    case .articles:
      return amounts(groups, groups?.counts(of: Matches(numbers)) ?? [numbers.count]) { (0, $0) }
    case .words:
      let lengths = try arrays.exactLengths()
      let words = numbers.lazy.map { (number: $0, amount: lengths[Int($0)]) }
      let sums = groups?.sums(of: words) ?? [words.reduce(0) { $0 + Int($1.amount) }]
      return amounts(groups, sums) { (0, $0) }
    }
  }

  private func amounts(
    _ groups: ArticleGroups?, _ sums: [Int], _ amount: (Int) -> (count: Int, all: Int)
  ) -> Amounts {
    var amounts: Amounts = [:]
    for (label, sum) in zip(groups?.labels ?? [.none], sums) where sum > 0 || groups == nil {
      let (now, before) = (amount(sum), amounts[label] ?? (0, 0))
      amounts[label] = (before.count + now.count, before.all + now.all)
    }
    return amounts
  }

  // MARK: Order

  /// The values that have rows, the same for all queries and units; names by the first unit's counts.
  private func order(
    _ amounts: [[Amounts]], _ found: Set<ArticleGroups.Label>, in days: DateSpan?
  ) -> [ArticleGroups.Label] {
    var totals: [ArticleGroups.Label: Int] = [:]
    var periods: [Period] = []
    for (index, query) in amounts.joined().enumerated() {
      for (label, amount) in query {
        if index < (amounts.first?.count ?? 0) { totals[label, default: 0] += amount.count }
        if case .period(let period) = label { periods.append(period) }
      }
    }
    let names = found.compactMap { label -> (name: String, count: Int)? in
      if case .name(let name) = label { return (name, totals[label] ?? 0) }
      return nil
    }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let short = found.compactMap { label -> PartialDate? in
      if case .shortDate(let date) = label { return date }
      return nil
    }.sorted()
    return axis(periods, days).map { .period($0) } + short.map { .shortDate($0) }
      + names.map { .name($0.name) } + (found.contains(.none) ? [.none] : [])
  }

  /// All periods from the first to the last in which there are articles, or of the days that the
  /// queries are about.
  private func axis(_ periods: [Period], _ days: DateSpan?) -> [Period] {
    guard var period = periods.min(), var last = periods.max() else { return [] }
    if let day = days?.first, let date = PartialDate(julianDay: day),
      let first = Period(period.length, of: date)
    {
      period = max(period, first)
    }
    if let day = days?.last, let date = PartialDate(julianDay: day),
      let end = Period(last.length, of: date)
    {
      last = min(last, end)
    }
    var axis: [Period] = []
    while period <= last {
      axis.append(period)
      guard let next = period.next else { break }
      period = next
    }
    return axis
  }

  /// The days to which all queries keep; nil where one does not.
  private static func days(of queries: [Query]) -> DateSpan? {
    let spans = queries.map(\.root.days)
    guard var joined = spans.first ?? nil else { return nil }
    for span in spans.dropFirst() {
      guard let span else { return nil }
      joined.first = joined.first.flatMap { a in span.first.map { min(a, $0) } }
      joined.last = joined.last.flatMap { a in span.last.map { max(a, $0) } }
    }
    return joined
  }
}

extension QueryNode {
  /// The days in which everything lies that the query finds; nil where it does not say.
  fileprivate var days: DateSpan? {
    switch self {
    case .filter(.dates(let span)): span
    case .and(let nodes):
      nodes.compactMap(\.days).reduce(nil as DateSpan?) { all, span in
        guard var all else { return span }
        all.first = [all.first, span.first].compactMap { $0 }.max()
        all.last = [all.last, span.last].compactMap { $0 }.min()
        return all
      }
    default: nil
    }
  }
}

internal import ArchiveStorage
internal import FullTextIndex
public import NewsModel

/// What is missing or odd about the articles of one outlet.
public struct SourceHealth: Sendable {
  /// A month and its articles.
  public struct Month: Sendable, Equatable {
    /// `2019-03`
    public let name: String
    /// How many articles.
    public let articles: Int
  }

  /// Months that follow each other, without an article.
  public struct Gap: Sendable, Equatable {
    /// The first of them: `2019-03`
    public let first: String
    /// The last of them.
    public let last: String
    /// How many.
    public let months: Int
  }

  /// Dates that may be wrong.
  public struct OddDates: Sendable, Equatable {
    /// What is odd about them.
    public let reason: String
    /// How many articles.
    public let articles: Int
    /// The condition, in the query language, that finds them among the outlet's; nil where there is none.
    public let condition: String?
    /// Some of the articles, where there is no condition.
    public let examples: [ArticleID]
  }

  /// How much there is.
  public let summary: SourceSummary
  /// Articles without a date.
  public let undated: Int
  /// Articles without an author.
  public let unsigned: Int
  /// Articles without a headline.
  public let untitled: Int
  /// Articles that are copies of an earlier one, of whatever outlet; nil where that is not known of all.
  public let copies: Int?
  /// All months from the first to the last with an article; dates that name no month are in none.
  public let months: [Month]
  /// The months without an article between them.
  public let gaps: [Gap]
  /// Dates that may be wrong, the most frequent reason first.
  public let oddDates: [OddDates]

  /// Months without an article.
  public var missingMonths: Int { gaps.reduce(0) { $0 + $1.months } }
  /// Articles whose dates may be wrong.
  public var oddlyDated: Int { oddDates.reduce(0) { $0 + $1.articles } }

  /// A number of articles as a part of all, 0 to 1.
  public func share(_ articles: Int) -> Double {
    summary.articles == 0 ? 0 : Double(articles) / Double(summary.articles)
  }
}

extension ArchiveReader {
  /// What is missing or odd, by outlet, those with most articles first. It reads all of the archive.
  public func sourceHealth() throws -> [SourceHealth] {
    try snapshot {
      let ids = Dictionary(
        uniqueKeysWithValues: try connection.rows("SELECT id, name FROM source") {
          ($0.text(1), UInt32(truncatingIfNeeded: $0.integer(0)))
        })
      let blanks = try SourceBlanks(connection).bySource
      let calendar = try SourceCalendar(state().arrays)
      let remarks = try SourceDateRemarks(connection).bySource
      let copies = try copiesBySource()
      return try SourceList(self).sources.map { summary in
        let id = summary.name.flatMap { ids[$0] } ?? 0
        let months = calendar.months(of: id)
        let odd = (remarks[id] ?? []) + calendar.crowdedDays(of: id)
        return SourceHealth(
          summary: summary, undated: blanks[id]?.undated ?? 0,
          unsigned: blanks[id]?.unsigned ?? 0, untitled: blanks[id]?.untitled ?? 0,
          copies: copies.map { $0[id] ?? 0 }, months: months, gaps: SourceHealth.gaps(in: months),
          oddDates: odd.sorted { ($1.articles, $0.reason) < ($0.articles, $1.reason) })
      }
    }
  }

  private func copiesBySource() throws -> [UInt32: Int]? {
    guard try CopyStore(connection).isComplete() else { return nil }
    let arrays = try state().arrays
    let sources = try arrays.sources.get()
    var counts: [UInt32: Int] = [:]
    for number in try arrays.copies.copies.get() { counts[sources[Int(number)], default: 0] += 1 }
    return counts
  }
}

extension SourceHealth {
  fileprivate static func gaps(in months: [Month]) -> [Gap] {
    months.split { $0.articles > 0 }.compactMap { run in
      guard let first = run.first, let last = run.last else { return nil }
      return Gap(first: first.name, last: last.name, months: run.count)
    }
  }
}

/// What articles do not say, by the ids of their sources; 0 is none.
private struct SourceBlanks {
  private(set) var bySource: [UInt32: (undated: Int, unsigned: Int, untitled: Int)] = [:]

  init(_ connection: Connection) throws {
    try connection.forEachRow(
      """
      SELECT coalesce(source_id, 0), count(*) FILTER (WHERE id < ?1 AND date IS NULL),
        count(*) FILTER (WHERE author IS NULL), count(*) FILTER (WHERE headline IS NULL)
      FROM article_record GROUP BY 1
      """, [.integer(ArticleID.datedRange.lowerBound)]
    ) { row in
      bySource[UInt32(truncatingIfNeeded: row.integer(0))] = (row.int(1), row.int(2), row.int(3))
      return true
    }
  }
}

/// When articles appeared, by the ids of their sources.
private struct SourceCalendar {
  private var months: [UInt32: [Period: Int]] = [:]
  private var days: [UInt32: [Period: Int]] = [:]

  init(_ arrays: ArticleArrays) throws {
    let sources = try arrays.sources.get()
    for block in arrays.numbers.blocks {
      guard let date = ArticleID(rawValue: block.firstID).date else { continue }
      let (month, day) = (Period(.month, of: date), Period(.day, of: date))
      for number in block.base..<block.base + block.count {
        let source = sources[number]
        if let month { months[source, default: [:]][month, default: 0] += 1 }
        if let day { days[source, default: [:]][day, default: 0] += 1 }
      }
    }
  }

  /// All months of a source, from its first to its last.
  func months(of source: UInt32) -> [SourceHealth.Month] {
    let counts = months[source] ?? [:]
    guard var month = counts.keys.min(), let last = counts.keys.max() else { return [] }
    var all: [SourceHealth.Month] = []
    while month <= last {
      all.append(SourceHealth.Month(name: month.name, articles: counts[month] ?? 0))
      guard let next = month.next else { break }
      month = next
    }
    return all
  }

  /// Days that have far more articles than others: often that of a load, put in place of an unknown date.
  func crowdedDays(of source: UInt32) -> [SourceHealth.OddDates] {
    let counts = days[source] ?? [:]
    let sorted = counts.values.sorted()
    // The median.
    let usual = sorted.dropFirst(sorted.count / 2).first ?? 0
    return counts.filter { $0.value >= 20 && $0.value > 10 * usual }.map { day, count in
      SourceHealth.OddDates(
        reason: "\(day.name) has \(count) articles, where \(usual) a day are usual",
        articles: count, condition: "date:\(day.name)", examples: [])
    }
  }
}

/// What the import remarked about dates, by the ids of the articles' sources.
private struct SourceDateRemarks {
  private(set) var bySource: [UInt32: [SourceHealth.OddDates]] = [:]

  init(_ connection: Connection) throws {
    var found: [UInt32: [String: (articles: Int, examples: [ArticleID])]] = [:]
    try connection.forEachRow(
      """
      SELECT coalesce(a.source_id, 0), a.id, j.value
      FROM article_record a, json_each(a.remarks) j
      WHERE a.remarks IS NOT NULL AND json_valid(a.remarks) AND j.value LIKE '%date%'
      """
    ) { row in
      // What stands before the colon is the kind of remark.
      let kind = row.text(2).split(separator: ":").first.map(String.init) ?? ""
      let source = UInt32(truncatingIfNeeded: row.integer(0))
      var its = found[source]?[kind] ?? (0, [])
      its.articles += 1
      if its.examples.count < 5 { its.examples.append(ArticleID(rawValue: row.integer(1))) }
      found[source, default: [:]][kind] = its
      return true
    }
    bySource = found.mapValues { kinds in
      kinds.map {
        SourceHealth.OddDates(
          reason: $0.key, articles: $0.value.articles, condition: nil, examples: $0.value.examples)
      }
    }
  }
}

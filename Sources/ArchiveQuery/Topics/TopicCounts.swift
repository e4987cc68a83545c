public import ArchiveStorage
internal import NewsModel

/// How many articles of a topic there are, by period or by source.
public enum TopicCounts {
  /// What is counted by.
  public enum Division: String, Sendable, CaseIterable {
    case day, month, year, source
  }

  /// One count.
  public struct Row: Sendable, Equatable {
    /// The topic.
    public let topic: String
    /// The period or source; nil for articles without one, and for the sum of a topic that is not divided.
    public let value: String?
    /// How many articles.
    public let articles: Int
  }

  /// Counts.
  ///
  /// - Parameters:
  ///   - topic: The topic.
  ///   - condition: A query that the articles must meet as well; nil for all.
  ///   - division: What is counted by; nil for one number.
  ///   - reader: The archive.
  /// - Returns: A row a value, periods in their order, sources with most articles first.
  /// - Throws: ``QueryPlanError`` where the topic's query cannot be read or asked.
  public static func rows(
    of topic: Topic, among condition: Query? = nil, by division: Division?,
    in reader: ArchiveReader
  ) throws -> [Row] {
    // The topic that was given, and not whatever its name means.
    let asked = try topic.parsed()
    let query = Query(
      asking: .all([asked.root, condition?.root ?? .everything]), text: topic.query)
    let search = try ArticleSearch(query, in: reader)
    switch division {
    case nil: return [Row(topic: topic.name, value: nil, articles: try search.total())]
    case .source:
      return try search.facets(by: .source).map {
        Row(topic: topic.name, value: $0.value, articles: $0.count)
      }
    case .day, .month, .year:
      let length = division == .day ? 10 : division == .month ? 7 : 4
      var counts: [String?: Int] = [:]
      try search.forEachID { id in
        // A year that is not divided into months is no month.
        let date = id.date?.description
        counts[
          date.flatMap { $0.count >= length ? String($0.prefix(length)) : nil }, default: 0] += 1
        return true
      }
      return counts.sorted { ($0.key ?? "~") < ($1.key ?? "~") }.map {
        Row(topic: topic.name, value: $0.key, articles: $0.value)
      }
    }
  }
}

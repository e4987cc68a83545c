public import ArchiveStorage

/// A topic, and how many articles it has, year by year.
public struct TopicSummary: Sendable {
  /// The topic.
  public let topic: Topic
  /// The articles of each year, from the first year of the archive to the last; what has no year is last.
  public let years: [Counts.Row]
  /// Why its query cannot be asked of this archive; nil where it can.
  public let problem: String?

  /// All its articles.
  public var articles: Int { years.reduce(0) { $0 + $1.count } }
}

extension Topic {
  /// The condition, in the query language, that finds its articles.
  public var condition: String { fieldCondition("topic", name) }
}

extension ArchiveReader {
  /// The topics in the order of their names. Each is asked anew.
  public func topicSummaries() throws -> [TopicSummary] {
    try snapshot {
      try connection.topics().map { topic in
        func unknown(_ problem: String) -> TopicSummary {
          TopicSummary(topic: topic, years: [], problem: problem)
        }
        do {
          let counts = try Counts(of: [Query(parsing: topic.condition)], by: .year, in: self)
          return TopicSummary(topic: topic, years: counts.rows, problem: nil)
        } catch let error as QueryPlanError where error.kind != .tookTooLong {
          return unknown(error.message)
        } catch let error as QuerySyntaxError {
          return unknown(error.message)
        }
      }
    }
  }

  /// The topic of a name, in whatever case; nil where there is none.
  public func topic(_ name: String) throws -> Topic? {
    try connection.topics().first { $0.name.lowercased() == name.lowercased() }
  }
}

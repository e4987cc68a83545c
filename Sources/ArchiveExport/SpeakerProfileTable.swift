public import ArchiveQuery
internal import ArchiveStorage

/// What an archive has of a speaker, as rows of a table.
public enum SpeakerProfileTable {
  /// The columns.
  public static let columns = ["field", "value", "quotes"]

  /// The rows: all quotes, by kind, by reporting word, by outlet and by period.
  public static func rows(of profile: SpeakerProfile) -> [[Cell]] {
    func rows(_ field: String, _ counts: [SpeakerProfile.Count]) -> [[Cell]] {
      counts.map { [.text(field), .text($0.value), .integer($0.quotes)] }
    }
    return [[.text("all"), .text(profile.summary.name), .integer(profile.summary.quotes)]]
      + profile.summary.aliases.map { [.text("alias"), .text($0), .missing] }
      + rows("kind", profile.kinds) + rows("cue", profile.cues) + rows("source", profile.outlets)
      + profile.timeline.bars.map {
        [.text(profile.timeline.length.rawValue), .text($0.name), .integer($0.count)]
      }
  }
}

/// Topics and how much they find, as rows of a table.
public enum TopicTable {
  /// The columns.
  public static let columns = ["topic", "query", "description", "articles", "problem"]

  /// The row of a topic.
  public static func row(of topic: TopicSummary) -> [Cell] {
    [
      .text(topic.topic.name), .text(topic.topic.query), .text(topic.topic.description),
      topic.problem == nil ? .integer(topic.articles) : .missing, .text(topic.problem),
    ]
  }
}

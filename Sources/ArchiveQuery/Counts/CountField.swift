/// What articles can be counted by.
public enum CountField: String, Sendable, CaseIterable {
  case day, week, month, quarter, year
  case source, section, author, language, speaker

  /// Whether its values are periods of time, one after the other.
  public var isTime: Bool {
    switch self {
    case .day, .week, .month, .quarter, .year: true
    case .source, .section, .author, .language, .speaker: false
    }
  }
}

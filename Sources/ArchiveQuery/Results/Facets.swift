internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// What the hits of a query can be counted by at a glance.
public enum FacetField: String, Sendable, CaseIterable {
  case source, year, author, section, language, speaker

  fileprivate var field: CountField {
    switch self {
    case .source: .source
    case .year: .year
    case .author: .author
    case .section: .section
    case .language: .language
    case .speaker: .speaker
    }
  }
}

/// How many hits have one value.
public struct Facet: Sendable, Equatable {
  /// The name, or the year; nil for the hits that have none.
  public let value: String?
  /// How many hits.
  public let count: Int
}

extension ArticleSearch {
  /// The number of hits of each value of a field, the most frequent first; years in their order.
  ///
  /// An article by several authors counts for each, and one that quotes several speakers too.
  public func facets(by field: FacetField) throws -> [Facet] {
    try found.all { matches, _ in
      let groups = try ArticleGroups(by: field.field, in: self, reader)
      var names: [Facet] = []
      var years: [Facet] = []
      var unknown = 0
      for (label, count) in zip(groups.labels, groups.counts(of: matches)) where count > 0 {
        switch label {
        case .name(let name): names.append(Facet(value: name, count: count))
        case .period(let period): years.append(Facet(value: period.name, count: count))
        case .shortDate, .none: unknown += count
        }
      }
      names.sort { ($1.count, $0.value ?? "") < ($0.count, $1.value ?? "") }
      years.sort { ($0.value ?? "") < ($1.value ?? "") }
      return names + years + (unknown > 0 ? [Facet(value: nil, count: unknown)] : [])
    }
  }
}

internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// What the hits of a query can be counted by at a glance.
public enum FacetField: String, Sendable, CaseIterable {
  case source, year, author, section, language, speaker
  case topic, tag
  /// Whether it is an original or a copy.
  case status = "is"

  fileprivate var field: CountField? {
    switch self {
    case .source: .source
    case .year: .year
    case .author: .author
    case .section: .section
    case .language: .language
    case .speaker: .speaker
    case .topic, .tag, .status: nil
    }
  }

  /// The condition, in the query language, that the articles meet which have a value; nil stands for those
  /// that have none. There is none for values that the language cannot ask for.
  public func condition(_ value: String?) -> String? {
    guard let value else {
      switch self {
      case .year: return "no:date"
      case .language: return "no:lang"
      case .source, .author, .section: return "no:\(rawValue)"
      case .speaker, .topic, .tag, .status: return nil
      }
    }
    return switch self {
    case .year: "date:\(value)"
    case .language: "lang:\(value)"
    case .status: "is:\(value)"
    case .source, .author, .section, .speaker, .topic, .tag: fieldCondition(rawValue, value)
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
  /// An article by several authors counts for each, and one that quotes several speakers too. There are no
  /// originals and copies where it is not known of all articles what they are.
  public func facets(by field: FacetField) throws -> [Facet] {
    switch field {
    case .topic: return try topics()
    case .tag: return try tags()
    case .status: return try originalsAndCopies()
    case .source, .year, .author, .section, .language, .speaker: break
    }
    guard let field = field.field else { return [] }
    return try found.all { matches, _ in
      let groups = try ArticleGroups(by: field, in: self, reader)
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
      years.sort { ($0.value ?? "") < ($1.value ?? "") }
      return sorted(names) + years + (unknown > 0 ? [Facet(value: nil, count: unknown)] : [])
    }
  }

  private func sorted(_ facets: [Facet]) -> [Facet] {
    facets.filter { $0.count > 0 }
      .sorted { ($1.count, $0.value ?? "") < ($0.count, $1.value ?? "") }
  }

  /// Topics are asked one by one; one whose query cannot be asked has no number.
  private func topics() throws -> [Facet] {
    try found.all { matches, _ in
      let numbers = matches.numbers
      return sorted(
        try reader.connection.topics().compactMap { topic in
          do {
            let name = Term(topic.name.filter { $0 != "\"" }, isPhrase: true)
            let its = try ArticleEvaluation(.filter(.topic(name)), in: reader)
            return try its.all { found, _ in
              Facet(value: topic.name, count: found.numbers.intersection(numbers).count)
            }
          } catch let error as QueryPlanError where error.kind != .tookTooLong {
            return nil
          }
        })
    }
  }

  private func tags() throws -> [Facet] {
    try found.all { matches, arrays in
      let tags = try reader.connection.tagNames()
      guard !tags.isEmpty else { return [] }
      let isFound = matches.flags(of: arrays.numbers.count)
      let numbers = try arrays.numbersByArrival.get()
      var counts: [Int64: Int] = [:]
      try reader.connection.forEachRow(
        "SELECT tag_id, arrival FROM article_tag WHERE holds"
      ) { row in
        if numbers.indices.contains(row.int(1)), isFound[Int(numbers[row.int(1)])] {
          counts[row.integer(0), default: 0] += 1
        }
        return true
      }
      return sorted(tags.map { Facet(value: $0.name, count: counts[$0.id] ?? 0) })
    }
  }

  private func originalsAndCopies() throws -> [Facet] {
    guard try CopyStore(reader.connection).isComplete() else { return [] }
    return try found.all { matches, arrays in
      let originals = try arrays.copies.originals.get()
      var copies = 0
      matches.forEachNumber { if originals[Int($0)] != $0 { copies += 1 } }
      return sorted([
        Facet(value: "original", count: matches.count - copies),
        Facet(value: "duplicate", count: copies),
      ])
    }
  }
}

extension Matches {
  /// For each of so many rows, whether it is among these.
  fileprivate func flags(of count: Int) -> [Bool] {
    var flags = [Bool](repeating: false, count: count)
    forEachNumber { flags[Int($0)] = true }
    return flags
  }
}

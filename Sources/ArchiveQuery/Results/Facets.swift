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

/// The values of a field that most hits have.
public struct TopFacets: Sendable, Equatable {
  /// The most frequent first, years in their order; the hits that have none are the last.
  public let facets: [Facet]
  /// How many values are not among them.
  public let others: Int
}

extension ArticleSearch {
  /// The number of hits of each value of a field, the most frequent first; years in their order.
  ///
  /// An article by several authors counts for each, and one that quotes several speakers too. There are no
  /// originals and copies where it is not known of all articles what they are.
  public func facets(by field: FacetField) throws -> [Facet] {
    try topFacets(by: field, limit: .max).facets
  }

  /// The values of a field that most hits have; all years, always. Numbers are exact, whatever the limit
  /// is: names are only compared of those that are listed.
  public func topFacets(by field: FacetField, limit: Int) throws -> TopFacets {
    switch field {
    case .topic: return TopFacets(try topics(), limit: limit)
    case .tag: return TopFacets(try tags(), limit: limit)
    case .status: return TopFacets(try originalsAndCopies(), limit: limit)
    case .source, .year, .author, .section, .language, .speaker: break
    }
    guard let field = field.field else { return TopFacets([], limit: 0) }
    return try found.all { matches, _ in
      let groups = try ArticleGroups(by: field, in: self, reader)
      let counts = groups.counts(of: matches)
      var names = MostFrequent(limit: limit)
      var years: [Facet] = []
      let none = groups.unknown
      var unknown = none.map { counts[$0] } ?? 0
      for (index, count) in counts.enumerated() where count > 0 && index != none {
        guard !names.passesOver(count) else { continue }
        switch groups.labels[index] {
        case .name(let name): names.insert(Facet(value: name, count: count))
        case .period(let period): years.append(Facet(value: period.name, count: count))
        case .shortDate, .none: unknown += count
        }
      }
      years.sort { ($0.value ?? "") < ($1.value ?? "") }
      let last = unknown > 0 ? [Facet(value: nil, count: unknown)] : []
      return TopFacets(facets: names.sorted + years + last, others: names.others)
    }
  }

  private func sorted(_ facets: [Facet]) -> [Facet] {
    facets.filter { $0.count > 0 }.sorted(by: MostFrequent.isBefore)
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

extension TopFacets {
  fileprivate init(_ all: [Facet], limit: Int) {
    self.init(facets: Array(all.prefix(limit)), others: max(0, all.count - limit))
  }
}

/// The most frequent of many values, as they come.
private struct MostFrequent {
  private let limit: Int
  /// More than are wanted are kept for a while, so that they are not sorted at each of them.
  private var kept: [Facet] = []
  /// What has fewer hits is not among them.
  private var least = 0
  /// How many values were left out.
  private(set) var others = 0

  init(limit: Int) { self.limit = limit }

  static func isBefore(_ a: Facet, _ b: Facet) -> Bool {
    a.count != b.count ? a.count > b.count : (a.value ?? "") < (b.value ?? "")
  }

  /// Whether a value with so many hits is left out, whatever its name is; it is then counted.
  mutating func passesOver(_ count: Int) -> Bool {
    guard count < least else { return false }
    others += 1
    return true
  }

  mutating func insert(_ facet: Facet) {
    kept.append(facet)
    if limit < 1 << 16, kept.count >= 2 * limit + 64 { cut() }
  }

  private mutating func cut() {
    kept.sort(by: Self.isBefore)
    guard kept.count > limit else { return }
    others += kept.count - limit
    kept.removeLast(kept.count - limit)
    least = kept.last?.count ?? 0
  }

  var sorted: [Facet] {
    mutating get {
      cut()
      return kept
    }
  }
}

extension ArchiveReader {
  /// Reads what facets are counted with, so that the next questions do not have to.
  public func prepareFacets() throws {
    let all = try ArticleSearch(Query(asking: .everything, text: ""), in: self)
    for field in FacetField.allCases { _ = try all.facets(by: field) }
    _ = try all.histogram()
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

internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// What the hits of a query can be counted by.
public enum FacetField: String, Sendable, CaseIterable {
  case source, year, section
}

/// How many hits have one value.
public struct Facet: Sendable, Equatable {
  /// The name of the source or section, or the year; nil for the hits that have none.
  public let value: String?
  /// How many hits.
  public let count: Int
}

extension ArticleSearch {
  /// The number of hits of each value of a field, the most frequent first; years in their order.
  public func facets(by field: FacetField) throws -> [Facet] {
    try found.all { matches, arrays in
      switch field {
      case .year: yearFacets(matches, arrays.numbers)
      case .source: try nameFacets(matches, arrays.sources.get(), of: "source")
      case .section: try nameFacets(matches, arrays.sections.get(), of: "section")
      }
    }
  }

  private func nameFacets(
    _ matches: Matches, _ ids: [UInt32], of table: String
  ) throws -> [Facet] {
    var counts = [Int](repeating: 0, count: Int(ids.max() ?? 0) + 1)
    matches.forEachNumber { counts[Int(ids[Int($0)])] += 1 }
    var facets = try reader.connection.rows("SELECT id, name FROM \(table)") { row in
      Facet(value: row.text(1), count: row.int(0) < counts.count ? counts[row.int(0)] : 0)
    }.filter { $0.count > 0 }
    facets.sort { ($1.count, $0.value ?? "") < ($0.count, $1.value ?? "") }
    if counts[0] > 0 { facets.append(Facet(value: nil, count: counts[0])) }
    return facets
  }

  private func yearFacets(_ matches: Matches, _ rows: RowNumbers) -> [Facet] {
    // Hits are counted by blocks of days first: their years are looked up once.
    var blockOf = [UInt32](repeating: 0, count: rows.count)
    for (index, block) in rows.blocks.enumerated() {
      for number in block.base..<block.base + block.count { blockOf[number] = UInt32(index) }
    }
    var counts = [Int](repeating: 0, count: rows.blocks.count)
    matches.forEachNumber { counts[Int(blockOf[Int($0)])] += 1 }
    var years: [Int: Int] = [:]
    var undated = 0
    for (block, count) in zip(rows.blocks, counts) where count > 0 {
      if let date = ArticleID(rawValue: block.firstID).date {
        years[date.year, default: 0] += count
      } else {
        undated += count
      }
    }
    var facets = years.sorted { $0.key < $1.key }.map {
      Facet(value: String($0.key), count: $0.value)
    }
    if undated > 0 { facets.append(Facet(value: nil, count: undated)) }
    return facets
  }
}

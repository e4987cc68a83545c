internal import FullTextIndex
package import NewsModel

/// Keeps `article_block`: what ranking, facets and filters ask of every hit.
struct ArticleBlocks {
  /// What a block has of one article.
  struct Facts {
    /// nil where it stays as it is.
    var arrival: Int64?
    /// nil where it stays as it is.
    var tokens: Int?
    var source: Int64?
    var section: Int64?
  }

  private var pending: [(article: Int64, facts: Facts)] = []

  /// Notes the facts of an article, new or changed.
  mutating func note(_ article: ArticleID, _ facts: Facts) {
    pending.append((article.rawValue, facts))
  }

  mutating func forget() { pending.removeAll() }

  /// Writes what was noted.
  mutating func write(to connection: Connection) throws {
    var start = 0
    // What was noted last holds.
    let sorted = pending.enumerated()
      .sorted { ($0.element.article, $0.offset) < ($1.element.article, $1.offset) }
      .map(\.element)
    while start < sorted.count {
      let block = sorted[start].article >> ArticleID.blockBits
      let end =
        sorted[start...].firstIndex { $0.article >> ArticleID.blockBits != block }
        ?? sorted.count
      try write(sorted[start..<end], block: block, to: connection)
      start = end
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func write(
    _ articles: ArraySlice<(article: Int64, facts: Facts)>, block: Int64, to connection: Connection
  ) throws {
    let known = try connection.first(
      "SELECT arrivals, lengths, sources, sections FROM article_block WHERE id = ?1",
      [.integer(block)]
    ) { row in
      (
        arrivals: row.numbers(0, as: UInt32.self), lengths: row.numbers(1, as: UInt16.self),
        sources: row.numbers(2, as: UInt32.self), sections: row.numbers(3, as: UInt32.self)
      )
    }
    var (arrivals, lengths, sources, sections) = known ?? ([], [], [], [])
    for (article, facts) in articles {
      let place = Int(article & (1 << ArticleID.blockBits - 1))
      // Numbers are given out without gaps; an id that was never stored leaves one.
      while lengths.count <= place {
        arrivals.append(0)
        lengths.append(0)
        sources.append(0)
        sections.append(0)
      }
      if let arrival = facts.arrival { arrivals[place] = UInt32(clamping: arrival) }
      if let tokens = facts.tokens { lengths[place] = UInt16(clamping: tokens) }
      sources[place] = UInt32(clamping: facts.source ?? 0)
      sections[place] = UInt32(clamping: facts.section ?? 0)
    }
    try connection.run(
      """
      REPLACE INTO article_block (id, articles, arrivals, lengths, sources, sections)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """,
      [
        .integer(block), .integer(lengths.count), .blob(littleEndianBytes(of: arrivals)),
        .blob(littleEndianBytes(of: lengths)), .blob(littleEndianBytes(of: sources)),
        .blob(littleEndianBytes(of: sections)),
      ])
  }
}

// MARK: Check

extension ArticleBlocks {
  /// What does not agree with the articles' own rows.
  static func problems(in connection: Connection) throws -> [String] {
    var problems: [String] = []
    var articles: Int64 = 0
    try connection.forEachRow(
      "SELECT id, articles, arrivals, lengths, sources, sections FROM article_block ORDER BY id"
    ) { row in
      let block = row.integer(0)
      let lists = [(2, 4), (3, 2), (4, 4), (5, 4)].map { column, size in
        row.withBlob(column) { ($0.count, size) }
      }
      let isWhole =
        (0...Int64.max >> (ArticleID.blockBits + 1)).contains(block)
        && (0...1 << ArticleID.blockBits).contains(row.integer(1))
        && lists.allSatisfy { bytes, size in bytes == row.int(1) * size }
      guard isWhole else {
        problems.append("article_block \(block) has other lists than of its articles")
        return true
      }
      let wrong = try Self.wrongArticles(
        of: block,
        (
          row.numbers(2, as: UInt32.self), row.numbers(3, as: UInt16.self),
          row.numbers(4, as: UInt32.self), row.numbers(5, as: UInt32.self)
        ), in: connection)
      if wrong > 0 { problems.append("article_block \(block) is wrong about \(wrong) articles") }
      articles += row.numbers(2, as: UInt32.self).reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
      return true
    }
    let missing = try connection.integer("SELECT count(*) FROM article_record") - articles
    if problems.isEmpty, missing != 0 {
      problems.append("article_block has \(articles) articles of \(articles + missing)")
    }
    return problems
  }

  /// How many articles of a block have other facts than their own rows.
  private static func wrongArticles(
    of block: Int64,
    _ lists: (arrivals: [UInt32], lengths: [UInt16], sources: [UInt32], sections: [UInt32]),
    in connection: Connection
  ) throws -> Int {
    var wrong = 0
    let first = block << ArticleID.blockBits
    try connection.forEachRow(
      """
      SELECT a.id, a.arrival, a.source_id, a.section_id, d.sz
      FROM article_record a LEFT JOIN article_fts_docsize d ON d.id = a.id
      WHERE a.id BETWEEN ?1 AND ?2
      """, [.integer(first), .integer(first + 1 << ArticleID.blockBits - 1)]
    ) { row in
      let place = Int(row.integer(0) - first)
      let tokens = IndexTotals.counts(row.blob(4), columns: 2).reduce(0, &+)
      let isRight =
        lists.arrivals.indices.contains(place) && Int64(lists.arrivals[place]) == row.integer(1)
        && lists.lengths[place] == UInt16(clamping: tokens)
        && Int64(lists.sources[place]) == row.integer(2)
        && Int64(lists.sections[place]) == row.integer(3)
      if !isRight { wrong += 1 }
      return true
    }
    return wrong
  }
}

extension Connection {
  /// The arrivals of all articles of a source, in the order of their ids.
  package func arrivals(ofSource source: Int64) throws -> [Int64] {
    var found: [Int64] = []
    try forEachRow("SELECT arrivals, sources FROM article_block") { row in
      let its = zip(row.numbers(0, as: UInt32.self), row.numbers(1, as: UInt32.self))
      for (arrival, itsSource) in its where itsSource == source { found.append(Int64(arrival)) }
      return true
    }
    return found
  }

  /// The ids of all articles of a source, in their order.
  package func articles(ofSource source: Int64) throws -> [ArticleID] {
    var found: [ArticleID] = []
    try forEachRow("SELECT id, sources FROM article_block ORDER BY id") { row in
      let first = row.integer(0) << ArticleID.blockBits
      for (place, its) in row.numbers(1, as: UInt32.self).enumerated() where its == source {
        found.append(ArticleID(rawValue: first + Int64(place)))
      }
      return true
    }
    return found
  }
}

/// Numbers as they are stored in blobs.
func littleEndianBytes<Number: FixedWidthInteger>(of numbers: [Number]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(numbers.count * MemoryLayout<Number>.size)
  for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
  return bytes
}

extension Row {
  /// A blob of little-endian numbers.
  package func numbers<Number: FixedWidthInteger>(_ column: Int, as type: Number.Type) -> [Number] {
    withBlob(column) { bytes in
      let size = MemoryLayout<Number>.size
      return (0..<bytes.count / size).map {
        Number(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: Number.self))
      }
    }
  }
}

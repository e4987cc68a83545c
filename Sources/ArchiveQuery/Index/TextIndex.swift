internal import ArchiveStorage
internal import FullTextIndex

/// The full-text index of a table as it stands in the archive.
///
/// FTS5's own pages are read, and not through FTS5: it has no way to count, rank or filter a common
/// word without a call for each article (Docs/performance.md). What is found is what FTS5 finds: the
/// tests ask both.
final class TextIndex {
  /// A part of the index that has articles of its own.
  struct Segment {
    let pages: IndexStructure.Segment
    /// Ids whose entries in this segment are void: a newer one has them anew. Ascending.
    let void: [Int64]
  }

  private let connection: Connection
  private let table: String
  /// The oldest first.
  let segments: [Segment]
  let totals: IndexTotals

  /// Reads which segments the index of a table has.
  init(_ table: String, columns: Int, _ connection: Connection) throws {
    (self.connection, self.table) = (connection, table)
    func record(_ row: Int64) throws -> [UInt8] {
      try connection.first("SELECT block FROM \(table)_data WHERE id = ?", [.integer(row)]) {
        $0.blob(0)
      } ?? []
    }
    guard let structure = IndexStructure(try record(IndexStructure.row)) else {
      throw StorageError(
        .damaged,
        "the full-text index of \(connection.path) cannot be read; `backfile check` says more")
    }
    totals = IndexTotals(try record(IndexTotals.row), columns: columns)
    let revisions = try Self.revisions(table, connection)
    let pages = structure.segments
    segments = pages.enumerated().map { age, segment in
      let void = pages[(age + 1)...].flatMap { revisions[$0.id] ?? [] }
      return Segment(pages: segment, void: Set(void).sorted())
    }
  }

  private static func revisions(
    _ table: String, _ connection: Connection
  ) throws -> [Int: [Int64]] {
    guard table == "article_fts" else { return [:] }
    let rows = try connection.rows("SELECT segment, articles FROM index_revision") {
      ($0.int(0), $0.numbers(1, as: Int64.self))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// The posting list of a word in a segment, or nil where it does not have it.
  func list(of word: String, in segment: Segment) throws -> PostingBytes? {
    try read(segment, from: Array(word.utf8)) { lookup, word in try lookup.list(of: word) }
  }

  /// The words of a segment that begin like this, with their posting lists.
  func lists(ofPrefix prefix: String, in segment: Segment) throws -> [PostingBytes] {
    var lists: [PostingBytes] = []
    try read(segment, from: Array(prefix.utf8)) { lookup, prefix in
      try lookup.forEachWord(from: prefix) { word, list in
        guard word.starts(with: prefix) else { return false }
        lists.append(try list())
        return true
      }
    }
    return lists
  }

  private func read<T>(
    _ segment: Segment, from word: [UInt8],
    _ body: (inout WordLookup, [UInt8]) throws -> T
  ) throws -> T {
    let first = try connection.first(
      "SELECT pgno >> 1 FROM \(table)_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1",
      [.integer(segment.pages.id), .blob(WordLookup.key(word))]
    ) { $0.int(0) }
    let rows =
      SegmentWriter.row(
        segment: segment.pages.id, page: max(first ?? 1, segment.pages.firstPage))...SegmentWriter
      .row(segment: segment.pages.id, page: segment.pages.lastPage)
    return try connection.withRows(
      "SELECT block FROM \(table)_data WHERE id BETWEEN ? AND ? ORDER BY id",
      [.integer(rows.lowerBound), .integer(rows.upperBound)]
    ) { next in
      try withoutActuallyEscaping({ try next()?.blob(0) }) { pages in
        var lookup = WordLookup(pages)
        return try body(&lookup, word)
      }
    }
  }
}

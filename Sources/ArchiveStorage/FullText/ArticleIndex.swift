package import FullTextIndex
package import NewsModel

/// Writes the full-text index of articles, `article_fts`, beside FTS5: complete segments, page by
/// page, in its own format.
///
/// That takes half the time of an insertion into the FTS5 table, most of it on the threads that read
/// the texts (Docs/performance.md). What is added is held in memory until ``flush()``, which stands in
/// the transaction of its articles. FTS5 remembers on its connection which segments there are: on a
/// connection that writes this way, its table is never asked.
package final class ArticleIndex {
  /// So many segments of one level are merged into one of the next.
  private static let mergeCount = 8
  private static let columns = 2

  private struct Document {
    let article: Int64
    let counts: [Int]
    let former: [Int]?
  }

  private let connection: Connection
  private let sizes: SegmentMerger.Sizes
  private var sources: [StoredPostings] = []
  private var documents: [Document] = []

  /// The memory that is held for the next segment, in bytes.
  package private(set) var pendingBytes = 0

  /// - Parameters:
  ///   - connection: The archive.
  ///   - sizes: How segments are merged.
  package init(_ connection: Connection, merging sizes: SegmentMerger.Sizes = .init()) {
    (self.connection, self.sizes) = (connection, sizes)
  }

  /// Adds articles.
  ///
  /// - Parameters:
  ///   - postings: Their words.
  ///   - articles: Their ids by their numbers in the postings; nil for one that was not stored.
  package func add(_ postings: Postings, articles: [ArticleID?]) {
    sources.append(StoredPostings(postings, articles: articles.map { $0?.rawValue }))
    pendingBytes += postings.size
  }

  /// Notes the number of tokens in the columns of an article, and of its former texts where it
  /// replaces them.
  package func note(_ article: ArticleID, tokenCounts: [Int], replacing former: [Int]? = nil) {
    documents.append(Document(article: article.rawValue, counts: tokenCounts, former: former))
    pendingBytes += 96
  }

  /// Forgets what was added since the last flush.
  package func forget() {
    sources.removeAll()
    documents.removeAll()
    pendingBytes = 0
  }

  /// Writes what was added as one segment, and merges segments where there are many.
  package func flush() throws {
    defer { forget() }
    guard !documents.isEmpty else { return }
    documents.sort { $0.article < $1.article }
    var structure = try readStructure()
    try writeNewest(to: &structure)
    try writeSizes()
    while let mergeable = structure.mergeable(atLeast: Self.mergeCount) {
      try merge(mergeable, in: &structure)
    }
    try write(record: structure.record, row: IndexStructure.row)
  }

  private func readStructure() throws -> IndexStructure {
    let record = try connection.first(
      "SELECT block FROM article_fts_data WHERE id = ?1", [.integer(IndexStructure.row)]
    ) { $0.blob(0) }
    guard let structure = record.flatMap({ IndexStructure($0) }) else {
      throw StorageError(.damaged, "the full-text index of \(connection.path) cannot be read")
    }
    return structure
  }

  private func write(record: [UInt8], row: Int64) throws {
    try connection.run(
      "REPLACE INTO article_fts_data (id, block) VALUES (?1, ?2)", [.integer(row), .blob(record)])
  }
}

// MARK: Segments

extension ArticleIndex {
  /// Writes what was added as the newest segment.
  private func writeNewest(to structure: inout IndexStructure) throws {
    let id = try freeSegment(of: structure)
    var writer = SegmentWriter(segment: id, to: SegmentTables(connection))
    // A small segment has no lists that take long to read.
    try FullTextIndex.merge(
      sources, dropsDeletions: structure.segments.isEmpty, into: &writer)
    let pages = try writer.finish()
    guard pages > 0 else { return }
    structure.add(IndexStructure.Segment(id: id, firstPage: 1, lastPage: pages))
    try writeRevision(documents.filter { $0.former != nil }.map(\.article), segment: id)
  }

  /// Puts one segment in the place of those of a level.
  private func merge(
    _ mergeable: (level: Int, segments: [IndexStructure.Segment]),
    in structure: inout IndexStructure
  ) throws {
    let (level, segments) = mergeable
    let id = try freeSegment(of: structure)
    let isOldest = structure.isOldest(level: level)
    let merger = SegmentMerger(
      connection, dropsDeletions: isOldest, lengths: try connection.articleLengths(), sizes)
    let pages = try merger.merge(segments, into: id)
    try moveRevisions(of: segments, to: isOldest ? nil : id)
    structure.replace(
      level: level,
      by: pages == 0 ? nil : IndexStructure.Segment(id: id, firstPage: 1, lastPage: pages))
  }

  private func freeSegment(of structure: IndexStructure) throws -> Int {
    let id = structure.freeSegmentID
    guard id > 0 else {
      throw StorageError(.other, "the full-text index of \(connection.path) has no room left")
    }
    return id
  }

  /// Merges the newest, small segments: at the end of an import, so that a search has fewer to ask.
  /// Nothing may be pending.
  package func mergeNewest() throws {
    var structure = try readStructure()
    guard let newest = structure.mergeable(atLeast: 2), newest.level == 0 else { return }
    try merge(newest, in: &structure)
    while let mergeable = structure.mergeable(atLeast: Self.mergeCount) {
      try merge(mergeable, in: &structure)
    }
    try write(record: structure.record, row: IndexStructure.row)
  }

  /// Merges all segments into one, in which nothing is void. Nothing may be pending.
  package func mergeAll() throws {
    var structure = try readStructure()
    let segments = structure.segments
    guard segments.count > 1 else { return }
    let id = try freeSegment(of: structure)
    let merger = SegmentMerger(
      connection, dropsDeletions: true, lengths: try connection.articleLengths(), sizes)
    let pages = try merger.merge(segments, into: id)
    structure.replaceAll(
      by: pages == 0 ? nil : IndexStructure.Segment(id: id, firstPage: 1, lastPage: pages))
    try connection.run("DELETE FROM index_revision")
    try write(record: structure.record, row: IndexStructure.row)
  }

  /// The number of segments.
  package func segmentCount() throws -> Int { try readStructure().segments.count }
}

// MARK: What belongs to the articles

extension ArticleIndex {
  private func writeSizes() throws {
    let record = try connection.first(
      "SELECT block FROM article_fts_data WHERE id = ?1", [.integer(IndexTotals.row)]
    ) { $0.blob(0) }
    guard var totals = IndexTotals(record ?? [], columns: Self.columns) else {
      throw StorageError(
        .damaged, "the totals of the full-text index of \(connection.path) are damaged")
    }
    for document in documents {
      if document.former == nil { totals.articles += 1 }
      for column in 0..<Self.columns {
        totals.tokens[column] += document.counts[column] - (document.former?[column] ?? 0)
      }
      try connection.run(
        "REPLACE INTO article_fts_docsize (id, sz) VALUES (?1, ?2)",
        [.integer(document.article), .blob(IndexTotals.sizes(document.counts))])
    }
    try write(record: totals.record, row: IndexTotals.row)
  }

  /// Keeps which articles a segment has anew.
  private func writeRevision(_ articles: [Int64], segment: Int) throws {
    guard !articles.isEmpty else { return }
    var bytes: [UInt8] = []
    for article in articles { withUnsafeBytes(of: article.littleEndian) { bytes += $0 } }
    try connection.run(
      "INSERT INTO index_revision (segment, articles) VALUES (?1, ?2)",
      [.integer(segment), .blob(bytes)])
  }

  /// Gives the revisions of segments that were merged to the new one, or to none where nothing
  /// older is left.
  private func moveRevisions(of segments: [IndexStructure.Segment], to id: Int?) throws {
    var articles: [UInt8] = []
    for segment in segments {
      articles +=
        try connection.first(
          "SELECT articles FROM index_revision WHERE segment = ?1", [.integer(segment.id)]
        ) { $0.blob(0) } ?? []
      try connection.run(
        "DELETE FROM index_revision WHERE segment = ?1", [.integer(segment.id)])
    }
    guard let id, !articles.isEmpty else { return }
    try connection.run(
      "INSERT INTO index_revision (segment, articles) VALUES (?1, ?2)",
      [.integer(id), .blob(articles)])
  }
}

extension Connection {
  /// The lengths of all articles.
  fileprivate func articleLengths() throws -> ArticleLengths {
    var runs: [(firstID: Int64, count: Int)] = []
    var lengths: [UInt16] = []
    try forEachRow("SELECT id, lengths FROM article_block ORDER BY id") { row in
      let its = row.numbers(1, as: UInt16.self)
      runs.append((row.integer(0) << ArticleID.blockBits, its.count))
      lengths += its
      return true
    }
    return ArticleLengths(RowNumbers(runs), lengths)
  }
}

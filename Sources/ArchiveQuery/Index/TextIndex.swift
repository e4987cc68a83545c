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
  /// Ends questions that take too long.
  private let time: QueryTime
  /// The oldest first.
  let segments: [Segment]
  let totals: IndexTotals

  /// Reads which segments the index of a table has.
  init(_ table: String, columns: Int, _ connection: Connection, _ time: QueryTime) throws {
    (self.connection, self.table, self.time) = (connection, table, time)
    func record(_ row: Int64) throws -> [UInt8] {
      try connection.first("SELECT block FROM \(table)_data WHERE id = ?", [.integer(row)]) {
        $0.blob(0)
      } ?? []
    }
    guard let structure = IndexStructure(try record(IndexStructure.row)),
      let totals = IndexTotals(try record(IndexTotals.row), columns: columns)
    else {
      throw StorageError(
        .damaged,
        "the full-text index of \(connection.path) cannot be read; `backfile check` says more")
    }
    self.totals = totals
    let revisions = try Self.revisions(table, connection)
    var segments: [Segment] = []
    // What the segments that are newer have anew.
    var void: [Int64] = []
    for pages in structure.segments.reversed() {
      segments.append(Segment(pages: pages, void: void))
      if let anew = revisions[pages.id] { void = Set(void).union(anew).sorted() }
    }
    self.segments = segments.reversed()
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

  /// Throws where the time of the question is over.
  func checkTime() throws { try time.check() }

  /// The words of all segments, packed (``WordList``), those of one segment after the other.
  ///
  /// An archive that an older version wrote, and boilerplate, have no list: the pages of the index are
  /// read, which takes longer and says the same.
  func wordPieces() throws -> [[UInt8]] {
    let hasLists = try table == "article_fts" && connection.hasVocabulary()
    return try segments.flatMap { segment in
      try checkTime()
      let listed = hasLists ? try connection.vocabulary(of: segment.pages.id) : []
      return listed.isEmpty ? try connection.wordPieces(of: segment.pages, table: table) : listed
    }
  }

  /// The posting list of a word, folded, in a segment, or nil where it does not have it. If ids are
  /// given, it has at least the entries of those articles.
  func list(
    of word: String, in segment: Segment, articles: ClosedRange<Int64>? = nil
  ) throws -> PostingBytes? {
    let word = Array(word.utf8)
    let first = try firstPage(of: word, in: segment)
    guard let (head, isLast) = try page(first, in: segment)?.list(of: word) else { return nil }
    guard isLast, first < segment.pages.lastPage else { return head }
    let last = try lastPage(of: word, in: segment)
    guard let articles else {
      return try rest(of: head, from: first + 1, through: last, in: segment)
    }
    // The last page that begins with an article before those.
    var (low, high) = (first, last + 1)
    while low + 1 < high {
      let middle = (low + high) / 2
      let isBefore = try self.page(middle, in: segment)?.firstArticle.map {
        $0 <= articles.lowerBound
      }
      // A page without an article of its own belongs to the one before.
      if isBefore ?? false { low = middle } else { high = middle }
    }
    var list = head
    if low > first, let start = try self.page(low, in: segment) {
      list = PostingBytes(from: start)
      guard start.words.isEmpty else { return list }
    }
    return try rest(
      of: list, from: low + 1, through: last, in: segment, until: articles.upperBound)
  }

  /// What is kept of a common word in a segment: how many entries its list has, and the articles in which
  /// it counts for most; nil where nothing is.
  func best(
    of word: String, in segment: Segment
  ) throws -> BestArticles.Record? {
    guard table == "article_fts" else { return nil }
    return try connection.first(
      "SELECT record FROM word_best WHERE segment = ? AND word = ?",
      [.integer(segment.pages.id), .blob(Array(word.utf8))]
    ) { BestArticles.Record($0.blob(0)) }
  }

  /// How many rows have a word.
  ///
  /// Each entry that takes away stands for one in an older segment.
  func count(of word: String) throws -> Int {
    // A damaged file may say any number.
    let count = try segments.reduce(0) { count, segment in
      if let best = try best(of: word, in: segment) {
        return count &+ best.articles &- best.deletions
      }
      guard let counts = try list(of: word, in: segment)?.counts() else { return count }
      return count &+ counts.saying &- counts.deletions
    }
    return max(0, count)
  }

  /// Adds to a list what stands on the pages from one on, until articles come that are not wanted.
  private func rest(
    of head: PostingBytes, from first: Int, through end: Int, in segment: Segment,
    until last: Int64? = nil
  ) throws -> PostingBytes {
    var list = head
    if last == nil { list.reserve(pages: end - first + 1) }
    try connection.forEachRow(
      "SELECT block FROM \(table)_data WHERE id BETWEEN ? AND ? ORDER BY id",
      [
        .integer(row(of: first, in: segment)), .integer(row(of: end, in: segment)),
      ]
    ) { row in
      if last == nil, row.withBlob(0, { list.append(wordlessPage: $0) }) { return true }
      let page = LeafPage(row.blob(0))
      if let last, let article = page.firstArticle, article > last {
        // An entry may have begun on the page before.
        _ = list.append(beginningOf: page)
        return false
      }
      return list.append(beginningOf: page)
    }
    return list
  }

  private func row(of page: Int, in segment: Segment) -> Int64 {
    SegmentWriter.row(segment: segment.pages.id, page: page)
  }

  private func page(_ number: Int, in segment: Segment) throws -> LeafPage? {
    try connection.first(
      "SELECT block FROM \(table)_data WHERE id = ?", [.integer(row(of: number, in: segment))]
    ) { LeafPage($0.blob(0)) }
  }

  /// The page on which a word stands, if it stands anywhere.
  private func firstPage(of word: [UInt8], in segment: Segment) throws -> Int {
    let page = try connection.first(
      "SELECT pgno >> 1 FROM \(table)_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1",
      [.integer(segment.pages.id), .blob(WordLookup.key(word))]
    ) { $0.int(0) }
    return max(page ?? 1, segment.pages.firstPage)
  }

  /// The last page on which the list of a word can stand that is the last on its page: the next one
  /// that has words.
  private func lastPage(of word: [UInt8], in segment: Segment) throws -> Int {
    let page = try connection.first(
      "SELECT pgno >> 1 FROM \(table)_idx WHERE segid = ? AND term > ? ORDER BY term LIMIT 1",
      [.integer(segment.pages.id), .blob(WordLookup.key(word))]
    ) { $0.int(0) }
    return min(page ?? segment.pages.lastPage, segment.pages.lastPage)
  }

  /// The words of a segment that begin like this, with their posting lists.
  func lists(ofPrefix prefix: String, in segment: Segment) throws -> [PostingBytes] {
    let prefix = Array(prefix.utf8)
    let first = try firstPage(of: prefix, in: segment)
    return try connection.withRows(
      "SELECT block FROM \(table)_data WHERE id BETWEEN ? AND ? ORDER BY id",
      [
        .integer(row(of: first, in: segment)),
        .integer(row(of: segment.pages.lastPage, in: segment)),
      ]
    ) { next in
      try withoutActuallyEscaping({ try next()?.blob(0) }) { pages in
        var lookup = WordLookup(pages)
        var lists: [PostingBytes] = []
        try lookup.forEachWord(from: prefix) { word, list in
          guard word.starts(with: prefix) else { return false }
          lists.append(try list())
          return true
        }
        return lists
      }
    }
  }

  /// Calls the closure with each word of a segment, folded, in the order of their bytes, and its
  /// posting list.
  func forEachWord(
    in segment: Segment, _ body: (_ word: [UInt8], _ list: PostingBytes) throws -> Void
  ) throws {
    try connection.withRows(
      "SELECT block FROM \(table)_data WHERE id BETWEEN ? AND ? ORDER BY id",
      [
        .integer(row(of: segment.pages.firstPage, in: segment)),
        .integer(row(of: segment.pages.lastPage, in: segment)),
      ]
    ) { next in
      try withoutActuallyEscaping({ try next()?.blob(0) }) { pages in
        var lookup = WordLookup(pages)
        try lookup.forEachWord(from: []) { word, list in
          try body(word, list())
          return true
        }
      }
    }
  }
}

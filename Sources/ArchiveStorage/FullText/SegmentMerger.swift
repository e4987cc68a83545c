internal import Dispatch
internal import FullTextIndex
internal import Synchronization

/// Puts one segment in the place of several.
///
/// Where they are large, the words are parted in two halves, for two threads: while segments are
/// merged, an import cannot do much else. The segment is the same, but for one page in its middle that
/// may not be full.
package struct SegmentMerger {
  /// What tests make small.
  package struct Sizes: Sendable {
    /// Segments of fewer pages, all together, are merged by one thread.
    package var fewestPagesParted = 2_048
    /// So many pages of a segment that was read are removed together.
    package var pagesRemoved = 64

    package init() {}
  }

  private let sizes: Sizes
  private let tables: SharedTables
  private let dropsDeletions: Bool
  private let lengths: ArticleLengths

  /// - Parameters:
  ///   - connection: The archive.
  ///   - dropsDeletions: Whether there is nothing older that an entry could take away.
  ///   - lengths: The lengths of all articles.
  ///   - sizes: From where on it works otherwise.
  init(_ connection: Connection, dropsDeletions: Bool, lengths: ArticleLengths, _ sizes: Sizes) {
    self.sizes = sizes
    tables = SharedTables(SegmentTables(connection))
    (self.dropsDeletions, self.lengths) = (dropsDeletions, lengths)
  }

  /// Merges segments, the oldest first, into a new one, and removes them. Returns its number of pages.
  func merge(_ segments: [IndexStructure.Segment], into id: Int) throws -> Int {
    let pages: Int
    if segments.reduce(0, { $0 + $1.pages }) >= sizes.fewestPagesParted,
      let middle = try middleWord(of: segments)
    {
      pages = try mergeHalves(of: segments, partedBy: middle, into: id)
    } else {
      let readers = try segments.map { try reader(of: $0, .all, from: nil) { _ in true } }
      pages = try merge(readers, into: id, tables)
    }
    for segment in segments { try tables.locked { try $0.remove(segment: segment.id) } }
    return pages
  }

  /// A word about which as much comes before as after it.
  private func middleWord(of segments: [IndexStructure.Segment]) throws -> [UInt8]? {
    guard let largest = segments.max(by: { $0.pages < $1.pages }) else { return nil }
    return try tables.locked {
      try $0.word(fromPage: (largest.firstPage + largest.lastPage) / 2, segment: largest.id)
    }
  }

  /// The first half is written at once; the second one waits for it in a temporary file.
  private func mergeHalves(
    of segments: [IndexStructure.Segment], partedBy middle: [UInt8], into id: Int
  ) throws -> Int {
    // Pages that both read may not be removed by one of them: from the one on which the second half may
    // begin to the next that has a word of it, as a list of the first half may go on until there.
    let shared = try segments.map { segment in
      try tables.locked { tables in
        let first = try tables.page(of: middle, segment: segment.id) ?? segment.firstPage
        return
          first...max(
            first, try tables.page(behind: middle, segment: segment.id) ?? segment.lastPage)
      }
    }
    let sources = zip(segments, shared)
    let first = try sources.map { segment, shared in
      try reader(of: segment, WordSpan(to: middle), from: nil) { $0 < shared.lowerBound }
    }
    let second = try sources.map { segment, shared in
      try reader(of: segment, WordSpan(from: middle), from: shared.lowerBound) {
        $0 > shared.upperBound
      }
    }
    let waiting = try WaitingPages()
    let halves = [
      Half { try merge(first, into: id, tables) }, Half { try merge(second, into: id, waiting) },
    ]
    DispatchQueue.concurrentPerform(iterations: halves.count) { halves[$0].run() }
    let (pages, more) = (try halves[0].pages.get(), try halves[1].pages.get())
    try tables.locked { try waiting.move(to: $0, segment: id, behind: pages, firstWord: middle) }
    return pages + more
  }

  /// Merges what readers give. Returns the number of pages.
  private func merge(
    _ readers: [SegmentReader], into id: Int, _ pages: some SegmentPages
  ) throws -> Int {
    var writer = SegmentWriter(segment: id, to: pages)
    try FullTextIndex.merge(
      readers, dropsDeletions: dropsDeletions, lengths: lengths, into: &writer)
    return try writer.finish()
  }

  /// A reader that removes what it has read: the file need not grow by what is written.
  private func reader(
    of segment: IndexStructure.Segment, _ span: WordSpan, from start: Int?,
    removing mayRemove: @escaping (Int) -> Bool
  ) throws -> SegmentReader {
    let (tables, removed) = (tables, sizes.pagesRemoved)
    return try SegmentReader(segment, span, from: start) { page in
      let row = SegmentWriter.row(segment: segment.id, page: page)
      return try tables.locked { tables in
        if page % removed == 0, mayRemove(page - removed), mayRemove(page - 1) {
          try tables.remove(pages: row - Int64(removed)...row - 1)
        }
        // What is not read is not written, and then it would be gone.
        guard let block = try tables.page(row) else { throw tables.missing(page, of: segment.id) }
        return block
      }
    }
  }
}

/// The work of one thread, and the number of pages that came of it.
private final class Half: @unchecked Sendable {
  // Sendable: each half is run by one thread, and read when that is over; what both use is
  // ``SharedTables``.
  private let work: () throws -> Int
  private(set) var pages: Result<Int, any Error> = .success(0)

  init(_ work: @escaping () throws -> Int) { self.work = work }

  func run() { pages = Result { try work() } }
}

/// The tables of segments for two threads, one at a time.
private final class SharedTables: SegmentPages {
  private let tables: SegmentTables
  private let turn = Mutex(())

  init(_ tables: SegmentTables) { self.tables = tables }

  func locked<T: Sendable>(_ body: (SegmentTables) throws -> T) throws -> T {
    try turn.withLock { _ in try body(tables) }
  }

  func write(block: [UInt8], row: Int64) throws {
    try locked { try $0.write(block: block, row: row) }
  }

  func write(best: BestArticles, word: [UInt8], segment: Int) throws {
    try locked { try $0.write(best: best, word: word, segment: segment) }
  }

  func write(words: [UInt8], piece: Int, segment: Int) throws {
    try locked { try $0.write(words: words, piece: piece, segment: segment) }
  }

  func write(firstWord: [UInt8], segment: Int, page: Int64) throws {
    try locked { try $0.write(firstWord: firstWord, segment: segment, page: page) }
  }
}

public import ArchiveStorage
internal import FullTextIndex
internal import NewsModel
internal import NewsText

/// Finds the quotes of an archive anew, with the extractor of this version.
///
/// Bodies and their index stay as they are. Batches are read, analysed on all cores and written, each
/// in a transaction together with how far it has come: what was stopped goes on from there.
public struct QuoteReindex: Sendable {
  /// How far it has come.
  public struct Progress: Sendable {
    /// What was done so far, over all calls if this one continues an earlier one.
    public var counts: QuoteReindexCounts
    /// The articles of the archive.
    public var articles: Int
  }

  /// What it did.
  public struct Report: Sendable {
    /// What was done, over all calls if this one continued an earlier one.
    public var counts: QuoteReindexCounts
    /// Whether it went on with one that had been stopped.
    public var isContinued: Bool
    /// Whether it was stopped before its end.
    public var isInterrupted = false
  }

  private let archive: Archive
  /// How much text makes a batch: tests make it small.
  var batchBytes = 8 << 20
  /// The version of the extractor: tests play newer ones.
  var version = QuoteExtractor.version

  /// A re-extraction of an archive, which must exist.
  public init(_ archive: Archive) { self.archive = archive }

  /// Does it. Cancelling the task ends it between two batches.
  public func run(
    onProgress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> Report {
    let reader = try archive.connectForReading()
    let writer = try await BatchWriter(archive)
    let folding = try await writer.folding()
    let version = version
    let unfinished = try QuoteReindexStore(reader).unfinished(version: version)
    var report = Report(counts: unfinished?.counts ?? .init(), isContinued: unfinished != nil)
    var last = unfinished?.last ?? 0
    let articles = try reader.articleCount()
    var writing: Task<Void, any Error>?
    while let batch = try await batch(behind: last, reader, folding) {
      if Task.isCancelled {
        report.isInterrupted = true
        break
      }
      try await writing?.value
      last = batch.last
      report.counts = report.counts + batch.counts
      let counts = report.counts
      writing = Task {
        try await writer.write { store in
          for article in batch.changed {
            try store.replaceQuotes(of: article.arrival, with: article.quotes)
          }
          try store.quoteReindex.setProgress(version: version, last: batch.last, counts: counts)
        }
        try await writer.commit()
      }
      onProgress(Progress(counts: counts, articles: articles))
    }
    try await writing?.value
    if !report.isInterrupted {
      try await writer.perform { try QuoteReindexStore($0).finish(version: version) }
    }
    return report
  }

  private func batch(
    behind last: Int64, _ reader: Connection, _ folding: WordFolding
  ) async throws -> QuoteRevision? {
    let (bodies, stored) = try reader.reading {
      let bodies = try reader.bodies(behind: last, bytes: batchBytes)
      guard let first = bodies.first, let last = bodies.last else {
        return (bodies, [Int64: [QuoteRow]]())
      }
      return (bodies, try reader.storedQuotes(ofArrivals: first.arrival...last.arrival))
    }
    guard let end = bodies.last else { return nil }
    let portions = bodies.portions(of: 1 << 18) { $0.body.utf8.count }
    let revisions = await concurrentMap(portions: portions) { portion in
      var revision = QuoteRevision(last: end.arrival)
      for body in portion { revision.look(at: body, stored: stored[body.arrival] ?? [], folding) }
      return revision
    }
    return revisions.dropFirst().reduce(into: revisions[0]) { $0.add($1) }
  }
}

/// What is to be changed in some articles.
private struct QuoteRevision: Sendable {
  /// The arrival of the last article of the batch.
  let last: Int64
  var changed: [(arrival: Int64, quotes: [QuoteRow])] = []
  var counts = QuoteReindexCounts()

  init(last: Int64) { self.last = last }

  mutating func add(_ other: QuoteRevision) {
    changed += other.changed
    counts = counts + other.counts
  }

  mutating func look(at body: StoredBody, stored: [QuoteRow], _ folding: WordFolding) {
    let quotes = QuoteAnalysis().rows(
      of: body.body, language: body.language, offsets: CodePointOffsets(body.body),
      tokens: TokenRanges(of: body.body, indexedAs: body.indexBody, folding)
    ).prefix(QuoteID.quotesOfArticle)
    var former = Dictionary(grouping: stored) { $0.start..<$0.start + $0.length }
    var (kept, same) = (0, 0)
    for quote in quotes {
      guard var olds = former[quote.start..<quote.start + quote.length], !olds.isEmpty else {
        continue
      }
      same += 1
      if let twin = olds.firstIndex(where: { quote.isStored(as: $0) }) {
        kept += 1
        olds.remove(at: twin)
      } else {
        olds.removeLast()
      }
      former[quote.start..<quote.start + quote.length] = olds
    }
    counts.articles += 1
    counts.kept += kept
    counts.changed += same - kept
    counts.new += quotes.count - same
    counts.gone += stored.count - same
    guard kept < quotes.count || kept < stored.count else { return }
    counts.changedArticles += 1
    changed.append((body.arrival, Array(quotes)))
  }
}

extension QuoteReindexCounts {
  static func + (a: QuoteReindexCounts, b: QuoteReindexCounts) -> QuoteReindexCounts {
    var sum = a
    sum.articles += b.articles
    sum.changedArticles += b.changedArticles
    sum.kept += b.kept
    sum.changed += b.changed
    sum.new += b.new
    sum.gone += b.gone
    return sum
  }
}

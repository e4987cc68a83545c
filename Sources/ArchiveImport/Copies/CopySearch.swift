public import ArchiveStorage
internal import NewsModel
internal import NewsText

/// Finds out which articles are copies of others, of those of which it is not known yet.
///
/// An import ends with it. It takes fingerprints of the new articles, and looks, for some of them at a time,
/// at those others whose fingerprint has much in common with one of theirs: memory does not grow with the
/// archive, and what it finds is what looking at all articles at once would find.
public struct CopySearch: Sendable {
  /// How far it has come.
  public struct Progress: Sendable {
    /// Articles of which a fingerprint was taken.
    public var done: Int
    /// Articles of which one is to be taken.
    public var articles: Int
  }

  /// What it did.
  public struct Report: Sendable {
    /// Articles of which it was not known whether they are copies.
    public var articles = 0
    /// How many of the archive's articles are copies.
    public var copies = 0
    /// Whether it was stopped before its end; it begins anew with the next call.
    public var isInterrupted = false
  }

  private let archive: Archive
  /// How many articles' fingerprints are taken in one go.
  private let batch = 4000
  /// How many new articles are compared in one go: tests make it small.
  var portion = 50_000

  /// A search in an archive, which must exist.
  public init(_ archive: Archive) { self.archive = archive }

  /// Looks at what is new; `anew` at all articles.
  ///
  /// Cancelling the task ends it between two batches.
  public func run(
    anew: Bool = false, onProgress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> Report {
    // A search does not make an archive where there is none.
    _ = try archive.connectForReading()
    let writer = try await BatchWriter(archive)
    if anew { try await writer.perform { try CopyStore($0).forgetAll() } }
    let reader = try archive.connectForReading()
    let store = CopyStore(reader)
    var report = Report(articles: try store.uncomparedCount())
    var new: [Int64] = []
    new.reserveCapacity(report.articles)
    while report.articles > 0 {
      if Task.isCancelled {
        report.isInterrupted = true
        return report
      }
      let arrivals = try store.uncompared(behind: new.last ?? 0, limit: batch)
      guard !arrivals.isEmpty else { break }
      let texts = try arrivals.map { try store.body($0) }
      let fingerprints = await concurrentMap(texts) { Fingerprint(of: $0).hashes }
      try await writer.perform { connection in
        for (arrival, hashes) in zip(arrivals, fingerprints) {
          try CopyStore(connection).setFingerprint(hashes, of: arrival)
        }
      }
      new += arrivals
      onProgress(Progress(done: new.count, articles: report.articles))
    }
    let last = new.last ?? 0
    // Those that come later are as if they were not there yet.
    var later = new[...]
    while !later.isEmpty {
      if Task.isCancelled {
        report.isInterrupted = true
        return report
      }
      let next = Set(later.prefix(portion))
      later = later.dropFirst(next.count)
      let changes = try changes(for: next, before: later, store)
      try await writer.perform { connection in
        let store = CopyStore(connection)
        for (arrival, copy) in changes { try store.setCopy(copy, of: arrival) }
      }
    }
    report.copies = try await writer.perform { connection in
      let store = CopyStore(connection)
      try store.setComplete(through: last)
      return try store.copyCount()
    }
    return report
  }

  /// What is to be known of articles otherwise than now.
  private func changes(
    for new: Set<Int64>, before later: ArraySlice<Int64>, _ store: CopyStore
  ) throws -> [(arrival: Int64, copy: CopyStore.Copy?)] {
    // Those of which all neighbours are looked at.
    var active = new
    while !active.isEmpty {
      let articles = try neighbours(of: active, before: later, store)
      let places = Dictionary(
        uniqueKeysWithValues: articles.enumerated().map { ($1.arrival, $0) })
      let known = articles.map { article -> CopyAssignment.Kind? in
        if new.contains(article.arrival) { return nil }
        guard let copy = article.copy else { return .original }
        return .copy(of: places[copy.original] ?? -1, containment: copy.containment)
      }
      let cache = SequenceCache(store)
      let assignment = try CopyAssignment(
        articles.map { Fingerprint(hashes: $0.hashes) }, known: known
      ) { try cache.sequences(of: articles[$0].arrival) }
      let more = assignment.decided.map { articles[$0].arrival }.filter { !active.contains($0) }
      guard more.isEmpty else {
        active.formUnion(more)
        continue
      }
      return assignment.decided.map { article in
        guard case .copy(let original, let containment) = assignment.kinds[article] else {
          return (articles[article].arrival, nil)
        }
        return (
          articles[article].arrival,
          CopyStore.Copy(original: articles[original].arrival, containment: containment)
        )
      }
    }
    return []
  }

  /// Articles, and all that may be copies or originals of one of them, in the order of their publication.
  private func neighbours(
    of active: Set<Int64>, before later: ArraySlice<Int64>, _ store: CopyStore
  ) throws -> [CopyStore.Article] {
    var index = FingerprintIndex(try active.map { try store.fingerprint($0) })
    var found: [(arrival: Int64, hashes: [UInt32])] = []
    var later = later
    try store.forEachFingerprint { arrival, its in
      while let first = later.first, first < arrival { later.removeFirst() }
      guard later.first != arrival else { return }
      if active.contains(arrival) || index.hasMatch(for: its) { found.append((arrival, its)) }
    }
    var articles = try found.compactMap { try store.article($0.arrival, hashes: $0.hashes) }
    // The originals of copies may share nothing with what is active.
    var isThere = Set(articles.map(\.arrival))
    for original in articles.compactMap(\.copy?.original)
    where isThere.insert(original).inserted {
      let article = try store.article(original, hashes: try store.fingerprint(original))
      if let article { articles.append(article) }
    }
    return articles.sorted { Self.isEarlier($0, $1) }
  }

  /// By the moment of publication; an unknown time of the day is its end, an unknown day the end of all
  /// days. Of two that are equal, the one that came first.
  private static func isEarlier(_ a: CopyStore.Article, _ b: CopyStore.Article) -> Bool {
    func key(_ article: CopyStore.Article) -> (Int, Int, Int64) {
      guard let date = article.date else { return (.max, 0, article.arrival) }
      return (date.lastJulianDay, date.second ?? 86_400, article.arrival)
    }
    return key(a) < key(b)
  }
}

/// The word sequences of the articles that were asked for last.
private final class SequenceCache {
  private let store: CopyStore
  private var known: [Int64: WordSequences] = [:]

  init(_ store: CopyStore) { self.store = store }

  func sequences(of arrival: Int64) throws -> WordSequences {
    if let sequences = known[arrival] { return sequences }
    let sequences = WordSequences(of: try store.body(arrival))
    // Some 30 MB; what is compared is mostly near by.
    if known.count >= 10_000 { known.removeAll(keepingCapacity: true) }
    known[arrival] = sequences
    return sequences
  }
}

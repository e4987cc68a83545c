public import ArchiveStorage
internal import FullTextIndex
internal import NewsModel
internal import NewsText

/// Sets the boilerplate of an archive's articles apart anew: after learning, and after people have said
/// what belongs to the reporting.
///
/// The imported text of each article is put together again and split with what is known now; where
/// that gives something else, body, blocks, quotes and index are replaced together.
public struct BoilerplateRevision: Sendable {
  /// How far it has come.
  public struct Progress: Sendable {
    /// Articles looked at.
    public var done: Int
    /// Articles to look at.
    public var articles: Int
  }

  /// What it did.
  public struct Report: Sendable {
    /// Articles looked at.
    public var articles = 0
    /// Articles that are split otherwise now.
    public var revised = 0
    /// Paragraphs that are known to repeat within their source; nil where nothing was learnt.
    public var repeated: Int?
    /// Whether it was stopped before its end; what was done stays.
    public var isInterrupted = false
  }

  private let archive: Archive
  /// How much text makes a batch: tests make it small.
  var batchBytes = 8 << 20

  /// A revision of an archive, which must exist.
  public init(_ archive: Archive) { self.archive = archive }

  /// Learns anew what repeats within each source, from all articles, and applies it to all of them.
  ///
  /// Cancelling the task ends it between two batches.
  public func learn(
    onProgress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> Report {
    let reader = try archive.connectForReading()
    let writer = try await BatchWriter(archive)
    let all = try reader.articleCount()
    var learner = RepeatLearner()
    var report = Report()
    var done = 0
    let isWhole = try await forEachBatch(of: reader) { texts in
      let keys = await concurrentMap(texts) { paragraphKeys(of: $0.originalText()) }
      for case (let source?, let keys) in zip(texts.map(\.source), keys) {
        learner.observe(source: source, paragraphs: keys)
      }
      done += texts.count
      // Learning takes about half as long as splitting does.
      onProgress(Progress(done: done / 3, articles: all))
    }
    report.isInterrupted = !isWhole
    guard isWhole else { return report }
    let learnt = learner
    report.repeated = learnt.rows.count
    try await writer.perform { connection in
      try RepeatStore(connection).clear()
      try learnt.save(to: connection)
    }
    let judge = try await Judge(writer, reader, learnt)
    report.isInterrupted = try await !forEachBatch(of: reader) { texts in
      report.revised += try await judge.revise(texts)
      report.articles += texts.count
      onProgress(Progress(done: (all + 2 * report.articles) / 3, articles: all))
    }
    try await writer.commit()
    if isWhole, !report.isInterrupted { _ = try await CopySearch(archive).run() }
    return report
  }

  /// Puts back what people say belongs to the reporting, and remembers it.
  public func restore(_ kept: KeptBoilerplate) async throws -> Report {
    let writer = try await BatchWriter(archive)
    try await writer.perform { try KeptBoilerplateStore($0).add(kept) }
    return try await judgeAnew(writer) { try affected(by: kept, $0) }
  }

  /// Takes back that something is kept, by its number; nil where there is none of that number.
  public func forget(_ number: Int64) async throws -> Report? {
    let reader = try archive.connectForReading()
    guard let kept = try KeptBoilerplateStore(reader).all().first(where: { $0.id == number }) else {
      return nil
    }
    let writer = try await BatchWriter(archive)
    _ = try await writer.perform { try KeptBoilerplateStore($0).remove(number) }
    return try await judgeAnew(writer) { connection in
      if let article = kept.article { return [article] }
      guard let source = kept.source else { return try connection.allArticles() }
      return try connection.articles(ofSource: source)
    }
  }

  /// The paragraph of a stored block, as it would be restored in all articles of its source; nil where
  /// there is no block of that number.
  public func paragraph(ofBlock id: Int64) throws -> KeptBoilerplate? {
    let connection = try archive.connectForReading()
    guard let block = try KeptBoilerplateStore(connection).block(id),
      let key = ParagraphKey(ofParagraph: block.text)
    else { return nil }
    return KeptBoilerplate(source: block.source, hash: key.hash, text: block.text)
  }

  /// Everything that people keep.
  public func kept() throws -> [KeptBoilerplate] {
    try KeptBoilerplateStore(try archive.connectForReading()).all()
  }

  private func judgeAnew(
    _ writer: BatchWriter, _ articles: (Connection) throws -> [ArticleID]
  ) async throws -> Report {
    let reader = try archive.connectForReading()
    let judge = try await Judge(writer, reader, try RepeatLearner(reader))
    let ids = try articles(reader)
    var report = Report()
    for start in stride(from: 0, to: ids.count, by: 1000) {
      let texts = try ids[start..<min(start + 1000, ids.count)].compactMap {
        try reader.storedText(of: $0)
      }
      report.revised += try await judge.revise(texts)
      report.articles += texts.count
    }
    try await writer.commit()
    _ = try await CopySearch(archive).run()
    return report
  }

  /// The articles from which something is set apart that is to be kept.
  private func affected(
    by kept: KeptBoilerplate, _ connection: Connection
  ) throws -> [ArticleID] {
    if let article = kept.article { return [article] }
    if let hash = kept.hash {
      return try KeptBoilerplateStore(connection).articles(withBlockOf: kept.source) { text in
        ParagraphKey(ofParagraph: text)?.hash == hash
      }
    }
    if let rule = kept.rule {
      return try KeptBoilerplateStore(connection).articles(withRule: rule)
    }
    return try kept.source.map { try connection.articles(ofSource: $0) } ?? []
  }

  /// Calls with all texts of the archive; false where the task was cancelled.
  private func forEachBatch(
    of reader: Connection, _ body: ([StoredText]) async throws -> Void
  ) async throws -> Bool {
    var last: Int64 = 0
    while true {
      let texts = try reader.storedTexts(behind: last, bytes: batchBytes)
      guard let end = texts.last else { return true }
      if Task.isCancelled { return false }
      last = end.arrival
      try await body(texts)
    }
  }
}

/// Splits texts with all that is known, and writes what is new.
private struct Judge {
  private let writer: BatchWriter
  private let learner: RepeatLearner
  private let kept: KeptParagraphs
  private let folding: WordFolding

  init(_ writer: BatchWriter, _ reader: Connection, _ learner: RepeatLearner) async throws {
    self.writer = writer
    self.learner = learner
    kept = try KeptParagraphs(reader)
    folding = try await writer.folding()
  }

  /// Returns how many texts are split otherwise now.
  func revise(_ texts: [StoredText]) async throws -> Int {
    try await TextRevision.revise(texts, learner, kept, folding, by: writer)
  }
}

internal import ArchiveStorage
internal import FullTextIndex
internal import NewsFormats
internal import NewsModel
internal import NewsText

/// One run of an import, from reading to writing.
struct ImportPipeline {
  let reader: BatchReader
  let writer: BatchWriter
  let archive: Archive
  let totalBytes: Int64?
  let onProgress: @Sendable (ImportProgress) -> Void

  func execute() async throws -> ImportReport {
    var report = ImportReport()
    let folding = try await writer.folding()
    let known = try DuplicateFinder(archive)
    let connection = try archive.connectForReading()
    let learnt = try await writer.perform { (try RepeatLearner($0), try KeptParagraphs($0)) }
    var repeats = try RepeatMemory(learnt.0, kept: learnt.1)
    var reading = Task { await reader.nextBatch() }
    var writing: [Task<(counts: ImportCounts, saved: Int), any Error>] = []
    while let read = await reading.value {
      if Task.isCancelled {
        report.isInterrupted = true
        break
      }
      reading = Task { await reader.nextBatch() }
      note(read, in: &report)
      let batch = try await analyse(
        read, known: known, repeats: &repeats, connection, folding)
      if writing.count == Self.batchesWaiting {
        let state = try await writing.removeFirst().value
        onProgress(
          ImportProgress(
            records: state.counts.read, saved: state.saved, bytes: read.bytesRead,
            totalBytes: totalBytes))
      }
      // In their order, whatever order tasks are begun in.
      writing.append(
        Task { [last = writing.last] in
          _ = try await last?.value
          return try await writer.write(batch)
        })
    }
    reading.cancel()
    _ = try await writing.last?.value
    report.counts = try await writer.commit()
    guard !report.isInterrupted else { return report }
    let revision = RepeatRevision(
      archive: archive, writer: writer, repeats: repeats, folding: folding)
    guard let revised = try await revision.run() else {
      report.isInterrupted = true
      try await writer.commit()
      return report
    }
    report.revised = revised
    let learner = repeats.learner
    try await writer.perform { try learner.save(to: $0) }
    return report
  }
}

extension ImportPipeline {
  /// A record after the first look at it.
  private enum Prepared: Sendable {
    // In a box of its own: it is large, and handed on several times.
    indirect case article(Arrival, ReadArticle)
    /// A record of an article that the archive has.
    case known(ArticleID, ArticleFields)
    case reject(reason: String, excerpt: String)
  }

  private struct Work: Sendable {
    var prepared: Prepared
    var entry: ReadBatch.Entry
  }

  /// From records to rows: hashes on all cores, then the look-up of what is known; paragraphs of what
  /// is new on all cores, then the repeats, which need the order of the articles; then the analysis on
  /// all cores.
  private func analyse(
    _ read: ReadBatch, known: DuplicateFinder, repeats: inout RepeatMemory,
    _ connection: Connection, _ folding: WordFolding
  ) async throws -> WorkBatch {
    let arrivals = await concurrentMap(read.entries) { entry -> (ReadBatch.Entry, Arrival?) in
      guard case .article(let draft, _) = entry.event else { return (entry, nil) }
      return (entry, Arrival(draft))
    }
    let looked = try arrivals.map { entry, arrival in
      let id = try arrival.flatMap {
        entry.isDone ? nil : try known.article(identity: $0.identity, sha256: $0.sha256)
      }
      return (entry, arrival, id)
    }
    let prepared = await concurrentMap(looked) { entry, arrival, id -> Work in
      if let arrival, let id {
        return Work(prepared: .known(id, arrival.fields), entry: entry)
      }
      switch entry.event {
      case .article(let draft, _):
        let article = ReadArticle(draft.text, headline: draft.headline)
        return Work(prepared: .article(arrival ?? Arrival(draft), article), entry: entry)
      case .rejected(_, let reason, let excerpt):
        return Work(prepared: .reject(reason: reason, excerpt: excerpt), entry: entry)
      }
    }
    for case .article(let arrival, let article) in prepared.lazy.map(\.prepared) {
      try repeats.observe(arrival, paragraphs: article.keys, archive: connection)
    }
    let work = prepared.filter { !$0.entry.isDone }
    let (learner, kept) = (repeats.learner, repeats.kept)
    // One for each core: the fewer portions, the fewer lists of words there are to merge.
    let bytes = work.reduce(0) { $0 + $1.entry.event.textBytes }
    let portions = work.portions(of: max(Self.portionBytes, bytes / coreCount + 1)) {
      $0.entry.event.textBytes
    }
    let analysed = await concurrentMap(portions: portions) { portion in
      Self.analyse(portion, learner, kept, folding)
    }
    for row in analysed.lazy.flatMap(\.withSourceFound) {
      try repeats.note(row, archive: connection)
    }
    return WorkBatch(portions: analysed.map(\.portion), files: read.files)
  }

  /// So many batches may wait for the writer, which at times has to put an index together: the cores go
  /// on meanwhile.
  private static let batchesWaiting = 2

  /// Texts of so many bytes at least are analysed by one thread at a time, and their words sorted
  /// together.
  private static let portionBytes = 1 << 19

  private struct Analysed: Sendable {
    var portion: WorkBatch.Portion
    /// The articles that came without a source, and name one in their text.
    var withSourceFound: [ArticleRow]
  }

  private static func analyse(
    _ portion: ArraySlice<Work>, _ learner: RepeatLearner, _ kept: KeptParagraphs,
    _ folding: WordFolding
  ) -> Analysed {
    var withSourceFound: [ArticleRow] = []
    let analysis = ArticleAnalysis(folding)
    var documents = 0
    var entries = [WorkBatch.Entry?](repeating: nil, count: portion.count)
    // In the order of dates, which is that of the ids: sorted lists are merged faster.
    let order = portion.indices.sorted { a, b in
      let (first, second) = (portion[a].entry.event.day, portion[b].entry.event.day)
      return first != second ? first < second : a < b
    }
    for index in order {
      let work = portion[index]
      let item: WorkItem
      switch work.prepared {
      case .reject(let reason, let excerpt): item = .reject(reason: reason, excerpt: excerpt)
      case .known(let id, let fields): item = .known(id, fields)
      case .article(let arrival, let article):
        let source = arrival.draft.source
        let split = article.split(
          isOfPage: arrival.draft.isOfPage,
          knowing: ArchiveKnowledge(learner: learner, kept: kept, source: source))
        let row = analysis.row(of: arrival, split)
        if source == nil, row.source != nil { withSourceFound.append(row) }
        item = .new(row, document: documents)
        documents += 1
      }
      entries[index - portion.startIndex] = WorkBatch.Entry(
        item: item, file: work.entry.file, position: work.entry.event.position)
    }
    return Analysed(
      portion: WorkBatch.Portion(
        entries: entries.compactMap { $0 }, postings: analysis.finishPostings()),
      withSourceFound: withSourceFound)
  }

  /// Puts what a batch has to say to people into the report.
  private func note(_ read: ReadBatch, in report: inout ImportReport) {
    report.problems += read.problems
    report.inputBytes = read.bytesRead
    let files = Dictionary(read.files.map { ($0.file, $0) }) { first, other in
      first.format == nil ? other : first
    }
    for entry in read.entries where !entry.isDone {
      let file = files[entry.file]
      report.tally.note(entry.event, file: file?.path ?? "", format: file?.format)
      switch entry.event {
      case .article(let draft, _):
        for remark in draft.remarks {
          // "date not understood: 31.31.2017": people want to know how often, not each.
          let kind = remark.split(separator: ":").first.map(String.init) ?? remark
          report.remarks[kind, default: 0] += 1
        }
      case .rejected(let position, let reason, let excerpt):
        guard report.firstRejects.count < ImportReport.rejectLimit else { continue }
        report.firstRejects.append(
          Reject(
            file: file?.path ?? "", position: position, reason: reason, excerpt: excerpt))
      }
    }
  }
}

extension RecordEvent {
  var position: RecordPosition {
    switch self {
    case .article(_, let position), .rejected(let position, _, _): position
    }
  }

  fileprivate var textBytes: Int {
    if case .article(let draft, _) = self { return draft.text.utf8.count }
    return 0
  }

  fileprivate var day: Int {
    if case .article(let draft, _) = self { return draft.date?.julianDay ?? 0 }
    return 0
  }
}

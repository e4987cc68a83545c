internal import ArchiveStorage
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

  private let analysis = ArticleAnalysis()

  init(
    reader: BatchReader, writer: BatchWriter, archive: Archive, totalBytes: Int64?,
    onProgress: @escaping @Sendable (ImportProgress) -> Void
  ) {
    self.reader = reader
    self.writer = writer
    self.archive = archive
    self.totalBytes = totalBytes
    self.onProgress = onProgress
  }

  func execute() async throws -> ImportReport {
    var report = ImportReport()
    let known = try DuplicateFinder(archive)
    var repeats = try await writer.perform { connection, _ in try RepeatMemory(connection) }
    var reading = Task { await reader.nextBatch() }
    var writing: Task<ImportCounts, any Error>?
    while let read = await reading.value {
      if Task.isCancelled {
        report.isInterrupted = true
        break
      }
      reading = Task { await reader.nextBatch() }
      note(read, in: &report)
      let batch = try await analyse(read, known: known, repeats: &repeats)
      if let writing { report.counts = try await writing.value }
      onProgress(
        ImportProgress(
          records: report.counts.read, saved: report.counts.added, bytes: read.bytesRead,
          totalBytes: totalBytes))
      writing = Task { try await writer.write(batch) }
    }
    reading.cancel()
    if let writing { report.counts = try await writing.value }
    guard !report.isInterrupted else { return report }
    report.revised = try await RepeatRevision(archive: archive, writer: writer, repeats: repeats)
      .run()
    let memory = repeats
    try await writer.perform { connection, _ in try memory.save(to: connection) }
    return report
  }
}

extension ImportPipeline {
  /// A record after the first look at its text.
  private enum Prepared: Sendable {
    case article(Arrival, [ParagraphKey])
    case reject(reason: String, excerpt: String)
  }

  /// From records to rows: hashes and paragraphs on all cores, then what needs the order of the
  /// articles (duplicates and repeats), then the analysis on all cores.
  private func analyse(
    _ read: ReadBatch, known: DuplicateFinder, repeats: inout RepeatMemory
  ) async throws -> WorkBatch {
    let prepared = await concurrentMap(read.entries) { entry -> Prepared in
      switch entry.event {
      case .article(let draft, _):
        return .article(Arrival(draft), paragraphKeys(of: draft.text))
      case .rejected(_, let reason, let excerpt):
        return .reject(reason: reason, excerpt: excerpt)
      }
    }
    var work: [(Prepared, ReadBatch.Entry, ArticleID?)] = []
    for (entry, prepared) in zip(read.entries, prepared) {
      guard case .article(let arrival, let paragraphs) = prepared else {
        if !entry.isDone { work.append((prepared, entry, nil)) }
        continue
      }
      if entry.isDone {
        repeats.observe(source: arrival.draft.source, paragraphs: paragraphs)
        continue
      }
      let id = try known.article(identity: arrival.identity, sha256: arrival.sha256)
      if id == nil { repeats.observe(source: arrival.draft.source, paragraphs: paragraphs) }
      work.append((prepared, entry, id))
    }
    let (memory, analysis) = (repeats, analysis)
    var batch = WorkBatch()
    batch.files = read.files
    batch.entries = await concurrentMap(work) { prepared, entry, id in
      let item: WorkItem
      switch prepared {
      case .reject(let reason, let excerpt): item = .reject(reason: reason, excerpt: excerpt)
      case .article(let arrival, _):
        if let id {
          item = .known(id, arrival.fields)
        } else {
          let source = arrival.draft.source
          item = .new(analysis.row(of: arrival) { memory.isRepeated($0, in: source) })
        }
      }
      return WorkBatch.Entry(item: item, file: entry.file, position: entry.event.position)
    }
    return batch
  }

  /// Puts what a batch has to say to people into the report.
  private func note(_ read: ReadBatch, in report: inout ImportReport) {
    report.problems += read.problems
    report.inputBytes = read.bytesRead
    let paths = Dictionary(read.files.map { ($0.file, $0.path) }) { first, _ in first }
    for entry in read.entries where !entry.isDone {
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
            file: paths[entry.file] ?? "", position: position, reason: reason, excerpt: excerpt))
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
}

internal import ArchiveStorage
internal import NewsModel

/// A record on its way into the archive, read and analysed.
enum WorkItem: Sendable {
  /// An article that the archive did not have when it was looked up.
  case new(ArticleRow)
  /// A record of an article that the archive has already, under this id.
  case known(ArticleID, ArticleFields)
  /// A record that could not become an article.
  case reject(reason: String, excerpt: String)
}

/// Records that are written in one transaction, in the order in which they were read.
struct WorkBatch: Sendable {
  struct Entry: Sendable {
    var item: WorkItem
    /// Index into the import's files.
    var file: Int
    var position: RecordPosition
  }

  /// How far a file has been read when this batch is written.
  struct FileState: Sendable {
    var file: Int
    var path: String
    var format: String?
    var records: Int
    var isFinished: Bool
    var problem: String?
  }

  var entries: [Entry] = []
  var files: [FileState] = []
}

/// The one writer of an import: it owns the connection, on a thread of its own.
actor BatchWriter {
  private let executor: BlockingExecutor
  private let connection: Connection
  private let articles: ArticleStore
  private let books: ImportRunStore
  private var run: Int64 = 0
  private var counts = ImportCounts()
  private var fileIDs: [Int: Int64] = [:]

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(_ archive: Archive) async throws {
    executor = BlockingExecutor("backfile.writer")
    connection = try archive.connectForWriting()
    // Pages that one batch touches: boilerplate, speakers, the tops of the indexes.
    try connection.execute("PRAGMA cache_size = -32768")
    articles = ArticleStore(connection)
    books = ImportRunStore(connection)
  }

  /// Begins a run, or goes on with one of the same files and options that was interrupted.
  ///
  /// - Returns: the run, whether it is continued, and how many records of each path are in the
  ///   archive already.
  func begin(version: String, arguments: String, signature: String) throws
    -> (run: Int64, isContinued: Bool, done: [String: Int])
  {
    try connection.transaction {
      if let unfinished = try books.unfinishedRun(signature: signature) {
        (run, counts) = unfinished
        return (run, true, try books.recordsDone(run: run))
      }
      run = try books.beginRun(version: version, arguments: arguments, signature: signature)
      return (run, false, [:])
    }
  }

  /// Writes a batch in one transaction; when it returns, the batch is safely on disk.
  func write(_ batch: WorkBatch) throws -> ImportCounts {
    var batchCounts = ImportCounts()
    do {
      try connection.transaction {
        for state in batch.files {
          fileIDs[state.file] = try books.fileID(of: state.path, run: run)
        }
        batchCounts = try writeEntries(of: batch)
        for state in batch.files {
          try books.setProgress(
            file: fileID(state.file), records: state.records, format: state.format,
            isFinished: state.isFinished, problem: state.problem)
        }
        try books.setCounts(counts + batchCounts, of: run)
        try articles.finishBatch()
      }
    } catch {
      articles.forget()
      throw error
    }
    counts = counts + batchCounts
    return counts
  }

  /// Marks the run as finished: the same command begins a new one.
  func finish() throws { try connection.transaction { try books.finish(run: run) } }

  /// Runs work of another file of this module on the writer's connection.
  func perform<T: Sendable>(
    _ work: @Sendable (Connection, ArticleStore) throws -> T
  ) throws -> T {
    do {
      return try connection.transaction {
        let result = try work(connection, articles)
        try articles.finishBatch()
        return result
      }
    } catch {
      articles.forget()
      throw error
    }
  }

  private func fileID(_ index: Int) throws -> Int64 {
    guard let id = fileIDs[index] else {
      throw StorageError(.other, "file \(index) of the import was never begun")
    }
    return id
  }

  private func writeEntries(of batch: WorkBatch) throws -> ImportCounts {
    var counts = ImportCounts()
    counts.read = batch.entries.count
    var arrivals: [(id: ArticleID, row: ArticleRow, entry: WorkBatch.Entry)] = []
    var inBatch: [Int64: [Int]] = [:]
    for entry in batch.entries {
      switch entry.item {
      case .reject(let reason, let excerpt):
        counts.rejected += 1
        let path = batch.files.first { $0.file == entry.file }?.path ?? ""
        try books.keep(
          Reject(file: path, position: entry.position, reason: reason, excerpt: excerpt),
          file: fileID(entry.file))
      case .known(let id, let fields):
        try count(try fill(id, with: fields), in: &counts)
      case .new(let row):
        // The look-up came before the last batches were written, and could not see this one.
        if let id = try articles.article(identity: row.identity, sha256: row.sha256) {
          try count(try fill(id, with: row.fields), in: &counts)
        } else if let index = inBatch[row.identity]?.first(where: {
          arrivals[$0].row.sha256 == row.sha256
        }) {
          let merged = merge(arrivals[index].row.fields, with: row.fields)
          try count(merged.isChanged, in: &counts)
          arrivals[index].row.fields = merged.fields
        } else {
          inBatch[row.identity, default: []].append(arrivals.count)
          arrivals.append((try articles.nextID(for: row.date), row, entry))
          counts.added += 1
        }
      }
    }
    for arrival in arrivals.sorted(by: { $0.id < $1.id }) {
      try articles.insert(
        arrival.row, id: arrival.id, file: fileID(arrival.entry.file),
        position: arrival.entry.position)
    }
    return counts
  }

  private func count(_ isChanged: Bool, in counts: inout ImportCounts) throws {
    if isChanged { counts.updated += 1 } else { counts.duplicates += 1 }
  }

  /// Adds to a stored article what a record of it has beyond it.
  private func fill(_ id: ArticleID, with fields: ArticleFields) throws -> Bool {
    guard let stored = try articles.fields(of: id) else { return false }
    let merged = merge(stored, with: fields)
    if merged.isChanged { try articles.setFields(of: id, to: merged.fields) }
    return merged.isChanged
  }
}

extension ArticleRow {
  /// The fields that a later record of the same article may fill in.
  var fields: ArticleFields {
    get {
      ArticleFields(author: author, section: section, language: language, metadata: metadata)
    }
    set {
      (author, section, language) = (newValue.author, newValue.section, newValue.language)
      metadata = newValue.metadata
    }
  }
}

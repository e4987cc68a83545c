internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel
internal import NewsText

/// A record on its way into the archive, read and analysed.
enum WorkItem: Sendable {
  /// An article that the archive did not have when it was looked up, and its number in the postings
  /// of its portion.
  indirect case new(ArticleRow, document: Int)
  /// A record of an article that the archive has already, under this id.
  case known(ArticleID, ArticleFields)
  /// A record that could not become an article.
  case reject(reason: String, excerpt: String)
}

/// Records that are written together, in the order in which they were read.
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

  /// Records that one thread has analysed, and the words of their articles.
  struct Portion: Sendable {
    var entries: [Entry]
    var postings: Postings
  }

  var portions: [Portion] = []
  var files: [FileState] = []
}

/// The one writer of an import: it owns the connection, on a thread of its own.
///
/// A transaction takes in many batches: the full-text index is written once for each, and large
/// segments are cheaper to write and to search (Docs/performance.md).
actor BatchWriter {
  private let executor: BlockingExecutor
  private let connection: Connection
  private let articles: ArticleStore
  private let books: ImportRunStore
  private var run: Int64 = 0
  private var counts = ImportCounts()
  private var fileIDs: [Int: Int64] = [:]
  private var isInTransaction = false
  /// Changes when another connection has written.
  private var dataVersion: Int64 = 0
  /// Articles of this run that are safely on disk.
  private var saved = 0

  /// A transaction ends when what waits in memory takes so many bytes: the words and quotes of about
  /// 40 MB of text.
  static let transactionBytes = 24 << 20
  private let transactionBytes: Int
  /// It ends also when it has so many new articles.
  private let saveEvery: Int
  private let onSaved: @Sendable (Int) -> Void

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(
    _ archive: Archive, transactionBytes: Int = BatchWriter.transactionBytes,
    saveEvery: Int? = nil, onSaved: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws {
    executor = BlockingExecutor("backfile.writer")
    connection = try archive.connectForWriting()
    connection.permitIndexPages()
    // Pages that one batch touches: boilerplate, speakers, the tops of the indexes.
    try connection.execute("PRAGMA cache_size = -32768")
    articles = ArticleStore(connection)
    books = ImportRunStore(connection)
    (self.transactionBytes, self.saveEvery) = (transactionBytes, saveEvery ?? .max)
    self.onSaved = onSaved
  }

  /// What the archive's tokenizer makes of each character.
  func folding() throws -> WordFolding { try Tokenizer(connection).folding }

  /// Begins a run, or goes on with one of the same files and options that was interrupted.
  ///
  /// - Returns: the run, whether it is continued, and how many records of each path are in the
  ///   archive already.
  func begin(version: String, arguments: String, signature: String) throws
    -> (run: Int64, isContinued: Bool, done: [String: Int])
  {
    try connection.transaction {
      try QuoteReindexStore(connection).noteExtractor(version: QuoteExtractor.version)
      if let unfinished = try books.unfinishedRun(signature: signature) {
        (run, counts) = unfinished
        saved = counts.added
        return (run, true, try books.recordsDone(run: run))
      }
      run = try books.beginRun(version: version, arguments: arguments, signature: signature)
      return (run, false, [:])
    }
  }

  /// Writes a batch. It is on disk when the transaction ends, with ``commit()`` at the latest.
  ///
  /// - Returns: What has been read so far, and how many articles of it are safely on disk.
  func write(_ batch: WorkBatch) throws -> (counts: ImportCounts, saved: Int) {
    try write { _ in
      for state in batch.files {
        fileIDs[state.file] = try books.fileID(of: state.path, run: run)
      }
      counts = counts + (try writeEntries(of: batch))
      for state in batch.files {
        try books.setProgress(
          file: fileID(state.file), records: state.records, format: state.format,
          isFinished: state.isFinished, problem: state.problem)
      }
    }
    return (counts, saved)
  }

  /// Runs work of other files of this module in the transaction of the batches.
  func write(_ work: (ArticleStore) throws -> Void) throws {
    try orRollBack {
      if !isInTransaction { try begin() }
      try work(articles)
    }
    if articles.pendingBytes >= transactionBytes || counts.added - saved >= saveEvery {
      try commit()
    }
  }

  /// Begins a transaction. What is remembered of the tables is not true any more where another process has
  /// written since the last one: it may have given the next article ids to others.
  private func begin() throws {
    try connection.begin()
    isInTransaction = true
    let version = try connection.integer("PRAGMA data_version")
    if version != dataVersion { articles.forget() }
    dataVersion = version
  }

  /// Ends the transaction: when it returns, all that was written is safely on disk.
  @discardableResult
  func commit() throws -> ImportCounts {
    guard isInTransaction else { return counts }
    try orRollBack {
      try books.setCounts(counts, of: run)
      try articles.finishBatch()
      try connection.commit()
    }
    isInTransaction = false
    if saved != counts.added { onSaved(counts.added) }
    saved = counts.added
    return counts
  }

  private func orRollBack(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      connection.rollBack()
      isInTransaction = false
      articles.forget()
      throw error
    }
  }

  /// Marks the run as finished: the same command begins a new one.
  func finish() throws {
    try connection.transaction {
      try ArticleIndex(connection).mergeNewest()
      try books.finish(run: run)
    }
  }

  /// Runs work on the writer's connection, outside of the transaction of the batches.
  func perform<T: Sendable>(_ work: @Sendable (Connection) throws -> T) throws -> T {
    try commit()
    return try connection.transaction { try work(connection) }
  }

  private func fileID(_ index: Int) throws -> Int64 {
    guard let id = fileIDs[index] else {
      throw StorageError(.other, "file \(index) of the import was never begun")
    }
    return id
  }

  /// An article that is about to be stored, and where it was read.
  private struct Newcomer {
    var id: ArticleID
    /// Its place among the rows.
    var row: Int
    var file: Int
    var position: RecordPosition
  }

  private func writeEntries(of batch: WorkBatch) throws -> ImportCounts {
    var counts = ImportCounts()
    var newcomers: [Newcomer] = []
    var rows: [ArticleRow] = []
    var inBatch: [Int64: [Int]] = [:]
    for portion in batch.portions {
      counts.read += portion.entries.count
      var articleIDs = [ArticleID?](repeating: nil, count: portion.postings.documents)
      for entry in portion.entries {
        switch entry.item {
        case .reject(let reason, let excerpt):
          counts.rejected += 1
          let path = batch.files.first { $0.file == entry.file }?.path ?? ""
          try books.keep(
            Reject(file: path, position: entry.position, reason: reason, excerpt: excerpt),
            file: fileID(entry.file))
        case .known(let id, let fields):
          try count(try fill(id, with: fields), in: &counts)
        case .new(let row, let document):
          // The look-up came before the last batches were written, and could not see this one.
          if let id = try articles.article(identity: row.identity, sha256: row.sha256) {
            try count(try fill(id, with: row.fields), in: &counts)
          } else if let index = inBatch[row.identity]?.first(where: {
            rows[$0].sha256 == row.sha256
          }) {
            let merged = merge(rows[index].fields, with: row.fields)
            try count(merged.isChanged, in: &counts)
            rows[index].fields = merged.fields
          } else {
            inBatch[row.identity, default: []].append(rows.count)
            let id = try articles.nextID(for: row.date)
            newcomers.append(
              Newcomer(id: id, row: rows.count, file: entry.file, position: entry.position))
            rows.append(row)
            articleIDs[document] = id
            counts.added += 1
          }
        }
      }
      articles.index(portion.postings, articles: articleIDs)
    }
    // In the order of their ids: neighbours in the tables are written one after the other.
    for newcomer in newcomers.sorted(by: { $0.id < $1.id }) {
      try articles.insert(
        rows[newcomer.row], id: newcomer.id, file: fileID(newcomer.file),
        position: newcomer.position)
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

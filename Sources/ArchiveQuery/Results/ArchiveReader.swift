public import ArchiveStorage

/// An archive that is open for questions.
///
/// It is not `Sendable`: each thread that asks opens its own.
public final class ArchiveReader {
  package let connection: Connection
  let tokenizer: Tokenizer
  let time = QueryTime()

  /// Opens an archive.
  ///
  /// Throws ``StorageError`` where there is none, where it is something else, and where a newer
  /// version made it.
  public convenience init(_ archive: Archive) throws {
    try self.init(try archive.connectForReading())
  }

  /// Reads through a connection that is there already.
  package init(_ connection: Connection) throws {
    self.connection = connection
    // The pages of the index that one question after the other needs, in KiB.
    try connection.execute("PRAGMA cache_size = -65536")
    tokenizer = try Tokenizer(connection)
    let time = time
    connection.interruptsWhen { time.isOver }
  }

  /// From now on, questions may take so long together; those that take longer throw
  /// ``QueryPlanError``. Nil sets no limit.
  ///
  /// - Parameters:
  ///   - duration: How long they may take.
  ///   - isCancelled: Is asked every now and then: whether nobody waits for the answer any longer, and it
  ///     may be stopped as if the time were over.
  public func limitTime(
    to duration: Duration?, orUntil isCancelled: @escaping () -> Bool = { false }
  ) { time.limit(to: duration, orUntil: isCancelled) }

  /// Throws where the time of the question is over.
  func checkTime() throws { try time.check() }

  /// What is remembered of the archive between two questions.
  struct State {
    let index: TextIndex
    let words: KnownWords
    let arrays: ArticleArrays
    let names: NameWords
    let languages: ArchiveLanguages
    let groups: KnownGroups
    let version: Int64
  }

  private var kept: State?

  /// The full-text index and the arrays of the articles, read anew when somebody has written.
  func state() throws -> State {
    let version = try connection.integer("PRAGMA data_version")
    if let kept, kept.version == version { return kept }
    let index = try TextIndex("article_fts", columns: 2, connection, time)
    let arrays = try ArticleArrays(connection)
    let state = State(
      index: index, words: KnownWords(index), arrays: arrays,
      names: NameWords(connection, tokenizer), languages: ArchiveLanguages(connection),
      groups: KnownGroups(), version: version)
    kept = state
    return state
  }

  /// Runs the closure on one state of the archive, whatever is written meanwhile.
  package func snapshot<T>(_ body: () throws -> T) throws -> T {
    try connection.reading(body)
  }

  /// The ids in a table with `id` and `name` of the names that have a term's words.
  func names(in table: String, having term: Term) throws -> [Int64] {
    try state().names.ids(in: table, having: term)
  }
}

/// In which order hits are listed.
public enum HitOrder: String, Sendable, CaseIterable {
  /// By date, the latest first; undated articles last.
  case newest
  /// By date, the earliest first; undated articles first.
  case oldest
  /// By BM25; the newest first where there are no words to be relevant to.
  case relevance
}

internal import Glibc
internal import NewsModel

/// An archive: one SQLite file, known by its application id and the version of its schema.
public struct Archive: Sendable {
  /// Where the file is.
  public let path: String

  /// The archive at a path. Nothing is opened yet.
  public init(path: String) { self.path = path }

  /// Whether there is a file.
  public var exists: Bool { access(path, F_OK) == 0 }

  /// A connection that cannot write.
  ///
  /// Throws where there is no archive, and where there is something else; the file stays untouched.
  package func connectForReading() throws -> Connection {
    guard try header() == .archive else {
      throw StorageError(
        .noArchive, "there is no archive at \(path); `backfile import` makes one")
    }
    let connection = try openForReading()
    try requireKnownVersion(connection)
    return connection
  }

  private func openForReading() throws -> Connection {
    do {
      let connection = try Connection(path: path, mode: .read)
      _ = try connection.integer("SELECT count(*) FROM sqlite_master")
      return connection
    } catch let error as StorageError where error.isOfUnfinishedTransaction {
      throw StorageError(
        .noArchive, "\(path) was being made when that was stopped; `backfile import` makes it anew",
        code: error.code)
    } catch let error as StorageError where error.kind == .readOnly || error.kind == .inputOutput {
      // A WAL archive on a read-only medium cannot have its shared memory made. With nobody
      // writing and no log beside it, it may be read as it stands (sqlite.org/wal.html#readonly).
      guard access(path, W_OK) != 0, access(path + "-wal", F_OK) != 0 else { throw error }
      return try Connection(path: path, mode: .readUnchanging)
    }
  }

  /// A connection for looking into the indexes, whose commands are insertions in form.
  func connectForChecking() throws -> Connection {
    _ = try connectForReading()
    let connection = try Connection(path: path, mode: .write)
    connection.leaveLog()
    return connection
  }

  /// A connection that writes; makes the archive where there is none, and brings an older one up to
  /// date.
  package func connectForWriting() throws -> Connection {
    let header = try header()
    let connection = try Connection(path: path, mode: header == .archive ? .write : .create)
    // Who is killed while making an archive leaves a journal, by which SQLite has emptied the file now.
    if try header == .none || connection.integer("PRAGMA page_count") == 0 { try lay(connection) }
    try requireKnownVersion(connection)
    try connection.execute("PRAGMA journal_mode = WAL")
    try backUpBeforeMigration(connection)
    try connection.migrate()
    return connection
  }

  /// Where an archive of an older schema is kept while it is brought up to date, and afterwards.
  func pathBeforeMigration(from version: Int64) -> String { "\(path).schema-\(version)" }

  private func backUpBeforeMigration(_ connection: Connection) throws {
    let version = try connection.integer("PRAGMA user_version")
    guard version < Int64(Migration.latest),
      try connection.integer("SELECT EXISTS (SELECT 1 FROM article_record)") != 0
    else { return }
    try ArchiveBackup(self).write(connection, to: pathBeforeMigration(from: version))
  }

  /// Makes a new archive of an empty file.
  ///
  /// In rollback-journal mode and one transaction: the header is in the main file from the first
  /// moment, so that no crash leaves a file which is not known again.
  private func lay(_ connection: Connection) throws {
    // Articles are thousands of bytes long: with pages of 32 kB half as much of them is empty as with
    // 16 kB, and with 64 kB little less (Docs/performance.md).
    try connection.execute("PRAGMA page_size = 32768; PRAGMA encoding = 'UTF-8'")
    try connection.transaction {
      guard try connection.integer("SELECT count(*) FROM sqlite_master") == 0 else { return }
      guard let first = Migration.all.first else { return }
      try connection.execute("PRAGMA application_id = \(ArchiveSignature.applicationID)")
      try connection.execute(first.sql)
      try connection.execute("PRAGMA user_version = \(first.version)")
      try connection.run(
        "INSERT INTO archive (name, value) VALUES ('id', lower(hex(randomblob(16))))")
      try connection.run(
        "INSERT INTO archive (name, value) VALUES ('made', strftime('%Y-%m-%dT%H:%M:%SZ'))")
    }
  }

  private func requireKnownVersion(_ connection: Connection) throws {
    let version = try connection.integer("PRAGMA user_version")
    guard version <= Int64(Migration.latest) else {
      throw StorageError(
        .newerVersion,
        "\(path) was made by a newer version of Backfile (schema \(version), this one knows "
          + "\(Migration.latest)); install that version to open it")
    }
  }

  private enum Header: Sendable { case none, archive }

  /// Looks at the first 100 bytes, so that nobody else's database is ever opened.
  ///
  /// Where a connection of this process has the file open, it is SQLite that looks (``OpenFiles``).
  private func header() throws -> Header {
    try OpenFiles.ifClosed(path) { try readHeader() } ?? askForHeader()
  }

  private func askForHeader() throws -> Header {
    let connection = try Connection(path: path, mode: .read)
    let application = try connection.integer("PRAGMA application_id")
    guard application != Int64(ArchiveSignature.applicationID) else { return .archive }
    let tables = try connection.integer("SELECT count(*) FROM sqlite_master")
    guard tables == 0 else { throw isNoArchive }
    return .none
  }

  private var isNoArchive: StorageError {
    StorageError(
      .notAnArchive,
      "\(path) is not a Backfile archive; name another file with -a, and import into it")
  }

  private func readHeader() throws -> Header {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return .none }
      throw StorageError(.inputOutput, "\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = read(file, &header, 100)
    if count == 0 { return .none }
    guard count > 0 else {
      throw StorageError(.inputOutput, "\(path): \(String(cString: strerror(errno)))")
    }
    // All zeros beside a journal: who made the archive was killed before its first page was written.
    let isUnwritten = header.allSatisfy { $0 == 0 } && access(path + "-journal", F_OK) == 0
    if isUnwritten { return .none }
    guard count == 100, ArchiveSignature.begins(header) else { throw isNoArchive }
    return .archive
  }
}

internal import CSQLite

/// What went wrong with an archive's file, and what to do about it.
public struct StorageError: Error, Sendable, CustomStringConvertible {
  /// The kinds of failure that callers tell apart.
  public enum Kind: Sendable, Equatable {
    /// There is no such file.
    case noArchive
    /// The file is something else: another SQLite database, or no database.
    case notAnArchive
    /// A newer version of Backfile made the archive.
    case newerVersion
    /// Another process holds the lock.
    case locked
    /// The file is damaged.
    case damaged
    /// The disk is full.
    case diskFull
    /// The file or its folder cannot be written.
    case readOnly
    /// Reading or writing failed in the operating system.
    case inputOutput
    /// The work was interrupted.
    case interrupted
    /// Anything else that SQLite reports.
    case other
  }

  /// The kind of failure.
  public let kind: Kind
  /// One sentence for people: what happened, to which file, and the remedy.
  public let message: String
  /// SQLite's extended result code; 0 where SQLite was not asked.
  public let code: Int32
  /// The statement that failed, without the values bound to it: those may be private.
  public let sql: String?

  package init(_ kind: Kind, _ message: String, code: Int32 = 0, sql: String? = nil) {
    (self.kind, self.message, self.code, self.sql) = (kind, message, code, sql)
  }

  /// The error that a connection reports now.
  init(connection: OpaquePointer?, code: Int32, path: String, sql: String? = nil) {
    let detail = String(cString: connection.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
    let kind = Kind(resultCode: code)
    self.init(kind, kind.sentence(path: path, detail: detail), code: code, sql: sql)
  }

  /// The message, and the statement where there is one.
  public var description: String { sql.map { "\(message) [\($0)]" } ?? message }
}

extension StorageError {
  /// Whether a row does not fit to the others.
  var isConstraint: Bool { code & 0xFF == SQLITE_CONSTRAINT }

  /// Whether a transaction was not ended, and only who may write can take it back.
  var isOfUnfinishedTransaction: Bool { code == backfile_readonly_rollback }
}

extension StorageError.Kind {
  init(resultCode: Int32) {
    self =
      switch resultCode & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED: .locked
      case SQLITE_CORRUPT: .damaged
      case SQLITE_NOTADB: .notAnArchive
      case SQLITE_FULL: .diskFull
      case SQLITE_READONLY, SQLITE_PERM: .readOnly
      case SQLITE_IOERR, SQLITE_CANTOPEN: .inputOutput
      case SQLITE_INTERRUPT: .interrupted
      default: .other
      }
  }

  func sentence(path: String, detail: String) -> String {
    switch self {
    case .locked: "\(path) is in use by another process; try again when it has finished"
    case .damaged: "\(path) is damaged (\(detail)); `backfile check` says where"
    case .notAnArchive: "\(path) is not a Backfile archive"
    case .diskFull: "the disk of \(path) is full; free some room and run the command again"
    case .readOnly: "\(path) cannot be written (\(detail))"
    case .inputOutput: "\(path): \(detail)"
    case .interrupted: "interrupted"
    default: "\(path): \(detail)"
    }
  }
}

internal import CSQLite

/// Answers SQL that people write, and nothing else happens: no statement can write, open another file, load
/// code or go on for ever.
///
/// The connection is read-only; beside that, an authorizer lets nothing through but reading
/// (sqlite.org/security.html, sqlite.org/c3ref/set_authorizer.html).
package final class ReadOnlySQL {
  private let connection: Connection
  private let limit: Duration?
  private let deadline = Deadline()

  /// Opens an archive for SQL; `limit` is how long a statement may take.
  package init(_ archive: Archive, limit: Duration?) throws {
    connection = try archive.connectForReading()
    self.limit = limit
    // Before the authorizer: a statement that wants more memory fails, and not the machine.
    try connection.execute("PRAGMA query_only = ON; PRAGMA hard_heap_limit = 1073741824")
    let handle = connection.handle
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 256 << 20)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_set_authorizer(handle, authorize, nil)
    sqlite3_progress_handler(
      handle, 1000, isOver, Unmanaged.passUnretained(deadline).toOpaque())
  }

  deinit {
    sqlite3_progress_handler(connection.handle, 0, nil, nil)
    sqlite3_set_authorizer(connection.handle, nil, nil)
  }

  /// Runs one statement.
  ///
  /// - Parameters:
  ///   - sql: The statement.
  ///   - begin: Is given the names of the columns.
  ///   - row: Is given each row, until it returns false.
  /// - Throws: ``SQLProblem`` where it is no statement, one that is not allowed, or one that takes too
  ///   long; ``StorageError`` where it is not the statement's fault.
  package func run(
    _ sql: String, begin: ([String]) throws -> Void, row: ([SQLValue]) throws -> Bool
  ) throws {
    deadline.instant = limit.map { ContinuousClock.now + $0 }
    let handle = try onlyStatement(in: sql)
    defer { sqlite3_finalize(handle) }
    guard sqlite3_stmt_readonly(handle) != 0 else {
      throw SQLProblem(.statement, "an archive is only read here")
    }
    let values = Row(handle: handle)
    try begin((0..<values.columnCount).map(values.columnName))
    while true {
      // SQLite looks at the clock once in so many steps: a row may be one long step.
      guard !deadline.isOver else { throw tookTooLong }
      switch sqlite3_step(handle) {
      case SQLITE_ROW:
        guard try row((0..<values.columnCount).map(values.value)) else { return }
      case SQLITE_DONE: return
      case let code: throw problem(code)
      }
    }
  }

  /// Prepares the statement of a text: comments and semicolons may stand around it.
  private func onlyStatement(in sql: String) throws -> OpaquePointer {
    // SQLite would read no further.
    guard !sql.utf8.contains(0) else { throw SQLProblem(.statement, "there is a zero byte in it") }
    var found: OpaquePointer?
    do {
      try sql.withCString { text in
        var rest: UnsafePointer<CChar>? = text
        while let start = rest, start.pointee != 0 {
          var handle: OpaquePointer?
          let code = sqlite3_prepare_v2(connection.handle, start, -1, &handle, &rest)
          guard code == SQLITE_OK else { throw problem(code) }
          guard let handle else { continue }
          guard found == nil else {
            sqlite3_finalize(handle)
            throw SQLProblem(.statement, "there is more than one statement")
          }
          found = handle
        }
      }
    } catch {
      sqlite3_finalize(found)
      throw error
    }
    guard let found else { throw SQLProblem(.statement, "there is no statement") }
    return found
  }

  private var tookTooLong: SQLProblem {
    SQLProblem(
      .tookTooLong,
      "it took longer than \(limit.map { "\($0)" } ?? "allowed"); --timeout allows more")
  }

  private func problem(_ code: Int32) -> any Error {
    let message = String(cString: sqlite3_errmsg(connection.handle))
    switch code & 0xFF {
    case SQLITE_INTERRUPT: return tookTooLong
    case SQLITE_AUTH:
      return SQLProblem(.statement, "\(message): an archive is only read here")
    case SQLITE_NOMEM: return SQLProblem(.tooMuchMemory, "it needs more than 1 GB of memory")
    default: break
    }
    switch StorageError.Kind(resultCode: code) {
    case .locked, .damaged, .notAnArchive, .diskFull, .inputOutput:
      return StorageError(connection: connection.handle, code: code, path: connection.path)
    default: return SQLProblem(.statement, message)
    }
  }
}

/// Why a statement was not run, or not to its end.
package struct SQLProblem: Error {
  package enum Kind: Sendable {
    /// It is none, or not allowed, or asks for what there is not.
    case statement
    case tookTooLong, tooMuchMemory
  }

  package let kind: Kind
  package let message: String

  init(_ kind: Kind, _ message: String) { (self.kind, self.message) = (kind, message) }
}

/// When a statement has to have ended. One thread has it, that of the connection.
private final class Deadline {
  var instant: ContinuousClock.Instant?

  var isOver: Bool { instant.map { ContinuousClock.now >= $0 } ?? false }
}

private let isOver: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
  guard let context else { return 0 }
  return Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue().isOver ? 1 : 0
}

/// Lets reading through. Pragmas that only tell something may be asked; FTS5 asks some itself.
private let authorize:
  @convention(c) (
    UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
    UnsafePointer<CChar>?, UnsafePointer<CChar>?
  ) -> Int32 = { _, action, first, second, _, _ in
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
    // What SQLite asks of itself when it opens a virtual table, such as those of FTS5. A statement of this
    // kind is refused before, for it does not only read.
    case SQLITE_UPDATE:
      return first.map { String(cString: $0) } == "sqlite_master" ? SQLITE_OK : SQLITE_DENY
    case SQLITE_FUNCTION:
      let name = second.map { String(cString: $0).lowercased() } ?? ""
      return ["load_extension", "fts3_tokenizer", "writefile", "readfile", "edit"].contains(name)
        ? SQLITE_DENY : SQLITE_OK
    case SQLITE_PRAGMA:
      let name = first.map { String(cString: $0).lowercased() } ?? ""
      let ofTables = [
        "table_info", "table_xinfo", "table_list", "index_info", "index_xinfo", "index_list",
        "foreign_key_list",
      ]
      let ofFile = [
        "data_version", "user_version", "application_id", "page_count", "page_size", "encoding",
        "freelist_count", "compile_options", "function_list", "collation_list", "database_list",
      ]
      return ofTables.contains(name) || ofFile.contains(name) && second == nil
        ? SQLITE_OK : SQLITE_DENY
    default: return SQLITE_DENY
    }
  }

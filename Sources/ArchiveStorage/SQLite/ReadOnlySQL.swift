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
      handle, 10_000, isOver, Unmanaged.passUnretained(deadline).toOpaque())
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
  /// - Throws: ``SQLProblem`` where it is no statement, or one that is not allowed.
  package func run(
    _ sql: String, begin: ([String]) throws -> Void, row: ([SQLValue]) throws -> Bool
  ) throws {
    var handle: OpaquePointer?
    defer { sqlite3_finalize(handle) }
    deadline.instant = limit.map { ContinuousClock.now + $0 }
    var text = sql
    let rest = try text.withUTF8 { bytes -> String in
      try bytes.withMemoryRebound(to: CChar.self) { bytes in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v2(
          connection.handle, bytes.baseAddress, Int32(clamping: bytes.count), &handle, &tail)
        guard code == SQLITE_OK else { throw problem(code) }
        guard let tail, let base = bytes.baseAddress else { return "" }
        let left = UnsafeBufferPointer(rebasing: bytes[(tail - base)...])
        return String(decoding: left.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }
    guard let handle else { throw SQLProblem(message: "there is no statement") }
    guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
      throw SQLProblem(message: "there is more than one statement")
    }
    guard sqlite3_stmt_readonly(handle) != 0 else {
      throw SQLProblem(message: "an archive is only read here")
    }
    let values = Row(handle: handle)
    try begin((0..<values.columnCount).map(values.columnName))
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW:
        guard try row((0..<values.columnCount).map(values.value)) else { return }
      case SQLITE_DONE: return
      case let code: throw problem(code)
      }
    }
  }

  private func problem(_ code: Int32) -> SQLProblem {
    let message = String(cString: sqlite3_errmsg(connection.handle))
    switch code & 0xFF {
    case SQLITE_INTERRUPT:
      return SQLProblem(
        message: "it took longer than \(limit.map { "\($0)" } ?? "allowed"); --timeout allows more")
    case SQLITE_AUTH: return SQLProblem(message: "\(message): an archive is only read here")
    case SQLITE_NOMEM: return SQLProblem(message: "it needs more than 1 GB of memory")
    default: return SQLProblem(message: message)
    }
  }
}

/// Why a statement was not run, or not to its end.
package struct SQLProblem: Error {
  package let message: String
}

/// When a statement has to have ended. One thread has it, that of the connection.
private final class Deadline {
  var instant: ContinuousClock.Instant?
}

private let isOver: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
  guard let context else { return 0 }
  let deadline = Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue()
  return deadline.instant.map { ContinuousClock.now >= $0 } ?? false ? 1 : 0
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

internal import ArchiveStorage
internal import CSQLite

/// The functions of ours that queries call, registered on one connection.
///
/// They leave no trace in the archive: any other tool can open it.
struct FullTextFunctions {
  let tokenizer: Tokenizer

  /// Registers the functions. The connection keeps what they need until it closes.
  init(on connection: Connection) throws(StorageError) {
    let api = try Self.api(of: connection)
    tokenizer = try Tokenizer(api)
    try registerPositions(api, connection)
    try registerNames(connection)
  }

  /// FTS5's interface for extensions, which SQLite hands out through a pointer that is bound to a
  /// statement (sqlite.org/fts5.html#extending_fts5).
  private static func api(
    of connection: Connection
  ) throws(StorageError) -> UnsafeMutablePointer<fts5_api> {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    // SQLite keeps the pointer to the type's name, so that it must live for ever.
    let type: StaticString = "fts5_api_ptr"
    var api: UnsafeMutablePointer<fts5_api>?
    sqlite3_prepare_v2(connection.handle, "SELECT fts5(?1)", -1, &statement, nil)
    withUnsafeMutablePointer(to: &api) { pointer in
      type.utf8Start.withMemoryRebound(to: CChar.self, capacity: type.utf8CodeUnitCount + 1) {
        _ = sqlite3_bind_pointer(statement, 1, pointer, $0, nil)
      }
      sqlite3_step(statement)
    }
    guard let api else {
      throw StorageError(.other, "this SQLite has no full-text search (FTS5)")
    }
    return api
  }
}

extension StorageError {
  /// The error of a call of SQLite's that should not fail.
  static func check(_ code: Int32, _ what: String) throws(StorageError) {
    guard code == SQLITE_OK else { throw StorageError(.other, what, code: code) }
  }
}

internal import CSQLite

/// A prepared statement, finalised with its last reference.
///
/// A statement belongs to its connection's owner; neither leaves it.
package final class Statement {
  package let handle: OpaquePointer
  let sql: String
  private let path: String
  /// Set while its rows are being read: such a statement is not given out a second time.
  private(set) var isInUse = false

  init(_ sql: String, on connection: OpaquePointer, path: String) throws(StorageError) {
    var handle: OpaquePointer?
    var text = sql
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_prepare_v3(
          connection, $0.baseAddress, Int32($0.count), UInt32(SQLITE_PREPARE_PERSISTENT), &handle,
          nil)
      }
    }
    guard code == SQLITE_OK, let handle else {
      throw StorageError(connection: connection, code: code, path: path, sql: sql)
    }
    (self.handle, self.sql, self.path) = (handle, sql, path)
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds a number, or NULL, to the parameter with an index from 1.
  package func bind(_ number: Int64?, at index: Int32) throws(StorageError) {
    let code =
      number.map { sqlite3_bind_int64(handle, index, $0) } ?? sqlite3_bind_null(handle, index)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  func bind(_ values: [SQLValue]) throws(StorageError) {
    for (offset, value) in values.enumerated() {
      let index = Int32(offset + 1)
      let code: Int32
      switch value {
      case .null: code = sqlite3_bind_null(handle, index)
      case .integer(let number): code = sqlite3_bind_int64(handle, index, number)
      case .real(let number): code = sqlite3_bind_double(handle, index, number)
      case .text(var text):
        code = text.withUTF8 { bytes in
          // An empty buffer may have no address, and SQLite takes a null pointer for NULL.
          guard let base = bytes.baseAddress else {
            return backfile_bind_text(handle, index, "", 0)
          }
          return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            backfile_bind_text(handle, index, $0, UInt64(bytes.count))
          }
        }
      case .blob(let bytes):
        code = bytes.withUnsafeBytes {
          $0.isEmpty
            ? sqlite3_bind_zeroblob(handle, index, 0)
            : backfile_bind_blob(handle, index, $0.baseAddress, UInt64($0.count))
        }
      }
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  /// Moves to the next row; false when there is none.
  func step() throws(StorageError) -> Bool {
    isInUse = true
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code)
    }
  }

  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    isInUse = false
  }

  private func failure(_ code: Int32) -> StorageError {
    StorageError(connection: sqlite3_db_handle(handle), code: code, path: path, sql: sql)
  }
}

/// The current row of a statement. It is valid until the next step: take out what you need.
package struct Row {
  let handle: OpaquePointer

  package var columnCount: Int { Int(sqlite3_column_count(handle)) }

  package func columnName(_ column: Int) -> String {
    sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }

  package func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  package func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  package func int(_ column: Int) -> Int { Int(integer(column)) }

  package func integerOrNil(_ column: Int) -> Int64? {
    isNull(column) ? nil : integer(column)
  }

  package func real(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

  /// The column as text; empty for NULL. Bytes that are no UTF-8 are repaired with U+FFFD.
  package func text(_ column: Int) -> String {
    guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The bytes of a column of text as they are stored.
  package func textBytes(_ column: Int) -> [UInt8] {
    guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }

  package func textOrNil(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  package func blob(_ column: Int) -> [UInt8] { withBlob(column) { [UInt8]($0) } }

  /// Calls the closure with the bytes of a blob, which are SQLite's and valid until it returns.
  package func withBlob<T>(
    _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> T
  ) rethrows -> T {
    let bytes = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }

  /// The column as the type in which it is stored.
  package func value(_ column: Int) -> SQLValue {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT: .real(real(column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(blob(column))
    default: .null
    }
  }
}

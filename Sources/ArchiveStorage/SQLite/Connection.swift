internal import CSQLite

/// A connection to one SQLite file, and its prepared statements.
///
/// It is not `Sendable`: whoever opens a connection owns it, and it closes with its owner.
package final class Connection {
  package enum Mode: Sendable {
    case read, write, create
    /// For a file on a medium that cannot be written: SQLite makes no lock and no file beside it.
    case readUnchanging
  }

  package let path: String
  package let handle: OpaquePointer
  private let file: OpenFiles.Identity?
  private var statements: [String: Statement] = [:]
  private var interruption: Interruption?

  /// Opens a file with the settings that every connection of ours has.
  ///
  /// The settings are those that SQLite's manual recommends for files from elsewhere
  /// (sqlite.org/security.html): the schema is not trusted, and cells are checked as they are read.
  package init(path: String, mode: Mode) throws(StorageError) {
    let flags =
      switch mode {
      case .read: SQLITE_OPEN_READONLY
      case .readUnchanging: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      case .write: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    var handle: OpaquePointer?
    let name = mode == .readUnchanging ? Self.immutableURI(of: path) : path
    var code = SQLITE_OK
    let file = OpenFiles.open(path) {
      code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    }
    guard code == SQLITE_OK, let handle else {
      let error = StorageError(connection: handle, code: code, path: path)
      sqlite3_close_v2(handle)
      if let file { OpenFiles.close(file) }
      throw error
    }
    (self.path, self.handle, self.file) = (path, handle, file)
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, 10_000)
    _ = backfile_db_config_flag(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
    _ = backfile_db_config_flag(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    try execute(
      """
      PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON;
      PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;
      """)
  }

  /// Lets the tables be written that hold FTS5's index: only who writes the index itself wants that.
  package func permitIndexPages() {
    _ = backfile_db_config_flag(handle, SQLITE_DBCONFIG_DEFENSIVE, 0)
  }

  /// Leaves the log as it is when the connection closes: whoever looks at an archive does not move what
  /// others wrote.
  func leaveLog() { _ = backfile_db_config_flag(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1) }

  /// Lets SQLite ask, every few thousand steps, whether it is to stop; the statement then fails as
  /// interrupted.
  package func interruptsWhen(_ isOver: @escaping () -> Bool) {
    let interruption = Interruption(isOver)
    self.interruption = interruption
    sqlite3_progress_handler(
      handle, 10_000,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue().isOver() ? 1 : 0
      }, Unmanaged.passUnretained(interruption).toOpaque())
  }

  /// What is asked while a statement runs.
  private final class Interruption {
    let isOver: () -> Bool

    init(_ isOver: @escaping () -> Bool) { self.isOver = isOver }
  }

  deinit {
    sqlite3_progress_handler(handle, 0, nil, nil)
    statements.removeAll()
    sqlite3_close_v2(handle)
    if let file { OpenFiles.close(file) }
  }

  /// The statements that were prepared on this connection.
  package var preparedSQL: [String] { statements.keys.sorted() }

  /// Runs statements that return nothing and take no values.
  package func execute(_ sql: String) throws(StorageError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw StorageError(connection: handle, code: code, path: path, sql: sql)
    }
  }

  /// Runs a statement that returns no rows.
  package func run(_ sql: String, _ values: [SQLValue] = []) throws(StorageError) {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Runs a statement that returns no rows for each element. The closure binds its values.
  ///
  /// It is for tables with many small rows: the statement is looked up once, and values are bound without
  /// a list of them.
  package func run<Element>(
    _ sql: String, forEach elements: some Sequence<Element>,
    binding bind: (Statement, Element) throws(StorageError) -> Void
  ) throws(StorageError) {
    let statement = try prepared(sql)
    defer { statement.reset() }
    for element in elements {
      try bind(statement, element)
      while try statement.step() {}
      statement.reset()
    }
  }

  /// Calls the closure with each row; ends early when it returns false.
  package func forEachRow(
    _ sql: String, _ values: [SQLValue] = [], while body: (Row) throws -> Bool
  ) throws {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    let row = Row(handle: statement.handle)
    while try statement.step() {
      guard try body(row) else { return }
    }
  }

  /// Gives the closure a function that moves to the next row; nil behind the last one.
  package func withRows<T>(
    _ sql: String, _ values: [SQLValue], _ body: (() throws -> Row?) throws -> T
  ) throws -> T {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    let row = Row(handle: statement.handle)
    // A statement that is stepped beyond its end begins again.
    var isOver = false
    return try body {
      if !isOver { isOver = try !statement.step() }
      return isOver ? nil : row
    }
  }

  /// What the closure makes of each row.
  package func rows<T>(
    _ sql: String, _ values: [SQLValue] = [], _ make: (Row) throws -> T
  ) throws -> [T] {
    var all: [T] = []
    try forEachRow(sql, values) { row in
      all.append(try make(row))
      return true
    }
    return all
  }

  /// What the closure makes of the first row, or nil when there is none.
  package func first<T>(
    _ sql: String, _ values: [SQLValue] = [], _ make: (Row) throws -> T
  ) throws -> T? {
    var found: T?
    try forEachRow(sql, values) { row in
      found = try make(row)
      return false
    }
    return found
  }

  /// The first column of the first row as an integer; 0 when there is no row.
  package func integer(_ sql: String, _ values: [SQLValue] = []) throws -> Int64 {
    try first(sql, values) { $0.integer(0) } ?? 0
  }

  package var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Rows changed by the last statement.
  package var changes: Int { Int(sqlite3_changes64(handle)) }

  /// Runs the closure in one transaction, rolled back when it throws.
  package func transaction<T>(_ body: () throws -> T) throws -> T {
    try begin()
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Runs the closure on one state of the file, whatever others write meanwhile.
  package func reading<T>(_ body: () throws -> T) throws -> T {
    // Inside of another reading, that one's state is it.
    guard sqlite3_get_autocommit(handle) != 0 else { return try body() }
    try execute("BEGIN")
    defer { rollBack() }
    return try body()
  }

  /// Begins a transaction with the write lock (`BEGIN IMMEDIATE`): a lock that is taken later can
  /// fail in the middle, without the busy handler being asked (sqlite.org/lang_transaction.html).
  package func begin() throws(StorageError) { try execute("BEGIN IMMEDIATE") }

  package func commit() throws(StorageError) { try execute("COMMIT") }

  /// Takes back the transaction, unless SQLite has done so already: after a full disk, for one.
  package func rollBack() {
    if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
  }

  /// Whether every statement has been read to its end or put back: what tests ask.
  package var hasOpenStatement: Bool { statements.values.contains { $0.isInUse } }

  /// A statement from the cache, or a new one where it is missing or being read.
  private func prepared(_ sql: String) throws(StorageError) -> Statement {
    if let cached = statements[sql], !cached.isInUse { return cached }
    let new = try Statement(sql, on: handle, path: path)
    // Queries make statements without end; the cache does not grow with them.
    if statements.count >= 128 { statements = statements.filter { $0.value.isInUse } }
    if statements[sql] == nil { statements[sql] = new }
    return new
  }

  /// The `file:` URI of a path (sqlite.org/uri.html) for a file that nobody writes.
  private static func immutableURI(of path: String) -> String {
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF")
    var uri = "file:"
    for byte in path.utf8 {
      if allowed.contains(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        uri += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return uri + "?immutable=1"
  }
}

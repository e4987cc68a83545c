import CSQLite
import NewsModel

extension Format {
  /// A SQLite database.
  public static let sqlite = Format(
    name: "sqlite", summary: "SQLite: each table with a column for text or headlines, as NELA-GT's",
    fileExtensions: ["db", "sqlite", "sqlite3"],
    sniff: { sample, _ in
      sample.bytes.starts(with: Array("SQLite format 3\0".utf8)) ? .certain : .no
    },
    makeReader: { SQLiteReader($0) })
}

/// Reads the tables of a database; SQLite needs it whole, and so it is written to a temporary file.
struct SQLiteReader: RecordReader, @unchecked Sendable {
  // The file has one owner, this reader, which is moved between threads whole.
  private let file = SpoolFile()
  private var isFull = false
  private var assembler: RecordAssembler
  private var count = 0

  init(_ context: ReaderContext) { assembler = RecordAssembler(context) }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    guard !isFull else { return }
    isFull = file?.append(chunk) != true
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    guard !isFull, let path = file?.path else {
      return try reject("no room for a temporary copy of the database", to: sink)
    }
    guard let database = DumpDatabase(path) else {
      return try reject("not a database that can be opened", to: sink)
    }
    for table in database.tables { try read(table, of: database, to: sink) }
    if count == 0 {
      let seen = database.tables.joined(separator: ", ")
      try reject("no table holds articles (tables: \(shortened(seen, 300)))", to: sink)
    }
  }

  private mutating func read(
    _ table: String, of database: DumpDatabase, to sink: (RecordEvent) throws -> Void
  ) throws {
    guard let rows = database.rows(of: table) else { return }
    let uses = rows.columns.map { assembler.resolve($0).use }
    let roles = uses.compactMap { $0?.role }
    let isReadable =
      roles.contains(.field(.text)) || (roles.contains(.field(.headline)) && roles.count > 1)
    guard isReadable else { return }
    while rows.next() {
      for (index, name) in rows.columns.enumerated() {
        if let value = rows.value(index) { assembler.add(name, value, use: uses[index]) }
      }
      count += 1
      let raw: [UInt8] = []
      try sink(assembler.finish(RecordPosition(record: count), record: raw.span))
    }
    if let problem = rows.problem {
      try reject("table \(table) cannot be read to its end: \(problem)", to: sink)
    }
  }

  private mutating func reject(_ reason: String, to sink: (RecordEvent) throws -> Void) throws {
    count += 1
    try sink(.rejected(RecordPosition(record: count), reason: reason, excerpt: ""))
  }
}

/// Somebody else's database, opened for reading and not trusted.
private final class DumpDatabase {
  private let handle: OpaquePointer

  init?(_ path: String) {
    var opened: OpaquePointer?
    // Immutable: no journal beside it is looked for.
    let address = "file:" + path + "?immutable=1"
    let result = sqlite3_open_v2(address, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nil)
    guard result == SQLITE_OK, let opened else {
      sqlite3_close(opened)
      return nil
    }
    handle = opened
    // What stands in the schema is not run, and corrupt pages are looked at twice.
    _ = backfile_db_config_flag(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    _ = backfile_db_config_flag(opened, SQLITE_DBCONFIG_DEFENSIVE, 1)
    sqlite3_exec(opened, "PRAGMA cell_size_check = 1", nil, nil, nil)
    sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, Int32(RecordLimit.bytes))
  }

  deinit { sqlite3_close(handle) }

  /// The names of real tables: views and virtual tables run what their maker wrote.
  var tables: [String] {
    let query = """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      AND sql LIKE 'CREATE TABLE%' ORDER BY rowid LIMIT 1000
      """
    guard let rows = DumpRows(handle, query) else { return [] }
    var names: [String] = []
    while rows.next() {
      if case .text(let name) = rows.value(0) { names.append(name) }
    }
    return names
  }

  func rows(of table: String) -> DumpRows? {
    let name = table.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return DumpRows(handle, "SELECT * FROM \"\(name)\"")
  }
}

/// The rows of a query.
private final class DumpRows {
  private let statement: OpaquePointer
  let columns: [String]
  private(set) var problem: String?

  init?(_ database: OpaquePointer, _ query: String) {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(database, query, -1, &prepared, nil) == SQLITE_OK, let prepared else {
      return nil
    }
    statement = prepared
    columns = (0..<sqlite3_column_count(prepared)).map { index in
      sqlite3_column_name(prepared, index).map { String(cString: $0) } ?? ""
    }
  }

  deinit { sqlite3_finalize(statement) }

  func next() -> Bool {
    let result = sqlite3_step(statement)
    if result != SQLITE_ROW, result != SQLITE_DONE {
      problem = String(cString: sqlite3_errstr(result))
    }
    return result == SQLITE_ROW
  }

  /// A cell; nil where it is NULL or no text.
  func value(_ index: Int) -> FieldValue? {
    let column = Int32(index)
    let type = sqlite3_column_type(statement, column)
    guard type != SQLITE_NULL, let bytes = sqlite3_column_text(statement, column) else {
      return nil
    }
    let count = Int(sqlite3_column_bytes(statement, column))
    let text = UnsafeBufferPointer(start: bytes, count: count)
    if type == SQLITE_INTEGER || type == SQLITE_FLOAT {
      let number = String(decoding: text, as: UTF8.self)
      // SQLite's infinities are no numbers of JSON.
      return number.contains("I") ? .text(number) : .json(number, reading: number)
    }
    if type == SQLITE_BLOB { return validString(text.span).map(FieldValue.text) }
    return .text(DecodedText(text.span).text)
  }
}

/// Reads what can be read of a damaged archive, or rather of a copy of its files.
package final class Salvage {
  let connection: Connection
  private let tables: Set<String>

  /// Opens a copy, which may be written: SQLite takes in what its log has.
  ///
  /// Throws ``StorageError`` where not even the list of its tables can be read.
  package init(_ path: String) throws {
    connection = try Connection(path: path, mode: .write)
    tables = Set(try connection.rows("SELECT name FROM sqlite_master") { $0.text(0) })
    guard tables.isSuperset(of: ["article_record", "article_body"]) else {
      throw StorageError(.damaged, "\(path) has no tables of articles")
    }
  }

  /// Calls the closure with each row of a table that can be read, in the order of its integer key, which is the
  /// first of the columns. Behind a damaged page it goes on.
  package func forEachRow(
    of table: String, columns: [String], behind start: Int64 = .min, through end: Int64,
    while body: (Row) throws -> Bool
  ) throws {
    let key = columns[0]
    var last = start
    var failure: (any Error)?
    while true {
      do {
        try connection.forEachRow(
          "SELECT \(columns.joined(separator: ", ")) FROM \(table) WHERE \(key) > ?1 ORDER BY \(key)",
          [.integer(last)]
        ) { row in
          last = row.integer(0)
          do {
            return try body(row)
          } catch {
            failure = error
            return false
          }
        }
        if let failure { throw failure }
        return
      } catch  where failure == nil {
        guard let next = readable(behind: last, through: end, table, key) else { return }
        last = next - 1
      }
    }
  }

  /// The first key that can be read behind one that cannot: each is looked up by itself.
  private func readable(
    behind last: Int64, through end: Int64, _ table: String, _ key: String
  ) -> Int64? {
    var next = max(last, 0) + 1
    while next <= end {
      let found = try? connection.first(
        "SELECT * FROM \(table) WHERE \(key) = ?1", [.integer(next)]
      ) { row in (0..<row.columnCount).map(row.value).count > 0 }
      if found == true { return next }
      next += 1
    }
    return nil
  }

  /// The highest arrival that any table knows.
  package func lastArrival() -> Int64 {
    let questions = [
      "SELECT max(arrival) FROM article_body", "SELECT max(arrival) FROM article_record",
      "SELECT max(arrival) FROM article_record INDEXED BY article_identity",
      "SELECT sum(added) FROM import_run",
    ]
    return questions.compactMap { try? connection.integer($0) }.max() ?? 0
  }

  /// Copies the rows of a table that can be read, from both ends, and leaves out those that refer to
  /// something lost.
  ///
  /// - Returns: Whether all were copied.
  package func copyRows(of table: String, to target: Connection) throws -> Bool {
    guard tables.contains(table) else { return true }
    let theirs = Set(try names(of: table, key: false, in: connection))
    let columns = try names(of: table, key: false, in: target).filter(theirs.contains)
    let key = try names(of: table, key: true, in: target)
    let list = columns.joined(separator: ", ")
    let places = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
    let insertion = "INSERT OR REPLACE INTO \(table) (\(list)) VALUES (\(places))"
    var isWhole = true
    func copy(_ direction: String) throws -> Bool {
      let order = key.map { "\($0) \(direction)" }.joined(separator: ", ")
      var failure: StorageError?
      do {
        try connection.forEachRow("SELECT \(list) FROM \(table) ORDER BY \(order)") { row in
          do {
            try target.run(insertion, columns.indices.map(row.value))
          } catch let error as StorageError where error.isConstraint {
            isWhole = false
          } catch let error as StorageError {
            failure = error
            return false
          }
          return true
        }
      } catch {
        return false
      }
      if let failure { throw failure }
      return true
    }
    if try copy("ASC") { return isWhole }
    _ = try copy("DESC")
    return false
  }

  private func names(of table: String, key: Bool, in connection: Connection) throws -> [String] {
    try connection.rows(
      "SELECT name FROM pragma_table_info(?1) WHERE \(key ? "pk > 0 ORDER BY pk" : "true")",
      [.text(table)]
    ) { $0.text(0) }
  }
}

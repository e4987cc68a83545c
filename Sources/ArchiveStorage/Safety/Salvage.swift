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
    let (key, list) = (columns[0], columns.joined(separator: ", "))
    var last = start
    var (goesOn, skipped) = (true, 0)
    var failure: (any Error)?
    /// What the rows of a query are; false where they cannot be read to their end.
    func read(_ condition: String, _ value: Int64) -> Bool {
      do {
        try connection.forEachRow(
          "SELECT \(list) FROM \(table) WHERE \(key) \(condition) ?1 ORDER BY \(key)",
          [.integer(value)]
        ) { row in
          // On damaged pages keys may be anything.
          let number = row.integer(0)
          guard number > last, number <= end else {
            skipped += 1
            // A tree that leads back into itself has no end.
            if skipped > 100_000 { throw CancellationError() }
            return true
          }
          (last, skipped) = (number, 0)
          do {
            goesOn = try body(row)
          } catch {
            failure = error
            goesOn = false
          }
          return goesOn
        }
        return true
      } catch {
        return false
      }
    }
    while goesOn, !read(">", last) {
      // Each is looked up by itself, until one can be read again.
      var next = max(last, 0)
      let before = last
      while goesOn, last == before, next < end {
        next += 1
        _ = read("=", next)
      }
      if last == before { break }
    }
    if let failure { throw failure }
  }

  /// The highest arrival that any table knows.
  package func lastArrival() -> Int64 {
    let questions = [
      "SELECT max(arrival) FROM article_body", "SELECT max(arrival) FROM article_record",
      "SELECT max(arrival) FROM article_record INDEXED BY article_identity",
      "SELECT sum(added) FROM import_run",
    ]
    let answers = questions.compactMap { try? connection.integer($0) }
    // No article takes less than 64 bytes: a higher number is damaged.
    let bytes =
      (try? connection.integer(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"))
    return answers.filter { $0 <= (bytes ?? 0) / 64 }.max() ?? 0
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

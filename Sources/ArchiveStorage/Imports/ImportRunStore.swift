public import NewsModel

/// How many records an import has read, and what became of them.
public struct ImportCounts: Sendable, Equatable {
  /// Records read: the sum of the others.
  public var read = 0
  /// New articles.
  public var added = 0
  /// Records that the archive had already.
  public var duplicates = 0
  /// Records that the archive had, with fields that it did not have.
  public var updated = 0
  /// Records that could not become articles.
  public var rejected = 0

  /// Nothing read yet.
  public init() {}

  /// The two counted together.
  public static func + (a: ImportCounts, b: ImportCounts) -> ImportCounts {
    var sum = a
    sum.read += b.read
    sum.added += b.added
    sum.duplicates += b.duplicates
    sum.updated += b.updated
    sum.rejected += b.rejected
    return sum
  }
}

/// A record that could not become an article.
public struct Reject: Sendable, Equatable {
  /// The file in which it stands.
  public var file: String
  /// Where it stands in the file.
  public var position: RecordPosition
  /// Why it was rejected.
  public var reason: String
  /// Its first bytes.
  public var excerpt: String

  /// A reject with its place and reason.
  public init(file: String, position: RecordPosition, reason: String, excerpt: String) {
    self.file = file
    self.position = position
    self.reason = reason
    self.excerpt = excerpt
  }
}

/// The bookkeeping of imports: runs, how far each file has come, and rejects.
package final class ImportRunStore {
  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// A run that was begun with the same files and options and did not finish.
  package func unfinishedRun(signature: String) throws -> (id: Int64, counts: ImportCounts)? {
    try connection.first(
      """
      SELECT id, read, added, duplicates, updated, rejected FROM import_run
      WHERE signature = ?1 AND finished IS NULL ORDER BY id DESC LIMIT 1
      """, [.text(signature)]
    ) { row in
      var counts = ImportCounts()
      (counts.read, counts.added) = (row.int(1), row.int(2))
      (counts.duplicates, counts.updated, counts.rejected) = (row.int(3), row.int(4), row.int(5))
      return (row.integer(0), counts)
    }
  }

  package func beginRun(version: String, arguments: String, signature: String) throws -> Int64 {
    try connection.run(
      """
      INSERT INTO import_run (started, version, arguments, signature)
      VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), ?1, ?2, ?3)
      """, [.text(version), .text(arguments), .text(signature)])
    return connection.lastInsertedRowID
  }

  package func setCounts(_ counts: ImportCounts, of run: Int64) throws {
    try connection.run(
      """
      UPDATE import_run
      SET read = ?2, added = ?3, duplicates = ?4, updated = ?5, rejected = ?6 WHERE id = ?1
      """,
      [
        .integer(run), .integer(counts.read), .integer(counts.added),
        .integer(counts.duplicates), .integer(counts.updated), .integer(counts.rejected),
      ])
  }

  package func finish(run: Int64) throws {
    try connection.run(
      "UPDATE import_run SET finished = strftime('%Y-%m-%dT%H:%M:%SZ') WHERE id = ?1",
      [.integer(run)])
  }

  /// The number of a file in a run, made at its first call.
  package func fileID(of path: String, run: Int64) throws -> Int64 {
    try connection.run(
      "INSERT INTO import_file (import_run_id, path) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
      [.integer(run), .text(path)])
    return try connection.integer(
      "SELECT id FROM import_file WHERE import_run_id = ?1 AND path = ?2",
      [.integer(run), .text(path)])
  }

  /// How many records of a run's files are safely in the archive, by path.
  package func recordsDone(run: Int64) throws -> [String: Int] {
    let pairs = try connection.rows(
      "SELECT path, records FROM import_file WHERE import_run_id = ?1", [.integer(run)]
    ) { ($0.text(0), $0.int(1)) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  package func setProgress(
    file: Int64, records: Int, format: String?, isFinished: Bool, problem: String?
  ) throws {
    try connection.run(
      """
      UPDATE import_file SET records = max(records, ?2), format = coalesce(?3, format),
        finished = ?4, problem = coalesce(?5, problem) WHERE id = ?1
      """,
      [
        .integer(file), .integer(records), .text(format), .integer(isFinished ? 1 : 0),
        .text(problem),
      ])
  }

  /// Keeps a reject; one that is kept already, from an earlier import of the same file, stays once.
  package func keep(_ reject: Reject, file: Int64) throws {
    let identity = SHA256.identity(of: [
      reject.file, String(reject.position.record), reject.reason, reject.excerpt,
    ])
    try connection.run(
      """
      INSERT INTO reject (import_file_id, record, line, reason, excerpt, identity)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (identity) DO NOTHING
      """,
      [
        .integer(file), .integer(reject.position.record), .integer(reject.position.line),
        .text(reject.reason), .text(reject.excerpt), .integer(identity),
      ])
  }
}

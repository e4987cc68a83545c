public import ArchiveStorage

/// A file that an import read.
public struct ImportedFile: Sendable, Equatable {
  /// Where it was.
  public let path: String
  /// Its format, where one was recognised.
  public let format: String?
  /// How many of its records were read.
  public let records: Int
  /// How many of them could not become articles.
  public let rejects: Int
  /// Whether it was read to its end.
  public let isFinished: Bool
  /// Why it could not be read to its end.
  public let problem: String?
}

/// Why records could not become articles.
public struct RejectReason: Sendable, Equatable {
  /// The reason.
  public let reason: String
  /// How many records.
  public let records: Int
}

extension ArchiveReader {
  /// The files of an import, those with problems first.
  public func importedFiles(ofRun run: Int, limit: Int = .max) throws -> [ImportedFile] {
    try connection.rows(
      """
      SELECT f.path, f.format, f.records, f.finished, f.problem,
        (SELECT count(*) FROM reject r JOIN import_file g ON g.id = r.import_file_id
          WHERE g.path = f.path)
      FROM import_file f WHERE f.import_run_id = ?1
      ORDER BY f.problem IS NULL, f.path LIMIT ?2
      """, [.integer(run), .integer(limit)]
    ) { row in
      ImportedFile(
        path: row.text(0), format: row.textOrNil(1), records: row.int(2), rejects: row.int(5),
        isFinished: row.int(3) != 0, problem: row.textOrNil(4))
    }
  }

  /// The records of an import's files that could not become articles, by file and place. One that an
  /// earlier import of the same file rejected is kept once, and belongs to this one too.
  public func rejects(
    ofRun run: Int, limit: Int = .max, offset: Int = 0
  ) throws -> [Reject] {
    var rejects: [Reject] = []
    try forEachReject(ofRun: run, limit: limit, offset: offset) { rejects.append($0) }
    return rejects
  }

  /// Calls the closure with each of them.
  public func forEachReject(
    ofRun run: Int, limit: Int = .max, offset: Int = 0, _ body: (Reject) throws -> Void
  ) throws {
    try connection.forEachReject(ofRun: Int64(run), limit: limit, offset: offset, body)
  }

  /// The reasons of them, the most frequent first.
  public func rejectReasons(ofRun run: Int) throws -> [RejectReason] {
    try connection.rows(
      """
      SELECT r.reason, count(*) FROM reject r JOIN import_file f ON f.id = r.import_file_id
      WHERE f.path IN (SELECT path FROM import_file WHERE import_run_id = ?1)
      GROUP BY 1 ORDER BY 2 DESC, 1
      """, [.integer(run)]
    ) { RejectReason(reason: $0.text(0), records: $0.int(1)) }
  }
}

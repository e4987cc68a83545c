internal import NewsModel

/// What earlier imports have left in the books.
public struct ImportHistory: Sendable {
  private let archive: Archive

  /// The history of an archive.
  public init(_ archive: Archive) { self.archive = archive }

  /// Gives the rejects of a run, in the order of files and records.
  ///
  /// A record that an earlier run rejected for the same reason is listed with this one too.
  public func forEachReject(ofRun run: Int64, do body: (Reject) throws -> Void) throws {
    try archive.connectForReading().forEachReject(ofRun: run, body)
  }
}

extension Connection {
  /// Calls the closure with the rejects of a run, in the order of files and records.
  package func forEachReject(
    ofRun run: Int64, limit: Int = .max, offset: Int = 0, _ body: (Reject) throws -> Void
  ) throws {
    try forEachRow(
      """
      SELECT f.path, r.record, r.line, r.reason, r.excerpt
      FROM reject r JOIN import_file f ON f.id = r.import_file_id
      WHERE f.path IN (SELECT path FROM import_file WHERE import_run_id = ?1)
      ORDER BY f.path, r.record, r.id LIMIT ?2 OFFSET ?3
      """, [.integer(run), .integer(limit), .integer(offset)]
    ) { row in
      try body(
        Reject(
          file: row.text(0),
          position: RecordPosition(record: row.int(1), line: row.integerOrNil(2).map { Int($0) }),
          reason: row.text(3), excerpt: row.text(4)))
      return true
    }
  }
}

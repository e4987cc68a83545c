public import ArchiveStorage

/// A call of the import command, and what became of it.
public struct ImportRun: Sendable, Equatable {
  /// Its number, for `import:`.
  public let id: Int
  /// When it began, ISO 8601 in UTC.
  public let started: String
  /// When it was finished; nil where it was stopped.
  public let finished: String?
  /// The version of the program.
  public let version: String
  /// What it read.
  public let counts: ImportCounts
  /// How many files it read.
  public let files: Int
  /// One of them.
  public let file: String?
  /// Files that could not be read to their end.
  public let problems: Int
}

extension ArchiveReader {
  /// The imports of an archive, the latest first.
  public func importRuns(limit: Int = .max) throws -> [ImportRun] {
    try importRuns("1", limit: limit)
  }

  /// The import with a number; nil where there is none.
  public func importRun(_ id: Int) throws -> ImportRun? {
    try importRuns("r.id = \(id)", limit: 1).first
  }

  private func importRuns(_ condition: String, limit: Int) throws -> [ImportRun] {
    try connection.rows(
      """
      SELECT r.id, r.started, r.finished, r.version, r.read, r.added, r.duplicates, r.updated,
        r.rejected, count(f.id), min(f.path), count(f.problem)
      FROM import_run r LEFT JOIN import_file f ON f.import_run_id = r.id
      WHERE \(condition)
      GROUP BY r.id ORDER BY r.id DESC LIMIT ?1
      """, [.integer(limit)]
    ) { row in
      var counts = ImportCounts()
      (counts.read, counts.added, counts.duplicates) = (row.int(4), row.int(5), row.int(6))
      (counts.updated, counts.rejected) = (row.int(7), row.int(8))
      return ImportRun(
        id: row.int(0), started: row.text(1), finished: row.textOrNil(2), version: row.text(3),
        counts: counts, files: row.int(9), file: row.textOrNil(10), problems: row.int(11))
    }
  }
}

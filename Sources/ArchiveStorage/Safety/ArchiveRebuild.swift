/// The books of an archive that is made of what was left of another.
package struct ArchiveRebuild {
  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// How many articles the imports have counted.
  package func countedArticles() throws -> Int64 {
    try connection.integer("SELECT sum(added) FROM import_run")
  }

  /// The files of which there is a record.
  package func files() throws -> Set<Int64> {
    Set(try connection.rows("SELECT id FROM import_file") { $0.integer(0) })
  }

  /// A file of an import of its own, for articles that have lost theirs.
  package func fileOfLostImports(version: String) throws -> Int64 {
    let books = ImportRunStore(connection)
    let run = try books.beginRun(version: version, arguments: "{}", signature: "repair")
    try books.finish(run: run)
    return try books.fileID(of: "(lost)", run: run)
  }

  /// Makes counts anew, and puts the index's parts together. Nothing may be pending.
  package func finish() throws {
    try connection.execute(
      """
      UPDATE import_run SET added = (
        SELECT count(*) FROM article_record a JOIN import_file f ON f.id = a.import_file_id
        WHERE f.import_run_id = import_run.id);
      UPDATE import_run SET read = added + duplicates + updated + rejected;
      UPDATE archive SET value = 0 WHERE name = 'compared';
      """)
    try ArticleIndex(connection).mergeNewest()
  }
}

extension Archive {
  /// Makes one plain file of an archive that nobody else has open.
  package func closeLog() throws {
    let connection = try Connection(path: path, mode: .write)
    try connection.execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
  }
}

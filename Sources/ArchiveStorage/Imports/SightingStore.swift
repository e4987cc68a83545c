/// Which articles of a running import belong to which clusters of near-copies.
///
/// It is kept in a temporary file, which goes with this object: memory does not grow with the dump.
package final class SightingStore {
  /// An article, as the archive finds it.
  package struct Sighting {
    /// A number that the import gives to the article's source.
    package var source: Int
    /// The mark of a cluster that it belongs to; nil where that is not known.
    package var cluster: UInt16?
    package var identity: Int64

    package init(source: Int, cluster: UInt16?, identity: Int64) {
      (self.source, self.cluster, self.identity) = (source, cluster, identity)
    }
  }

  private let connection: Connection

  package init() throws {
    // A file without a name is SQLite's own: it is deleted when it is opened.
    connection = try Connection(path: "", mode: .create)
    try connection.execute(
      """
      PRAGMA journal_mode = OFF; PRAGMA cache_size = -1024;
      CREATE TABLE sighting (source INTEGER NOT NULL, cluster INTEGER, identity INTEGER NOT NULL);
      BEGIN
      """)
  }

  package func add(_ sighting: Sighting) throws {
    try connection.run(
      "INSERT INTO sighting (source, cluster, identity) VALUES (?1, ?2, ?3)",
      [
        .integer(sighting.source), .integer(sighting.cluster.map(Int64.init)),
        .integer(sighting.identity),
      ])
  }

  /// Calls the closure with each sighting, in their order.
  package func forEach(_ body: (Sighting) throws -> Void) throws {
    try connection.forEachRow("SELECT source, cluster, identity FROM sighting ORDER BY rowid") {
      try body(
        Sighting(
          source: $0.int(0), cluster: $0.integerOrNil(1).map { UInt16(truncatingIfNeeded: $0) },
          identity: $0.integer(2)))
      return true
    }
  }
}

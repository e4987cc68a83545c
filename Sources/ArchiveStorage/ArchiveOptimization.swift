/// Makes an archive as small and as quick to search as it can be, after large imports or many.
///
/// The full-text index becomes one segment, in which nothing stands that newer ones took back, and SQLite
/// writes the file anew without free pages. What is stored stays as it is.
public struct ArchiveOptimization: Sendable {
  /// What was done.
  public struct Report: Sendable, Equatable {
    /// The bytes of the file before.
    public var bytesBefore: Int64
    /// The bytes of the file after.
    public var bytesAfter: Int64
    /// The segments of the articles' index before.
    public var segmentsBefore: Int
  }

  private let archive: Archive

  /// An optimization of an archive, which must exist.
  public init(_ archive: Archive) { self.archive = archive }

  /// Does it. Each of its two steps is done whole or not at all, whatever happens; the second one needs as
  /// much room on the disk as the archive takes.
  ///
  /// Throws ``StorageError`` where the archive cannot be written, or the disk is full.
  public func run() throws -> Report {
    let connection = try archive.connectForWriting()
    connection.permitIndexPages()
    let index = ArticleIndex(connection)
    var report = Report(
      bytesBefore: try connection.fileBytes(), bytesAfter: 0,
      segmentsBefore: try index.segmentCount())
    try connection.transaction { try index.mergeAll() }
    try connection.execute("VACUUM")
    try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    report.bytesAfter = try connection.fileBytes()
    return report
  }
}

extension Connection {
  fileprivate func fileBytes() throws -> Int64 {
    try integer("PRAGMA page_count") * integer("PRAGMA page_size")
  }
}

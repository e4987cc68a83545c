internal import ArchiveStorage

/// Which archive it is, and in which state: what makes a count reproducible.
public struct ArchiveIdentity: Sendable, Equatable {
  /// The archive's own id, made with it.
  public let id: String
  /// How many articles it has.
  public let articles: Int
  /// The number of the last import.
  public let lastImport: Int
}

extension ArchiveReader {
  /// Which archive this is, and in which state.
  public func identity() throws -> ArchiveIdentity {
    ArchiveIdentity(
      id: try connection.first("SELECT value FROM archive WHERE name = 'id'") { $0.text(0) } ?? "",
      articles: Int(try connection.integer("SELECT count(*) FROM article_record")),
      lastImport: Int(try connection.integer("SELECT max(id) FROM import_run")))
  }
}

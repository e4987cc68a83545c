public import NewsModel

/// What an archive has, for those who name parts of it.
public struct ArchiveSubject {
  private let connection: Connection

  /// The parts of an archive, which must exist.
  public init(_ archive: Archive) throws { connection = try archive.connectForReading() }

  /// Whether it has an article.
  public func hasArticle(_ id: ArticleID) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM article_record WHERE id = ?1", [.integer(id.rawValue)]) > 0
  }

  /// Whether it has a source of exactly this name.
  public func hasSource(_ name: String) throws -> Bool {
    try connection.integer("SELECT count(*) FROM source WHERE name = ?1", [.text(name)]) > 0
  }
}

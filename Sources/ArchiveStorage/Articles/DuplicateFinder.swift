package import NewsModel

/// Looks up articles while the writer is writing: a connection of its own that reads.
package final class DuplicateFinder {
  private let connection: Connection

  package init(_ archive: Archive) throws { connection = try archive.connectForReading() }

  /// The article with this identity and text, if it had been committed when the question came.
  package func article(identity: Int64, sha256: [UInt8]) throws -> ArticleID? {
    try connection.article(identity: identity, sha256: sha256)
  }
}

extension Connection {
  /// The article that is the same: 64 bits of its identity find it, its text's SHA-256 confirms it.
  func article(identity: Int64, sha256: [UInt8]) throws -> ArticleID? {
    try first(
      "SELECT id FROM article_record WHERE identity = ?1 AND sha256 = ?2",
      [.integer(identity), .blob(sha256)]
    ) { ArticleID(rawValue: $0.integer(0)) }
  }

  /// The arrivals of the articles with this identity: one, unless two share its 64 bits.
  package func arrivals(identity: Int64) throws -> [Int64] {
    try rows("SELECT arrival FROM article_record WHERE identity = ?1", [.integer(identity)]) {
      $0.integer(0)
    }
  }
}

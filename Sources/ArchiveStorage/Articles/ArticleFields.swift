package import NewsModel

/// The fields of a stored article that a later record of the same article may fill in.
///
/// They are not part of what makes it the same article: a dump with one column more adds to the
/// articles, it does not double them.
package struct ArticleFields: Sendable, Equatable {
  package var author: String?
  package var section: String?
  package var language: String?
  /// A JSON object.
  package var metadata: String?

  package init(author: String?, section: String?, language: String?, metadata: String?) {
    self.author = author
    self.section = section
    self.language = language
    self.metadata = metadata
  }
}

extension ArticleStore {
  package func fields(of id: ArticleID) throws -> ArticleFields? {
    try connection.first(
      "SELECT author, section, language, metadata FROM article WHERE id = ?1",
      [.integer(id.rawValue)]
    ) {
      ArticleFields(
        author: $0.textOrNil(0), section: $0.textOrNil(1), language: $0.textOrNil(2),
        metadata: $0.textOrNil(3))
    }
  }
}

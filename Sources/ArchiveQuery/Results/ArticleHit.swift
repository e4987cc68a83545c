public import NewsModel

/// An article that a query found.
public struct ArticleHit: Sendable {
  /// Its id.
  public let id: ArticleID
  /// Its headline, with marks on what was found there.
  public let headline: MarkedText?
  /// The outlet.
  public let source: String?
  /// When it was published.
  public let date: PartialDate?
  /// Its address.
  public let url: String?
  /// Who wrote it.
  public let author: String?
  /// The section or category.
  public let section: String?
  /// The language, as a BCP 47 tag in lower case.
  public let language: String?
  /// The number of words in its body.
  public let words: Int
  /// The part of the body that shows best what was found; nil where none was asked for.
  public let snippet: MarkedText?
  /// How relevant it is, more is better; nil where hits are not ordered by relevance.
  public let score: Double?
}

public import NewsModel

/// A quote that a query found.
public struct QuoteHit: Sendable {
  /// The id of its row.
  public let id: Int64
  /// How it reports what was said.
  public let kind: QuoteKind
  /// The words quoted, with marks on what was found.
  public let text: MarkedText
  /// Who said it, by the name that the article resolves to; nil when that is unknown.
  public let speaker: String?
  /// How the article names the speaker there.
  public let speakerText: String?
  /// The further speakers of a quote that has several.
  public let coSpeakers: [String]
  /// The reporting word.
  public let cue: String?
  /// The quote in the words around it, with a mark on the quote.
  public let context: MarkedText
  /// Where it begins in the article's body, in code points.
  public let start: Int
  /// Its length in code points.
  public let length: Int
  /// How sure the rule is that found it, 0 to 1.
  public let confidence: Double
  /// The article that has it.
  public let article: ArticleID
  /// The article's headline.
  public let headline: String?
  /// The outlet.
  public let source: String?
  /// When the article was published.
  public let date: PartialDate?
  /// The article's address.
  public let url: String?
}

public import NewsModel

/// An article as a web page has it.
public struct WebPage: Sendable {
  /// The headline.
  public var headline: String?
  /// Those named in the byline.
  public var authors: [String]
  /// When it was published, in UTC where the page gives a time.
  public var date: PartialDate?
  /// The day of publication on the calendar of those who published it.
  public var day: PartialDate?
  /// Where the date was read.
  public var dateOrigin: DateOrigin?
  /// The outlet.
  public var site: String?
  /// The section.
  public var section: String?
  /// The language, as a BCP 47 tag in lower case.
  public var language: String?
  /// The address that the page names as its own.
  public var url: String?
  /// The article's text, its paragraphs separated by blank lines; empty where the page is no article.
  public var text: String
  /// What had to be assumed or repaired, in words.
  public var remarks: [String]

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - source: The page as it was stored.
  ///   - charset: The charset of the HTTP header, if known.
  public init(_ source: [UInt8], charset: String? = nil) {
    let decoded = DecodedPage(source, declared: charset)
    let document = HTMLDocument(decoded.bytes)
    let page = PageBlocks(document)
    let meta = MetaElements(document)
    let data = StructuredData(document, meta.structuredData)
    let article = ArticleText(document, page, meta, data)
    let metadata = PageMetadata(document, page, meta, data, content: article.range)
    headline = metadata.headline
    authors = metadata.authors
    date = metadata.published?.date
    day = metadata.published?.day
    dateOrigin = metadata.published?.origin
    site = metadata.site
    section = metadata.section
    language = metadata.language
    url = metadata.url
    text = article.text
    remarks = [decoded.remark].compactMap { $0 }
  }
}

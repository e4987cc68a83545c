import NewsModel

/// What a page says about its article.
///
/// In the order in which they are believed: JSON-LD, then `meta` elements, then what the page shows.
struct PageMetadata: Sendable {
  var headline: String?
  var authors: [String] = []
  var published: PageDate?
  var site: String?
  var section: String?
  var language: String?
  var url: String?

  /// Gathers the metadata; `content` are the blocks of the article's text, for what stands around.
  init(
    _ document: HTMLDocument, _ page: PageBlocks, _ meta: MetaElements, _ data: StructuredData,
    content: ClosedRange<Int>?
  ) {
    url = Self.address(document, meta, data)
    site =
      meta.first("og:site_name") ?? data.first { $0.publisher } ?? meta.first("application-name")
      ?? meta.first("twitter:site", "publisher", "dc.publisher", "copyright")
    headline = Headline(document, page, meta, data, site: site, content: content).text
    section = data.first { $0.section } ?? meta.first("article:section", "section", "category")
    let tag =
      meta.language ?? meta.first("og:locale", "content-language", "language", "dc.language")
      ?? data.first { $0.language }
    language = tag.map { languageTag($0) }.flatMap { $0.isEmpty ? nil : $0 }
    authors = Bylines(document, page, meta, data, site: site, content: content).names
    published = PageDates(document, page, meta, data, address: url, content: content).published
  }

  private static func address(
    _ document: HTMLDocument, _ meta: MetaElements, _ data: StructuredData
  ) -> String? {
    let candidates = [meta.canonical, meta.first("og:url", "twitter:url"), data.first { $0.url }]
    return candidates.compactMap { $0?.collapsed }.first { isAddress($0) && !$0.contains(" ") }
  }
}

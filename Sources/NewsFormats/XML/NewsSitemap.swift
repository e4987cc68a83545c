import NewsModel

extension Format {
  /// A sitemap for news.
  public static let sitemap = xml(
    SitemapGrammar.self, name: "sitemap", summary: "news sitemaps: addresses, headlines and dates",
    fits: { $0.root == "urlset" || $0.root == "sitemapindex" })
}

/// A `url` an article, of which it has no more than the headline.
///
/// Source: sitemaps.org, and the schema sitemap-news/0.9.
enum SitemapGrammar: XMLGrammar {
  static func isRecord(_ names: [String]) -> Bool { names.last == "url" }

  static var nothingFound: String { "the sitemap names no articles" }

  static func read(
    _ url: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading {
    guard let news = url.child("news"), let title = news.child("title")?.line else {
      return .rejected("an address without a headline")
    }
    assembler.add(.headline, title)
    assembler.add(.url, url.child("loc")?.line)
    assembler.add(.date, news.child("publication_date")?.line ?? url.child("lastmod")?.line)
    assembler.add(.source, news.at("publication", "name")?.line)
    assembler.add(.language, news.at("publication", "language")?.line)
    assembler.addMetadata("keywords", news.child("keywords")?.line)
    assembler.addMetadata("genres", news.child("genres")?.line)
    return .article
  }
}

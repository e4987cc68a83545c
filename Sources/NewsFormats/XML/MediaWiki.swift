import NewsModel

extension Format {
  /// A MediaWiki export: Wikinews.
  public static let mediaWiki = xml(
    MediaWikiGrammar.self, name: "mediawiki", summary: "MediaWiki export, as of Wikinews",
    fits: { $0.root == "mediawiki" })
}

/// A page of the main namespace an article; its last revision counts.
///
/// Source: mediawiki.org, export-0.11.
enum MediaWikiGrammar: XMLGrammar {
  static func isRecord(_ names: [String]) -> Bool { names.last == "page" }

  static func read(
    _ page: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading {
    // Talk, users, templates and files are no articles, and neither is a redirect.
    guard page.child("ns")?.line ?? "0" == "0", page.child("redirect") == nil else {
      return .nothing
    }
    let revision = page.children("revision").last
    let wikitext = Wikitext(revision?.child("text")?.rawText ?? "")
    assembler.add(.headline, page.child("title")?.line)
    assembler.add(.date, wikitext.date ?? revision?.child("timestamp")?.line)
    assembler.add(.source, context["siteinfo/sitename"])
    assembler.add(.language, context.attributes["lang"])
    if !wikitext.categories.isEmpty {
      assembler.add(.section, wikitext.categories.joined(separator: "; "))
    }
    assembler.addMetadata("page id", page.child("id")?.line)
    assembler.addMetadata("sources", wikitext.sources)
    assembler.add(.text, wikitext.text)
    return .article
  }
}

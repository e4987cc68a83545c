import NewsModel

extension Format {
  /// RSS of all versions, Atom, and what feeds are wrapped in.
  public static let feed = xml(
    FeedGrammar.self, name: "feed", summary: "RSS 0.9 to 2.0, RDF and Atom feeds",
    fileExtensions: ["rss", "atom", "rdf", "xml"],
    fits: { start in
      switch start.root.lowercased() {
      case "rss", "feed", "rdf", "channel", "satom": true
      case "entry": start.tag.contains("Atom") || start.tag.contains("atom")
      default: false
      }
    })
}

/// An `item` or `entry` an article.
///
/// Sources: RSS 2.0, RDF Site Summary 1.0 with its content and Dublin Core modules, RFC 4287.
enum FeedGrammar: XMLGrammar {
  static func isRecord(_ names: [String]) -> Bool {
    names.last == "item" || names.last == "entry"
  }

  static var nothingFound: String { "the feed has no entries" }

  static func read(
    _ item: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading {
    let content = item.child("encoded") ?? item.child("content", "fullitem", "body")
    let summary = item.child("description", "summary")
    assembler.add(.headline, item.child("title").flatMap(text).flatMap(oneLine))
    if let body = content.flatMap(text) {
      assembler.add(.text, body)
    } else if let summary = summary.flatMap(text) {
      // The whole text of many feeds; nothing says whether it is. An item needs no title.
      if item.child("title") == nil { assembler.add(.text, summary) }
      assembler.add("description", .text(summary), use: FieldUse(role: .summary, rank: -1))
    }
    if content != nil { assembler.addMetadata("description", summary.flatMap(text)) }
    assembler.add(.url, address(of: item))
    let dates = [
      "pubDate", "published", "issued", "date", "created", "updated", "modified", "dateTimeWritten",
    ]
    assembler.add(.date, dates.lazy.compactMap { item.child($0)?.line }.first)
    assembler.add(.author, authors(of: item))
    let categories =
      item.children("category").compactMap { category in
        category.attributes["label"] ?? category.attributes["term"] ?? category.line
      } + item.children("subject").compactMap(\.line)
    if !categories.isEmpty { assembler.add(.section, categories.joined(separator: "; ")) }
    assembler.add(.source, source(of: item, in: context))
    assembler.add(
      .language,
      item.attributes["lang"] ?? item.child("language")?.line ?? context["channel/language"]
        ?? context.attributes["lang"])
    assembler.addMetadata("guid", item.child("guid", "id")?.line)
    return .article
  }

  private static func oneLine(_ text: String) -> String? {
    var flow = FlowText()
    flow.append(text)
    return flow.isEmpty ? nil : flow.text
  }

  /// An element's text: XHTML and NITF inside it, or HTML that was escaped, which the assembler reads.
  private static func text(_ element: XMLElement) -> String? {
    if let nitf = element.first("nitf") { return NITFGrammar.body(of: nitf) }
    return element.children.isEmpty ? element.rawText : element.paragraphs()
  }

  private static func address(of item: XMLElement) -> String? {
    let links = item.children("link")
    let alternate = links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" }
    let link = alternate?.attributes["href"] ?? links.lazy.compactMap(\.line).first
    let permanent = item.child("guid").flatMap { guid in
      guid.attributes["isPermaLink"] == "false" ? nil : guid.line
    }
    return item.child("origLink")?.line ?? link ?? permanent.flatMap { isAddress($0) ? $0 : nil }
  }

  private static func authors(of item: XMLElement) -> String? {
    let names = item.children.filter { $0.name == "author" || $0.name == "creator" }
      .compactMap { $0.child("name")?.line ?? $0.line }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  private static func source(of item: XMLElement, in context: XMLContext) -> String? {
    if let source = item.child("source") { return source.child("title")?.line ?? source.line }
    return item.child("publisher")?.line ?? context["channel/title"] ?? context["feed/title"]
  }
}

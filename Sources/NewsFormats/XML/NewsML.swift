import NewsModel

extension Format {
  /// NewsML-G2, and its forerunner NewsML 1.
  public static let newsML = xml(
    NewsMLGrammar.self, name: "newsml", summary: "NewsML-G2 and NewsML 1: items of agencies",
    fits: { start in
      [
        "newsItem", "newsMessage", "packageItem", "conceptItem", "planningItem", "knowledgeItem",
        "catalogItem", "NewsML", "NewsItem", "contentSet",
      ].contains(start.root) && !start.tag.contains("itemid=")
    })
}

/// A `newsItem` an article, if it is a text. Packages, concepts and plans hold none.
///
/// Sources: IPTC NewsML-G2 2.3x and NewsML 1.2.
enum NewsMLGrammar: XMLGrammar {
  static func isRecord(_ names: [String]) -> Bool {
    names.last == "newsItem" || names.last == "NewsItem" || names == ["contentSet"]
  }

  static func articles(in record: XMLElement) -> [XMLElement] {
    record.name == "contentSet"
      ? [XMLElement(name: "newsItem", nodes: [.element(record)])] : [record]
  }

  static var nothingFound: String {
    "no news item: a package, a plan or a concept, which hold no text"
  }

  static func read(
    _ item: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading {
    if item.name == "NewsItem" { return readVersion1(item, into: &assembler) }
    let meta = item.child("contentMeta")
    let itemMeta = item.child("itemMeta")
    let itemClass = itemMeta?.child("itemClass")?.attributes["qcode"] ?? ""
    let text = body(of: item)
    let isText = itemClass.isEmpty || itemClass.hasSuffix(":text")
    guard text != nil || isText else {
      let kind = itemClass.split(separator: ":").last.map(String.init) ?? itemClass
      return .rejected("a news item without a text (\(kind))")
    }
    let headlines = meta?.children("headline") ?? []
    let main = headlines.first { ($0.attributes["role"] ?? "").hasSuffix("main") }
    assembler.add(
      .headline,
      (main ?? headlines.first)?.line ?? itemMeta?.child("title")?.line
        ?? item.first("headline")?.line ?? item.first("hl1")?.line)
    assembler.add(.author, authors(meta) ?? item.first("byline")?.line)
    assembler.add(
      .date,
      itemMeta?.child("firstCreated", "versionCreated")?.line ?? meta?.child("contentCreated")?.line
    )
    assembler.add(
      .source,
      meta?.child("creditline")?.line ?? name(of: itemMeta?.child("provider"))
        ?? name(of: meta?.child("infoSource"))
        ?? item.at("rightsInfo", "copyrightHolder").flatMap(name))
    assembler.add(.language, meta?.child("language")?.attributes["tag"] ?? item.attributes["lang"])
    let subjects = meta?.children("subject").compactMap { $0.child("name")?.line } ?? []
    if !subjects.isEmpty { assembler.addMetadata("subjects", subjects.joined(separator: "; ")) }
    assembler.add(.section, meta?.child("genre").flatMap(name))
    assembler.addMetadata("guid", item.attributes["guid"])
    assembler.addMetadata("version", item.attributes["version"])
    assembler.addMetadata("slugline", meta?.child("slugline")?.line)
    assembler.addMetadata("dateline", meta?.child("dateline")?.line)
    assembler.addMetadata("urgency", meta?.child("urgency")?.line)
    if let text { assembler.add(.text, text) }
    if text == nil, let description = meta?.child("description")?.paragraphs() {
      assembler.add("description", .text(description), use: FieldUse(role: .summary, rank: -1))
    }
    return .article
  }

  /// The first rendition that is text: inline XML (XHTML or NITF), or inline data.
  private static func body(of item: XMLElement) -> String? {
    guard let content = item.child("contentSet") else { return nil }
    for rendition in content.children {
      if rendition.name == "inlineData" {
        let type = rendition.attributes["contenttype"] ?? "text/plain"
        if type.hasPrefix("text"), let text = nonEmpty(rendition.rawText) { return text }
        continue
      }
      guard rendition.name == "inlineXML" else { continue }
      if let nitf = rendition.child("nitf") {
        if let text = NITFGrammar.body(of: nitf) { return text }
      } else if let body = rendition.first("body") ?? rendition.child("html", "xhtml") {
        if let text = body.paragraphs() { return text }
      } else if rendition.first("p") != nil, let text = rendition.paragraphs() {
        return text
      }
    }
    return nil
  }

  private static func nonEmpty(_ text: String) -> String? {
    let text = text.trimmedText
    return text.isEmpty ? nil : text
  }

  private static func authors(_ meta: XMLElement?) -> String? {
    if let by = meta?.child("by")?.line { return by }
    let names =
      meta?.children.filter { $0.name == "creator" || $0.name == "contributor" }
      .compactMap { name(of: $0) } ?? []
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  /// The name of a party: its name element, its literal, or the code behind the colon.
  private static func name(of party: XMLElement?) -> String? { party.flatMap(name) }

  private static func name(_ party: XMLElement) -> String? {
    if let name = party.child("name")?.line ?? party.attributes["literal"] { return name }
    return party.attributes["qcode"].flatMap { code in
      code.split(separator: ":").last.map(String.init)
    }
  }

  // MARK: Version 1

  private static func readVersion1(
    _ item: XMLElement, into assembler: inout RecordAssembler
  ) -> TextReading {
    let lines = item.first("NewsLines")
    let contents = item.all("ContentItem").compactMap { content -> String? in
      guard let data = content.first("DataContent") else { return nil }
      if let nitf = data.first("nitf") { return NITFGrammar.body(of: nitf) }
      return data.children.isEmpty ? nonEmpty(data.rawText) : data.paragraphs()
    }
    let isText = item.all("MediaType").contains { $0.attributes["FormalName"] == "Text" }
    guard !contents.isEmpty || isText else {
      return .rejected("a news item without a text")
    }
    assembler.add(.headline, lines?.child("HeadLine")?.line)
    assembler.add(.author, lines?.child("ByLine")?.line)
    assembler.addMetadata("dateline", lines?.child("DateLine")?.line)
    assembler.add(.source, lines?.child("CreditLine")?.line ?? item.first("ProviderId")?.line)
    assembler.add(
      .date,
      item.first("FirstCreated")?.line ?? item.first("ThisRevisionCreated")?.line
        ?? item.first("DateId")?.line)
    assembler.add(.language, item.first("Language")?.attributes["FormalName"])
    assembler.addMetadata("identifier", item.first("PublicIdentifier")?.line)
    if !contents.isEmpty { assembler.add(.text, contents.joined(separator: "\n\n")) }
    return .article
  }
}

import NewsModel

extension Format {
  /// Text Encoding Initiative: trafilatura's, and editions of periodicals.
  public static let tei = xml(
    TEIGrammar.self, name: "tei", summary: "TEI: an article, or a periodical's issue with several",
    fits: { $0.root == "TEI" || $0.root == "TEI.2" || $0.root == "teiCorpus" })
}

/// A document an article; of a periodical a division of type article or item.
///
/// Source: TEI P5 Guidelines.
enum TEIGrammar: XMLGrammar {
  static func isRecord(_ names: [String]) -> Bool {
    (names.last == "TEI" || names.last == "TEI.2")
  }

  static func articles(in tei: XMLElement) -> [XMLElement] {
    let divisions = articleDivisions(of: tei)
    guard !divisions.isEmpty, let header = tei.child("teiHeader") else { return [tei] }
    return divisions.map { division in
      XMLElement(
        name: "TEI", namespace: tei.namespace, attributes: tei.attributes,
        nodes: [.element(header), .element(division)])
    }
  }

  private static func articleDivisions(of element: XMLElement) -> [XMLElement] {
    element.children.flatMap { child -> [XMLElement] in
      let isDivision = child.name.hasPrefix("div")
      let types = [child.attributes["type"], child.attributes["subtype"]]
      if isDivision, types.contains("article") || types.contains("item") {
        return [child]
      }
      return articleDivisions(of: child)
    }
  }

  static func read(
    _ tei: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading {
    let file = tei.at("teiHeader", "fileDesc")
    let bibliography = file?.at("sourceDesc", "biblFull")
    let division = tei.children.first { $0.name.hasPrefix("div") }
    let head = division?.child("head")?.line
    let journal = file?.at("sourceDesc", "biblStruct", "monogr") ?? file?.at("sourceDesc", "bibl")
    assembler.add(
      .headline, division != nil ? head : file?.at("titleStmt", "title")?.line)
    let authors =
      division.map { division in
        division.children("byline").compactMap(\.line)
      } ?? file?.child("titleStmt")?.children("author").compactMap(\.line) ?? []
    assembler.add(.author, authors.isEmpty ? nil : authors.joined(separator: "; "))
    let publication = bibliography?.child("publicationStmt") ?? file?.child("publicationStmt")
    assembler.add(.url, publication?.children("ptr").compactMap { $0.attributes["target"] }.first)
    if division != nil {
      assembler.add(.source, journal?.child("title")?.line ?? file?.at("titleStmt", "title")?.line)
      assembler.add(.date, journal?.first("date").flatMap(date))
    } else {
      assembler.add(.source, source(publication, file) ?? journal?.child("title")?.line)
      assembler.add(.date, publication?.child("date").flatMap(date))
    }
    let terms = tei.at("teiHeader", "profileDesc", "textClass", "keywords")?.children("term") ?? []
    assembler.add(.section, terms.first { $0.attributes["type"] == "categories" }?.line)
    let language = tei.at("teiHeader", "profileDesc", "langUsage", "language")
    assembler.add(
      .language,
      division?.attributes["lang"] ?? tei.child("text")?.attributes["lang"]
        ?? language?.attributes["ident"])
    assembler.addMetadata("abstract", tei.at("teiHeader", "profileDesc", "abstract")?.line)
    assembler.addMetadata("tags", terms.first { $0.attributes["type"] == "tags" }?.line)
    let body = division ?? tei.at("text", "body") ?? tei.child("text")
    let isTrafilatura = file?.at("notesStmt", "note")?.attributes["type"] == "fingerprint"
    // In an edition `lb` is where the printed line ended.
    assembler.add(.text, body?.paragraphs(lineBreaks: isTrafilatura ? ["lb", "br"] : []))
    return .article
  }

  /// trafilatura writes `Wall Street Journal (wsj.com)`.
  private static func source(_ publication: XMLElement?, _ file: XMLElement?) -> String? {
    guard let publisher = publication?.child("publisher")?.line else { return nil }
    guard let open = publisher.lastIndex(of: "("), publisher.hasSuffix(")") else {
      return publisher
    }
    let name = publisher[..<open].trimmedText
    return name.isEmpty ? String(publisher[publisher.index(after: open)...].dropLast()) : name
  }

  private static func date(_ element: XMLElement) -> String? {
    element.attributes["when"] ?? element.attributes["when-iso"] ?? element.line
  }
}

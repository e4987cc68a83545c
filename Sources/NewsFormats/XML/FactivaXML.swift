import NewsModel

extension Format {
  /// Factiva, as its web services answer.
  public static let factivaXML = xml(
    FactivaXMLGrammar.self, name: "factiva-xml", summary: "Factiva XML: <ppsarticle> records",
    fits: { $0.root == "PPSResponse" || $0.root.hasPrefix("pps") || $0.tag.contains("factiva.com") }
  )
}

enum FactivaXMLGrammar: XMLGrammar {
  static func isRecord(_ names: [String]) -> Bool { names.last == "article" }

  static func read(
    _ article: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading {
    assembler.add(.headline, article.child("headline")?.line)
    assembler.add(
      .date,
      article.at("publicationDate", "date")?.line ?? article.at("publicationDate", "dateTime")?.line
        ?? article.child("publicationDate")?.line)
    assembler.add(.source, article.child("sourceName", "sourceCode")?.line)
    assembler.add(.author, article.child("byline", "author")?.line)
    assembler.add(.section, article.child("sectionName")?.line)
    assembler.add(.language, article.child("baseLanguage")?.line)
    assembler.addMetadata("accessionNo", article.child("accessionNo")?.line)
    assembler.addMetadata("copyright", article.child("copyright")?.line)
    assembler.addMetadata("publisher", article.child("publisherName")?.line)
    let codes = article.first("codeSets")?.all("code").compactMap { $0.attributes["value"] } ?? []
    if let json = jsonArray(of: codes) {
      assembler.add("codes", .json(json, reading: nil), use: nil)
    }
    let parts = ["leadParagraph", "tailParagraphs"].compactMap { name in
      article.child(name).flatMap(text)
    }
    assembler.add(.text, parts.isEmpty ? nil : parts.joined(separator: "\n\n"))
    return .article
  }

  /// Paragraphs as elements, or as lines of which an indented one begins a paragraph.
  private static func text(_ element: XMLElement) -> String? {
    if element.first("paragraph") != nil || element.first("p") != nil {
      return element.paragraphs(lineBreaks: [])
    }
    var paragraphs: [String] = []
    for line in lines(of: element.rawText) {
      let words = line.trimmedText
      if words.isEmpty || line.hasPrefix("    ") || paragraphs.isEmpty {
        if paragraphs.last?.isEmpty != true { paragraphs.append("") }
      }
      if !words.isEmpty {
        let joint = paragraphs[paragraphs.count - 1].isEmpty ? "" : " "
        paragraphs[paragraphs.count - 1] += joint + words
      }
    }
    let text = paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return text.isEmpty ? nil : text
  }
}

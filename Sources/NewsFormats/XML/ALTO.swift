import NewsModel

extension Format {
  /// ALTO, the text of scanned pages.
  public static let alto = xml(
    ALTOGrammar.self, name: "alto", summary: "ALTO: a scanned page with its words and their places",
    fits: { $0.root == "alto" || $0.root == "OcrDocument" || $0.root == "mets" })
}

/// A page an article: which of its blocks belong together stands in METS, beside it.
///
/// Source: Library of Congress, ALTO 4. A word that is broken at the end of a line has its whole in
/// `SUBS_CONTENT` of both halves.
enum ALTOGrammar: XMLGrammar {
  static func isRecord(_ names: [String]) -> Bool { names.last == "Page" }

  static var nothingFound: String {
    "no page with text: METS names the parts of an issue, whose text stands in the ALTO files beside it"
  }

  static func read(
    _ page: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading {
    var paragraphs: [String] = []
    for block in blocks(of: page) {
      let text = block.all("TextLine").map(line).filter { !$0.isEmpty }.joined(separator: " ")
      if !text.isEmpty { paragraphs.append(text) }
    }
    guard !paragraphs.isEmpty else { return .rejected("a page without words") }
    assembler.addMetadata("page", page.attributes["PHYSICAL_IMG_NR"] ?? page.attributes["ID"])
    assembler.addMetadata("file", context["sourceImageInformation/fileName"])
    assembler.add(.text, paragraphs.joined(separator: "\n\n"))
    return .article
  }

  private static func blocks(of element: XMLElement) -> [XMLElement] {
    element.children.flatMap { $0.name == "TextBlock" ? [$0] : blocks(of: $0) }
  }

  private static func line(_ line: XMLElement) -> String {
    var words: [String] = []
    for part in line.children where part.name == "String" {
      let content = part.attributes["CONTENT"] ?? ""
      switch part.attributes["SUBS_TYPE"] {
      case "HypPart1": words.append(part.attributes["SUBS_CONTENT"] ?? content)
      case "HypPart2" where part.attributes["SUBS_CONTENT"] != nil: continue
      default: if !content.isEmpty { words.append(content) }
      }
    }
    return words.joined(separator: " ")
  }
}

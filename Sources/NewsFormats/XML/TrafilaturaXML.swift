import NewsModel

extension Format {
  /// trafilatura's own XML.
  public static let trafilaturaXML = xml(
    TrafilaturaXMLGrammar.self, name: "trafilatura-xml",
    summary: "trafilatura XML: a <doc> with attributes and <main>",
    fits: { $0.root == "doc" && ($0.rest.contains("<main") || $0.tag.contains("fingerprint=")) })
}

enum TrafilaturaXMLGrammar: XMLGrammar {
  static func isRecord(_ names: [String]) -> Bool { names.last == "doc" }

  static func read(
    _ doc: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading {
    let used: [(String, Field)] = [
      ("title", .headline), ("author", .author), ("date", .date), ("url", .url),
      ("categories", .section), ("language", .language),
    ]
    for (name, field) in used { assembler.add(field, doc.attributes[name]) }
    assembler.add(.source, doc.attributes["sitename"] ?? doc.attributes["hostname"])
    let names = Set(used.map(\.0) + ["sitename"])
    for (name, value) in doc.attributes.sorted(by: { $0.key < $1.key }) where !names.contains(name)
    {
      assembler.addMetadata(name, value)
    }
    assembler.addMetadata("comments", doc.child("comments")?.paragraphs())
    assembler.add(.text, doc.child("main")?.paragraphs())
    return .article
  }
}

import NewsModel

extension Format {
  /// Reuters Corpus, Volume 1.
  public static let rcv1 = xml(
    RCV1Grammar.self, name: "rcv1", summary: "Reuters Corpus Volume 1: a <newsitem> an article",
    fits: { $0.root == "newsitem" })
}

/// Source: Lewis et al., "RCV1: A New Benchmark Collection", JMLR 5 (2004).
enum RCV1Grammar: XMLGrammar {
  static func isRecord(_ names: [String]) -> Bool { names.last == "newsitem" }

  static func read(
    _ item: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading {
    let metadata = item.child("metadata")
    func dublinCore(_ name: String) -> String? {
      metadata?.children("dc").first { $0.attributes["element"] == name }?.attributes["value"]
    }
    assembler.add(.headline, item.child("headline", "title")?.line)
    assembler.add(.date, item.attributes["date"] ?? dublinCore("dc.date.published"))
    assembler.add(.author, item.child("byline")?.line)
    assembler.add(.source, dublinCore("dc.source") ?? dublinCore("dc.publisher") ?? "Reuters")
    assembler.add(.language, item.attributes["lang"])
    assembler.addMetadata("itemid", item.attributes["itemid"])
    assembler.addMetadata("title", item.child("title")?.line)
    assembler.addMetadata("dateline", item.child("dateline")?.line)
    assembler.addMetadata("copyright", item.child("copyright")?.line)
    for codes in metadata?.children("codes") ?? [] {
      let values = codes.children("code").compactMap { $0.attributes["code"] }
      let name = codes.attributes["class"].flatMap { $0.split(separator: ":").dropFirst().first }
      guard let name, let json = jsonArray(of: values) else { continue }
      assembler.add(String(name), .json(json, reading: nil), use: nil)
    }
    assembler.add(.text, item.child("text")?.paragraphs())
    return .article
  }
}

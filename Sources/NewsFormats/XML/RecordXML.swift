import NewsModel

extension Format {
  /// XML that no standard describes: an element an article, its fields inside.
  public static let recordXML = Format(
    name: "xml", summary: "other XML: <article>, <item>, <document>… with a field an element",
    fileExtensions: ["xml"],
    sniff: { sample, isNamed in
      guard let start = XMLStart(sample) else { return .no }
      let names = Set(FieldNames.uses.keys)
      let parts = (start.tag + ">" + start.rest).split(separator: "<").prefix(400)
      let tags = parts.compactMap { $0.split(whereSeparator: { " >/\n\t".contains($0) }).first }
      let isRecord = tags.contains { RecordXMLGrammar.recordNames.contains($0.lowercased()) }
      let known = Set(tags.map { FieldNames.normalised(String($0)) }).intersection(names)
      guard start.root.lowercased() != "html", isRecord, known.count >= 2 else { return .no }
      return isNamed || start.tag.contains("xmlns") ? .likely : .possible
    },
    makeReader: { XMLReader<RecordXMLGrammar>($0) })
}

/// Takes the elements of a record for its fields, by the names that tables and JSON give them too.
enum RecordXMLGrammar: XMLGrammar {
  static let recordNames: Set<String> = [
    "article", "item", "newsitem", "news", "story", "record", "doc", "document", "rbnews", "row",
    "entry", "post", "artikel", "articulo", "artikkeli", "nyhed",
  ]

  static func isRecord(_ names: [String]) -> Bool {
    names.last.map { recordNames.contains($0.lowercased()) } ?? false
  }

  static func articles(in record: XMLElement) -> [XMLElement] {
    // `<news><item>…` and `<doc><article>…`: the inner ones are the records.
    let inner = record.children.filter { recordNames.contains($0.name.lowercased()) }
    let isWrapper = !inner.isEmpty && inner.count == record.children.count
    return isWrapper ? inner : [record]
  }

  static func read(
    _ record: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading {
    for (name, value) in record.attributes.sorted(by: { $0.key < $1.key }) {
      assembler.add(name, .text(value), use: assembler.resolve(name).use)
    }
    for child in record.children {
      let value = child.children.isEmpty ? child.rawText : child.paragraphs() ?? ""
      assembler.add(child.name, .text(value), use: assembler.resolve(child.name).use)
    }
    return .article
  }
}

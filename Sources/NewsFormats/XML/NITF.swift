import NewsModel

extension Format {
  /// News Industry Text Format.
  public static let nitf = xml(
    NITFGrammar.self, name: "nitf", summary: "NITF, also as The New York Times Annotated Corpus",
    fits: { $0.root == "nitf" || $0.root == "nitf-collection" })
}

/// Source: IPTC NITF 3.6.
enum NITFGrammar: XMLGrammar {
  static func isRecord(_ names: [String]) -> Bool { names.last == "nitf" }

  static func read(
    _ nitf: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading {
    let head = nitf.child("head")
    let bodyHead = nitf.at("body", "body.head")
    let docdata = head?.child("docdata")
    let metas = head?.children("meta") ?? []
    func meta(_ name: String) -> String? {
      metas.first { $0.attributes["name"] == name }?.attributes["content"]
    }
    assembler.add(
      .headline,
      bodyHead?.at("hedline", "hl1")?.line ?? head?.child("title")?.line
        ?? bodyHead?.child("hedline")?.line)
    assembler.addMetadata("hl2", bodyHead?.at("hedline", "hl2")?.line)
    assembler.add(.author, byline(bodyHead?.children("byline") ?? []))
    let pubdata = head?.child("pubdata")
    assembler.add(
      .date,
      docdata?.child("date.issue")?.attributes["norm"]
        ?? pubdata?.attributes["date.publication"]
        ?? docdata?.child("date.release")?.attributes["norm"]
        ?? bodyHead?.at("dateline", "story.date")?.attributes["norm"] ?? day(meta))
    assembler.add(
      .source,
      pubdata?.attributes["name"] ?? docdata?.child("doc.copyright")?.attributes["holder"]
        ?? bodyHead?.at("distributor")?.line)
    assembler.add(
      .section,
      pubdata?.attributes["position.section"] ?? meta("online_sections") ?? meta("dsk")
        ?? head?.at("tobject", "tobject.subject")?.attributes["tobject.subject.type"])
    assembler.add(.url, pubdata?.attributes["ex-ref"])
    assembler.add(.language, nitf.attributes["lang"])
    assembler.addMetadata("doc-id", docdata?.child("doc-id")?.attributes["id-string"])
    assembler.addMetadata("dateline", bodyHead?.child("dateline")?.line)
    assembler.addMetadata("abstract", bodyHead?.child("abstract")?.line)
    for meta in metas {
      if let name = meta.attributes["name"] {
        assembler.addMetadata(name, meta.attributes["content"])
      }
    }
    assembler.add(.text, body(of: nitf))
    if body(of: nitf) == nil, let abstract = bodyHead?.child("abstract")?.paragraphs() {
      assembler.add("abstract", .text(abstract), use: FieldUse(role: .summary, rank: -1))
    }
    return .article
  }

  /// The text: The New York Times has a block with the lead, and one with all of it.
  static func body(of nitf: XMLElement) -> String? {
    guard let content = nitf.at("body", "body.content") ?? nitf.first("body.content") else {
      return nitf.child("body")?.paragraphs(leavingOut: ["media", "body.head"])
    }
    let whole = content.children("block").filter { $0.attributes["class"] == "full_text" }
    let text =
      whole.isEmpty
      ? content.paragraphs(leavingOut: ["media"])
      : whole.compactMap { $0.paragraphs(leavingOut: ["media"]) }.joined(separator: "\n\n")
    let tagline = nitf.at("body", "body.end")?.paragraphs()
    let parts = [text, tagline].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }

  private static func byline(_ bylines: [XMLElement]) -> String? {
    let printed = bylines.filter { $0.attributes["class"] != "normalized_byline" }
    let names = printed.compactMap { byline -> String? in
      if let person = byline.child("person")?.line { return person }
      var byline = byline
      byline.nodes.removeAll { node in
        if case .element(let element) = node { return element.name == "byttl" }
        return false
      }
      return byline.line
    }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  /// The New York Times gives the day in three fields.
  private static func day(_ meta: (String) -> String?) -> String? {
    guard let year = meta("publication_year"), let month = meta("publication_month"),
      let day = meta("publication_day_of_month")
    else { return nil }
    return [year, month, day].map { $0.utf8.count < 2 ? "0" + $0 : $0 }.joined(separator: "-")
  }
}

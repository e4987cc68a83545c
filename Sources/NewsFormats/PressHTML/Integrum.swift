import NewsModel

extension Format {
  /// Integrum, the Russian press database.
  public static let integrum = pressHTML(
    IntegrumHTML.self, name: "integrum-html",
    summary: "Integrum HTML: a list, then articles with ^ИС: labels")
}

/// A list of links, then for each article an anchor, a table of labels, the headline and a `pre`.
enum IntegrumHTML: PressHTMLGrammar {
  static func fits(_ head: String) -> Bool {
    head.contains("<h3>report ") && head.contains("<small>")
      || head.contains("integrum") && head.contains("<a name")
  }

  static func read(
    _ document: HTMLDocument, into assembler: inout RecordAssembler,
    give: (inout RecordAssembler) throws -> Void
  ) throws {
    let anchors = document.elements(.a).filter { anchor in
      document.value(.name, of: anchor).map { Int($0) != nil } ?? false
    }
    for (index, start) in anchors.enumerated() {
      let end = index + 1 < anchors.count ? anchors[index + 1] : document.nodes.count
      let nodes = (start..<end).filter { !document.nodes[$0].isText }
      if let table = nodes.first(where: { document.nodes[$0].tag == .table }) {
        readLabels(document.paragraphs(of: table) ?? "", into: &assembler)
      }
      let heading = nodes.first { document.nodes[$0].tag.traits.contains(.heading) }
      assembler.add(.headline, heading.flatMap { document.line(of: $0) })
      let bodies = nodes.filter { document.nodes[$0].tag == .pre }
      let texts = bodies.map { text(of: $0, document) }.filter { !$0.isEmpty }
      assembler.add(.text, texts.joined(separator: "\n\n"))
      try give(&assembler)
    }
  }

  /// `^ИС: Московские новости`
  private static func readLabels(_ text: String, into assembler: inout RecordAssembler) {
    for line in text.split(separator: "\n").map(\.trimmedText) where line.hasPrefix("^") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmedText
      switch line.dropFirst().prefix(upTo: colon) {
      case "ИС": assembler.add(.source, value)
      case "ДТ": assembler.add(.date, value)
      case "АВ": assembler.add(.author, value)
      case "РБ": assembler.add(.section, value)
      case "ЗГ": assembler.add(.headline, value)
      case let name: assembler.addMetadata(String(name), value)
      }
    }
  }

  /// A `pre`'s lines: a line indented or behind a blank one begins a paragraph.
  private static func text(of node: Int, _ document: HTMLDocument) -> String {
    var paragraphs: [String] = []
    for line in lines(of: document.text(of: node)) {
      let words = line.trimmedText
      if words.isEmpty {
        paragraphs.append("")
      } else if line.hasPrefix("  ") || paragraphs.isEmpty {
        paragraphs.append(words)
      } else {
        let joint = paragraphs[paragraphs.count - 1].isEmpty ? "" : " "
        paragraphs[paragraphs.count - 1] += joint + words
      }
    }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

import NewsModel

extension Format {
  /// Europresse, as HTML.
  public static let europresse = pressHTML(
    EuropresseHTML.self, name: "europresse-html",
    summary: "Europresse HTML of two generations: DocPublicationName, DocHeader")
}

/// Both generations name the parts by the same classes; the newer has an `article` element an article.
enum EuropresseHTML: PressHTMLGrammar {
  static func fits(_ head: String) -> Bool {
    head.contains("docpublicationname") || head.contains("titrearticlevisu")
  }

  static func read(
    _ document: HTMLDocument, into assembler: inout RecordAssembler,
    give: (inout RecordAssembler) throws -> Void
  ) throws {
    let articles = document.elements(.article)
    if articles.isEmpty {
      let starts = document.elements(ofClass: "DocPublicationName")
      for (index, start) in starts.enumerated() {
        let end = index + 1 < starts.count ? starts[index + 1] : document.nodes.count
        read(start..<end, document, into: &assembler)
        try give(&assembler)
      }
    } else {
      for article in articles {
        read(article..<Int(document.nodes[article].end), document, into: &assembler)
        try give(&assembler)
      }
    }
  }

  private static func read(
    _ range: Range<Int>, _ document: HTMLDocument, into assembler: inout RecordAssembler
  ) {
    func nodes(_ name: String) -> [Int] {
      range.filter { !document.nodes[$0].isText && document.hasClass(name, $0) }
    }
    let source = nodes("DocPublicationName")
    let headers = nodes("DocHeader")
    let titles = nodes("TitreArticleVisu")
    let header = headers.compactMap { document.line(of: $0) }.joined(separator: " ")
    assembler.add(.source, source.first.flatMap { document.line(of: $0) })
    assembler.add(.headline, titles.first.flatMap { document.line(of: $0) })
    let parts = EuropresseHeader(header)
    assembler.add(.section, parts.section)
    assembler.add(.date, parts.date)
    assembler.addMetadata("page", parts.page)
    assembler.addMetadata("header", header)
    let bodies = nodes("DocText").isEmpty ? nodes("docOcurrContainer") : nodes("DocText")
    let used = Set(source + headers + titles)
    var text: String?
    if let body = bodies.first {
      text = document.paragraphs(of: body)
    } else {
      let start = (titles.last ?? headers.last ?? range.lowerBound)
      let from = min(Int(document.nodes[start].end), range.upperBound)
      text = document.paragraphs(of: from..<range.upperBound) { used.contains($0) }
    }
    let content = EuropresseText(text ?? "")
    assembler.addMetadata("document", content.number)
    assembler.addMetadata("notes", content.notes)
    assembler.add(.text, content.body)
  }
}

/// `Politique, jeudi 5 octobre 2013, p. 12`
private struct EuropresseHeader {
  var section: String?
  var date: String?
  var page: String?

  init(_ header: String) {
    var sections: [String] = []
    for part in header.split(separator: ",").map(\.trimmedText) where !part.isEmpty {
      if date == nil, case .date = readDate(part), part.contains(where: \.isNumber) {
        date = part
      } else if part.hasPrefix("p.") || part.hasPrefix("pp.") {
        page = part
      } else {
        sections.append(part)
      }
    }
    section = sections.isEmpty ? nil : sections.joined(separator: ", ")
  }
}

/// The text without the number and the certificate below it.
private struct EuropresseText {
  var body: String
  var number: String?
  var notes: String?

  init(_ text: String) {
    var paragraphs = text.split(separator: "\n").map(\.trimmedText).filter { !$0.isEmpty }
    let end = paragraphs.firstIndex { paragraph in
      paragraph.hasPrefix("Numéro de document") || paragraph.hasPrefix("Document number")
        || paragraph.hasPrefix("Ce certificat est émis") || paragraph.hasPrefix("Certificat")
    }
    if let end {
      let words = paragraphs[end].split(separator: " ")
      number = words.last { $0.contains("·") }.map(String.init)
      notes = paragraphs[end...].joined(separator: "\n")
      paragraphs.removeSubrange(end...)
    }
    body = paragraphs.joined(separator: "\n\n")
  }
}

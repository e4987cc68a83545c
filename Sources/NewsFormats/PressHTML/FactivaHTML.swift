import NewsModel

extension Format {
  /// Factiva, as HTML.
  public static let factivaHTML = pressHTML(
    FactivaHTML.self, name: "factiva-html",
    summary: "Factiva HTML: articles, or two columns with HD, BY, PD, LP, TD")
}

/// Two layouts: fields in unlabelled `div` elements above the paragraphs, or a row a field with its
/// code. The words are in the language of the user's screen, the codes are not.
enum FactivaHTML: PressHTMLGrammar {
  static func fits(_ head: String) -> Bool {
    head.contains("class=\"factivalogo\"") || head.contains("factiva.com")
      || head.contains("class=\"articleparagraph")
      || (head.contains("<title>factiva") && head.contains("article"))
  }

  static func read(
    _ document: HTMLDocument, into assembler: inout RecordAssembler,
    give: (inout RecordAssembler) throws -> Void
  ) throws {
    for article in document.elements(.div) where isArticle(article, document) {
      let rows = document.elements(.tr, in: article).filter { row in
        document.children(of: row).first.map { document.hasClass("index", $0) } ?? false
      }
      if rows.isEmpty {
        guard readArticle(article, document, into: &assembler) else { continue }
      } else {
        readRows(rows, document, into: &assembler)
      }
      try give(&assembler)
    }
  }

  /// The inner one of two nested elements: `article` and `article deArticle`.
  private static func isArticle(_ node: Int, _ document: HTMLDocument) -> Bool {
    guard document.hasClass("article", node) else { return false }
    return !document.elements(.div, in: node).contains { document.hasClass("article", $0) }
  }

  // MARK: Rows

  private static func readRows(
    _ rows: [Int], _ document: HTMLDocument, into assembler: inout RecordAssembler
  ) {
    var lead: String?
    var rest: String?
    var day: String?
    var time: String?
    for row in rows {
      let cells = document.children(of: row)
      guard cells.count > 1, let code = document.line(of: cells[0]) else { continue }
      let value = document.line(of: cells[1])
      switch code {
      case "HD": assembler.add(.headline, value)
      case "BY": assembler.add(.author, value)
      case "PD": day = value
      case "ET": time = value
      case "SN": assembler.add(.source, value)
      case "SE": assembler.add(.section, value)
      case "LA": assembler.add(.language, value)
      case "LP": lead = document.paragraphs(of: cells[1])
      case "TD": rest = document.paragraphs(of: cells[1])
      default: assembler.addMetadata(code, value)
      }
    }
    assembler.addMetadata("ET", time)
    assembler.add(.date, day)
    let text = [lead, rest].compactMap { $0 }
    if !text.isEmpty { assembler.add(.text, text.joined(separator: "\n\n")) }
  }

  // MARK: Unlabelled elements

  private static func readArticle(
    _ article: Int, _ document: HTMLDocument, into assembler: inout RecordAssembler
  ) -> Bool {
    var lines: [String] = []
    var section: [String] = []
    var headline: String?
    var body: [String] = []
    for child in document.children(of: article) {
      let isParagraph = document.nodes[child].tag == .p || document.nodes[child].tag == .pre
      if isParagraph, document.hasClass("articleParagraph", child) || headline != nil {
        if let text = document.paragraphs(of: child) { body.append(text) }
      } else if document.hasID("hd", child) || isHeadline(child, document) {
        headline = document.line(of: child)
      } else if document.hasClass("author", child) {
        assembler.add(.author, document.line(of: child))
      } else if document.nodes[child].tag == .div, let line = document.line(of: child) {
        if headline == nil { section.append(line) } else { lines.append(line) }
      }
    }
    guard headline != nil || !body.isEmpty else { return false }
    assembler.add(.headline, headline)
    if !section.isEmpty { assembler.add(.section, section.joined(separator: "; ")) }
    readLines(lines, into: &assembler)
    // The last paragraph is the document's number, in whatever language.
    if let last = body.last, let number = documentNumber(last) {
      assembler.addMetadata("document", number)
      body.removeLast()
      // Above it stands the publisher.
      if let publisher = body.last, body.count > 1, publisher.utf8.count < 100,
        !publisher.hasSuffix("."), !publisher.hasSuffix("!"), !publisher.hasSuffix("?")
      {
        assembler.addMetadata("publisher", publisher)
        body.removeLast()
      }
    }
    assembler.add(.text, body.joined(separator: "\n\n"))
    return true
  }

  private static func isHeadline(_ node: Int, _ document: HTMLDocument) -> Bool {
    document.elements(.span, in: node).contains { span in
      document.value(.class, of: span)?.lowercased().contains("headline") ?? false
    }
  }

  /// Words, date, perhaps the time, outlet, its code, perhaps page and edition, language, copyright.
  private static func readLines(_ lines: [String], into assembler: inout RecordAssembler) {
    guard let dateIndex = lines.firstIndex(where: { isDate($0) }) else {
      for line in lines { assembler.addMetadata("note", line) }
      return
    }
    for line in lines[..<dateIndex] { assembler.addMetadata("words", line) }
    assembler.add(.date, lines[dateIndex])
    var rest = lines[(dateIndex + 1)...]
    if let time = rest.first, time.count <= 8, time.contains(":"), time.first?.isNumber == true {
      assembler.addMetadata("time", time)
      rest.removeFirst()
    }
    assembler.add(.source, rest.popFirst())
    assembler.addMetadata("source code", rest.popFirst())
    if let last = rest.last,
      last.contains("Copyright") || last.contains("©") || last.contains("(c)")
        || rest.count > 1
    {
      assembler.addMetadata("copyright", last)
      rest.removeLast()
    }
    if let language = rest.popLast() { assembler.add(.language, language) }
    for line in rest { assembler.addMetadata("page", line) }
  }

  private static func isDate(_ line: String) -> Bool {
    guard line.contains(where: \.isNumber), case .date(let date) = readDate(line) else {
      return false
    }
    return date.precision >= .day
  }

  /// `Dokument TAGON00020170401ed4100001`: a word, and letters with digits.
  private static func documentNumber(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard words.count <= 3, let last = words.last, last.utf8.count >= 20,
      last.utf8.allSatisfy({ $0 < 0x80 }), last.contains(where: \.isNumber)
    else { return nil }
    return String(last)
  }
}

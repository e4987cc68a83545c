import NewsModel

extension Format {
  /// APA DeFacto, the Austrian press database.
  public static let deFacto = pressHTML(
    DeFactoHTML.self, name: "apa-defacto",
    summary: "APA DeFacto HTML: a div of class eintrag an article")

  /// The clippings of the Dutch ministry of the interior.
  public static let clippings = pressHTML(
    ClippingsHTML.self, name: "bzk-html",
    summary: "BZK clippings HTML: articleTitle, sourceTitle, articleIntro")
}

/// `"Der Standard" vom 02.04.2013 Seite: 1 Ressort: SEITE 1` in a `pre`, then headline and text.
enum DeFactoHTML: PressHTMLGrammar {
  static func fits(_ head: String) -> Bool { head.contains("class=\"eintrag\"") }

  static func read(
    _ document: HTMLDocument, into assembler: inout RecordAssembler,
    give: (inout RecordAssembler) throws -> Void
  ) throws {
    for entry in document.elements(ofClass: "eintrag") {
      let pre = document.elements(.pre, in: entry).first
      let heading = document.elements(in: entry).first {
        document.nodes[$0].tag.traits.contains(.heading)
      }
      let line = pre.flatMap { document.line(of: $0) } ?? ""
      let parts = line.split(separator: "\"", maxSplits: 1)
      assembler.add(.source, parts.first?.trimmedText)
      if let start = line.firstRange(of: " vom ") {
        assembler.add(
          .date, line[start.upperBound...].split(separator: " ").first.map(String.init))
      }
      if let start = line.firstRange(of: "Ressort:") {
        assembler.add(.section, line[start.upperBound...].trimmedText)
      }
      assembler.addMetadata("header", line)
      assembler.add(.headline, heading.flatMap { document.line(of: $0) })
      assembler.add(
        .text, document.paragraphs(of: entry) { $0 == pre || $0 == heading })
      try give(&assembler)
    }
  }
}

/// Spans whose identifiers say what they hold, again and again.
enum ClippingsHTML: PressHTMLGrammar {
  /// One of the identifiers alone is on many web pages: six of the evaluation's have it.
  static func fits(_ head: String) -> Bool {
    head.contains("id=\"articletitle\"") && head.contains("id=\"sourcetitle\"")
      || head.contains("shwerkmap")
  }

  static func read(
    _ document: HTMLDocument, into assembler: inout RecordAssembler,
    give: (inout RecordAssembler) throws -> Void
  ) throws {
    var isOpen = false
    for span in document.elements() {
      switch document.value(.id, of: span) {
      case "articleTitle":
        if isOpen { try give(&assembler) }
        isOpen = true
        assembler.add(.headline, document.line(of: span))
      case "sourceTitle" where isOpen: assembler.add(.source, document.line(of: span))
      case "articleDate" where isOpen: assembler.add(.date, document.line(of: span))
      case "articlePage" where isOpen: assembler.addMetadata("page", document.line(of: span))
      case "articleIntro" where isOpen:
        if let text = document.paragraphs(of: span) {
          assembler.add("intro", .text(text), use: FieldUse(role: .summary, rank: -1))
        }
      case "articleText" where isOpen, "articleBody" where isOpen:
        assembler.add(.text, document.paragraphs(of: span))
      default: continue
      }
    }
    if isOpen { try give(&assembler) }
  }
}

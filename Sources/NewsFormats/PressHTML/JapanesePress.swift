import NewsModel

extension Format {
  /// Kikuzo, the archive of the Asahi Shimbun.
  public static let kikuzo = pressHTML(
    KikuzoHTML.self, name: "kikuzo-html", summary: "Kikuzo (朝日新聞 聞蔵) HTML: a table an article")

  /// Yomidasu, the archive of the Yomiuri Shimbun.
  public static let yomidasu = pressHTML(
    YomidasuHTML.self, name: "yomidasu-html",
    summary: "Yomidasu (読売新聞 ヨミダス) HTML: a table an article")
}

/// A table with number, date, edition, section, page and length; then one with headline and text.
enum KikuzoHTML: PressHTMLGrammar {
  static func fits(_ head: String) -> Bool {
    head.contains("topic-detail") && head.contains("topic-list")
  }

  static func read(
    _ document: HTMLDocument, into assembler: inout RecordAssembler,
    give: (inout RecordAssembler) throws -> Void
  ) throws {
    var columns: [String: String] = [:]
    for table in document.elements(.table) {
      if document.hasClass("topic-list", table) {
        let heads = document.elements(.th, in: table).map { document.line(of: $0) ?? "" }
        let cells = document.elements(.td, in: table).map { document.line(of: $0) ?? "" }
        columns = Dictionary(zip(heads, cells)) { first, _ in first }
      } else if document.hasClass("topic-detail", table) {
        assembler.add(.source, "朝日新聞")
        assembler.add(.date, columns["発行日"]?.filter { $0 != " " })
        assembler.add(.section, columns["面名"])
        assembler.add(.language, "ja")
        for name in ["No.", "朝夕刊", "ページ", "文字数"] {
          assembler.addMetadata(name, columns[name])
        }
        assembler.add(
          .headline,
          document.elements(ofClass: "font002", in: table).first
            .flatMap { document.line(of: $0) })
        let body =
          document.elements(ofClass: "detail001", in: table).first
          ?? document.elements(ofClass: "font003", in: table).first
        assembler.add(.text, body.flatMap { document.paragraphs(of: $0) })
        try give(&assembler)
        columns = [:]
      }
    }
  }
}

/// A row with number, date, headline, edition, section, page and length above the text.
enum YomidasuHTML: PressHTMLGrammar {
  static func fits(_ head: String) -> Bool {
    head.contains("heiseidetail") || head.contains("ヨミダス歴史館")
  }

  static func read(
    _ document: HTMLDocument, into assembler: inout RecordAssembler,
    give: (inout RecordAssembler) throws -> Void
  ) throws {
    var cells: [String] = []
    for node in document.elements() {
      if document.nodes[node].tag == .table, document.hasClass("contentsTable", node) {
        cells = document.elements(.th, in: node).map { document.line(of: $0) ?? "" }
      } else if document.hasID("heiseiDetailContents", node) || document.hasID("article", node) {
        guard !cells.isEmpty, let text = document.paragraphs(of: node) else { continue }
        assembler.add(.source, "読売新聞")
        assembler.add(.language, "ja")
        let date = cells.firstIndex { isDay($0) }
        assembler.add(.date, date.map { cells[$0] })
        let rest = Array(cells[((date ?? -1) + 1)...])
        assembler.add(.headline, rest.first)
        let names = ["edition", "section", "page", "length"]
        for (name, value) in zip(names, rest.dropFirst()) {
          if name == "section" {
            assembler.add(.section, value)
          } else {
            assembler.addMetadata(name, value)
          }
        }
        assembler.add(.text, text)
        try give(&assembler)
        cells = []
      }
    }
  }

  private static func isDay(_ cell: String) -> Bool {
    guard cell.utf8.count >= 8, case .date = readDate(cell) else { return false }
    return true
  }
}

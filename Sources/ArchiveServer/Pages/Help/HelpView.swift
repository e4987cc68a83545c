/// The guide to the query language. Its tables are those that the parser is tested with, and every example
/// is a link that asks it.
struct HelpView: View {
  private static let guide = GuideText(queryGuideText)

  func page() throws -> Page {
    Page(
      title: "The query language", hasHeading: false, part: .help,
      content: .group {
        Tag.div(.class("guide")) {
          contents
          Tag.div(.class("text")) { for block in Self.guide.blocks { Self.html(of: block) } }
        }
      }, command: ["query", "explain", "*ork lead:ferry"])
  }

  private var contents: HTML {
    Tag.nav(.class("contents"), .ariaLabel("Contents")) {
      Tag.ul {
        for case .heading(2, let title) in Self.guide.blocks {
          Tag.li { Tag.a(.href(Address(fragment: Self.anchor(of: title)))) { title } }
        }
      }
    }
  }

  /// The examples of the guide, as JSON: what is written, how it is read, what it finds.
  func json() throws -> JSON {
    let rows = Self.guide.blocks.flatMap { block -> [[String]] in
      if case .table(_, let rows) = block { return rows }
      return []
    }
    return [
      "examples": .array(
        rows.filter { $0.count == 3 }.map { row in
          func plain(_ cell: String) -> JSON { .string(cell.filter { $0 != "`" }) }
          return ["query": plain(row[0]), "reading": plain(row[1]), "finds": plain(row[2])]
        })
    ]
  }

  private static func html(of block: GuideText.Block) -> HTML {
    switch block {
    case .heading(1, let text): Tag.h1 { text }
    case .heading(2, let text): Tag.h2(.id(anchor(of: text))) { inlines(text) }
    case .heading(_, let text): Tag.h3 { inlines(text) }
    case .paragraph(let text): Tag.p { inlines(text) }
    case .list(let items): Tag.ul { for item in items { Tag.li { inlines(item) } } }
    case .code(let text): Tag.pre(.tabindex(0)) { Tag.code { text } }
    case .table(let head, let rows): table(head, rows)
    }
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> HTML {
    Tag.div(.class("scroll"), .tabindex(0), .role("region"), .ariaLabel("Examples")) {
      Tag.table {
        Tag.thead { Tag.tr { for cell in head { Tag.th(.scope("col")) { cell } } } }
        Tag.tbody {
          for row in rows {
            Tag.tr {
              for (index, cell) in row.enumerated() {
                if index == 0 {
                  Tag.th(.scope("row")) { example(cell) }
                } else {
                  Tag.td { inlines(cell) }
                }
              }
            }
          }
        }
      }
    }
  }

  /// An example as a link that asks it.
  private static func example(_ cell: String) -> HTML {
    let query = cell.filter { $0 != "`" }
    return Tag.a(.href(SearchAddress.articles(query))) { Tag.code { query } }
  }

  private static func inlines(_ text: String) -> HTML {
    .group {
      for inline in GuideText.inlines(of: text) {
        switch inline {
        case .text(let text), .link(let text): HTML(text: text)
        case .code(let text): Tag.code { text }
        case .strong(let text): Tag.strong { text }
        case .emphasis(let text): Tag.em { text }
        }
      }
    }
  }

  private static func anchor(of title: String) -> String {
    String(title.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}

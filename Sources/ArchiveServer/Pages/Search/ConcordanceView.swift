internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// Every hit of a query in its context.
struct ConcordanceView: View {
  private let question: SearchQuestion
  private let concordance: Concordance
  private let order: Concordance.Order

  private var address: SearchAddress { question.address }

  init(_ question: SearchQuestion) throws {
    self.question = question
    concordance = try Concordance(try question.asked(), in: question.reader)
    order = question.address.lines.order
  }

  func page() throws -> Page {
    let command = question.command(
      "kwic", options: address.lines == .newest ? [] : ["--sort", address.lines.rawValue])
    return try SearchPage(question: question).page(command: command) {
      if concordance.hasWords {
        try listing()
      } else {
        Tag.p(.class("total")) {
          "The query has no words that could be shown in their context; "
          Tag.a(.href(address.with { $0.tab = .articles }.address)) { "its articles" }
          " are listed."
        }
      }
    }
  }

  private func listing() throws -> HTML {
    let lines = try concordance.lines(order: order, limit: address.size, offset: address.from)
    return Tag.section(.class("listing", "wide"), .ariaLabel("Concordance")) {
      Tag.div(.class("summary")) {
        Tag.p(.class("total")) {
          Tag.strong { Pieces.count(concordance.total, "hit") }
          " in \(Pieces.count(concordance.articles, "article"))"
        }
        Tag.ul(.class("choices"), .ariaLabel("Order")) {
          for order in LineOrder.allCases {
            Tag.li {
              Tag.a(
                .href(address.with { ($0.lines, $0.from) = (order, 0) }.address),
                order == address.lines ? .ariaCurrent("true") : nil
              ) { order.rawValue }
            }
          }
        }
      }
      if !lines.isEmpty { Self.table(of: lines) }
      Pager(from: address.from, size: address.size, total: concordance.total) { start in
        address.with { $0.from = start }.address
      }.html
    }
  }

  private static func table(of lines: [ConcordanceLine]) -> HTML {
    Tag.div(.class("scroll"), .tabindex(0), .role("region"), .ariaLabel("Concordance lines")) {
      Tag.table(.class("kwic")) {
        Tag.thead {
          Tag.tr {
            Tag.th(.scope("col"), .class("left")) { "Before" }
            Tag.th(.scope("col"), .class("match")) { "Hit" }
            Tag.th(.scope("col")) { "After" }
            Tag.th(.scope("col")) { "Article" }
          }
        }
        Tag.tbody { for line in lines { row(of: line) } }
      }
    }
  }

  private static func row(of line: ConcordanceLine) -> HTML {
    Tag.tr {
      Tag.td(.class("left"), .dir(.auto)) { line.left }
      Tag.td(.class("match"), .dir(.auto)) { Tag.mark { line.match } }
      Tag.td(.dir(.auto)) { line.right }
      Tag.td(.class("where")) {
        Tag.a(.href(ArticleView.address(of: line.id)), .title(line.headline ?? "")) {
          line.date?.withoutTime.description ?? line.id.description
        }
        " "
        Tag.small { line.source ?? "" }
      }
    }
  }

  func json() throws -> JSON {
    let lines =
      concordance.hasWords
      ? try concordance.lines(order: order, limit: address.size, offset: address.from) : []
    let next = address.from + address.size
    return .object(
      question.json + [
        ("total", .integer(concordance.total)), ("articles", .integer(concordance.articles)),
        ("sort", .string(address.lines.rawValue)), ("from", .integer(address.from)),
        ("limit", .integer(address.size)),
        ("next_from", next < concordance.total ? .integer(next) : .null),
        (
          "lines",
          .array(
            lines.map {
              JSON(columns: ConcordanceTable.columns, row: ConcordanceTable.row(of: $0))
            })
        ),
      ])
  }

  func table() throws -> ViewTable? {
    let (concordance, order) = (concordance, order)
    return ViewTable(name: "concordance", columns: ConcordanceTable.columns) { write in
      guard concordance.hasWords else { return }
      try concordance.forEachLine(order: order) { line in
        try write(ConcordanceTable.row(of: line))
        return true
      }
    }
  }
}

/// The orders of a concordance that the page offers, by the names that the command has for them.
enum LineOrder: String, CaseIterable {
  case newest, oldest, source, left, right, match

  var order: Concordance.Order {
    switch self {
    case .newest: .newest
    case .oldest: .oldest
    case .source: .source
    case .left: .words([.left(1), .left(2), .left(3)])
    case .right: .words([.right(1), .right(2), .right(3)])
    case .match: .words([.match, .right(1), .right(2)])
    }
  }
}

internal import ArchiveExport
internal import ArchiveQuery

/// Which outlets have what a query finds, and how often for what they printed.
struct QuerySourcesView: View {
  private let question: SearchQuestion
  private let counts: Counts

  init(_ question: SearchQuestion) throws {
    self.question = question
    counts = try Counts(of: [try question.asked()], by: .source, in: question.reader)
  }

  func page() throws -> Page {
    let command = question.command("count", options: ["--by", "source"])
    return try SearchPage(question: question).page(command: command) {
      Tag.section(.class("listing", "wide"), .ariaLabel("Sources")) {
        Tag.p(.class("total")) {
          Tag.strong { Pieces.count(counts.rows.count, "source") }
        }
        Tag.div(.class("scroll"), .tabindex(0), .role("region"), .ariaLabel("Sources")) { listing }
      }
    }
  }

  private var listing: HTML {
    let largest = max(counts.rows.compactMap(\.rate).max() ?? 1, 1e-9)
    return Tag.table {
      Tag.thead {
        Tag.tr {
          Tag.th(.scope("col")) { "Source" }
          Tag.th(.scope("col"), .class("number")) { "Articles" }
          Tag.th(.scope("col"), .class("number")) { "of all" }
          Tag.th(.scope("col"), .class("number")) { "per 1,000" }
          Tag.th(.scope("col")) { Tag.span(.class("unseen")) { "Drawn" } }
        }
      }
      Tag.tbody { for row in counts.rows { html(of: row, largest: largest) } }
    }
  }

  private func html(of row: Counts.Row, largest: Double) -> HTML {
    Tag.tr {
      Tag.th(.scope("row")) {
        if let condition = FacetField.source.condition(row.value), let query = question.query {
          Tag.a(
            .href(
              question.address.asking(query.narrowed(by: condition)).with { $0.tab = .articles }
                .address)
          ) { row.value ?? "(no source)" }
        }
      }
      Tag.td(.class("number")) { grouped(row.count) }
      Tag.td(.class("number")) { grouped(row.all) }
      Tag.td(.class("number")) { row.rate.map { decimal($0, places: 1) } ?? "" }
      Tag.td(.class("drawn")) {
        Tag.svg(.viewBox(100, 8), .stretched, .ariaHidden) {
          Tag.rect(
            .class("bar"), .x(0), .y(0), .rectWidth((row.rate ?? 0) / largest * 100),
            .rectHeight(8))
        }
      }
    }
  }

  func json() throws -> JSON {
    .object(
      question.json + [
        (
          "counts",
          .array(
            counts.rows.map {
              JSON(columns: CountTable.columns(of: counts), row: CountTable.row(of: $0, in: counts))
            })
        )
      ])
  }

  func table() throws -> ViewTable? {
    let counts = counts
    return ViewTable(name: "sources", columns: CountTable.columns(of: counts)) { write in
      for row in counts.rows { try write(CountTable.row(of: row, in: counts)) }
    }
  }
}

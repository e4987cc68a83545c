internal import ArchiveExport
internal import ArchiveQuery

/// How often a query finds something, over time.
struct QueryTrendView: View {
  private let question: SearchQuestion
  private let counts: Counts
  private let field: CountField

  private var address: SearchAddress { question.address }
  static let fields: [CountField] = [.day, .week, .month, .quarter, .year]

  init(_ question: SearchQuestion) throws {
    self.question = question
    field = try question.visit.choice("by", else: CountField.month)
    counts = try Counts(of: [try question.asked()], by: field, in: question.reader)
  }

  func page() throws -> Page {
    let command = question.command("count", options: ["--by", field.rawValue])
    return try SearchPage(question: question).page(command: command) {
      Tag.section(.class("listing", "wide"), .ariaLabel("Trend")) {
        Tag.div(.class("summary")) {
          Tag.p(.class("total")) {
            Tag.strong { Pieces.count(counts.rows.reduce(0) { $0 + $1.count }, "article") }
            ", and how many of all there are of each \(field.rawValue)"
          }
          Tag.ul(.class("choices"), .ariaLabel("Period")) {
            for field in Self.fields {
              Tag.li {
                Tag.a(
                  .href(
                    Address(
                      ["search"],
                      query: [("q", address.text), ("tab", "trends"), ("by", field.rawValue)])),
                  field == self.field ? .ariaCurrent("true") : nil
                ) { field.rawValue }
              }
            }
          }
        }
        TrendPiece(counts: counts, image: imageAddress).html
      }
    }
  }

  /// The address of the drawing: this view as SVG.
  private var imageAddress: Address {
    Address(
      ["search.svg"],
      query: [("q", address.text), ("tab", "trends"), ("by", field.rawValue)])
  }

  func json() throws -> JSON {
    .object(
      question.json + [
        ("by", .string(field.rawValue)),
        (
          "counts",
          .array(
            counts.rows.map {
              JSON(columns: CountTable.columns(of: counts), row: CountTable.row(of: $0, in: counts))
            })
        ),
      ])
  }

  func table() throws -> ViewTable? {
    let counts = counts
    return ViewTable(name: "counts", columns: CountTable.columns(of: counts)) { write in
      for row in counts.rows { try write(CountTable.row(of: row, in: counts)) }
    }
  }

  func response(as form: Request.Form) throws -> Response? {
    form == .svg ? Response(.svg, text: SVGChart(Chart(counts)).text) : nil
  }
}

/// Counts as a drawing and a table.
struct TrendPiece {
  let counts: Counts
  let image: Address

  var html: HTML {
    .group {
      Tag.figure(.class("chart")) {
        Tag.img(
          .src(image), .width(960), .height(460),
          .alt("A chart of the numbers in the table below"))
      }
      Tag.details {
        Tag.summary { "The numbers" }
        Tag.div(.class("scroll"), .tabindex(0), .role("region"), .ariaLabel("Counts")) { table }
      }
    }
  }

  private var table: HTML {
    let columns = CountTable.columns(of: counts)
    return Tag.table {
      Tag.thead {
        Tag.tr {
          for column in columns {
            Tag.th(.scope("col")) { column.replacing("_", with: " ") }
          }
        }
      }
      Tag.tbody {
        for row in counts.rows {
          Tag.tr {
            for cell in CountTable.row(of: row, in: counts) { Self.cell(cell) }
          }
        }
      }
    }
  }

  private static func cell(_ cell: Cell) -> HTML {
    switch cell {
    case .integer(let number): Tag.td(.class("number")) { grouped(number) }
    case .real(let number): Tag.td(.class("number")) { decimal(number, places: 2) }
    case .text(let text): Tag.td { text }
    case .missing: Tag.td { "" }
    }
  }
}

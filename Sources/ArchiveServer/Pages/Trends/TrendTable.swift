internal import ArchiveExport
internal import ArchiveQuery

/// Counts as a table: a row a period, a column a query, in the order and with the numbers of the chart.
struct TrendTable {
  let counts: Counts
  let question: TrendsQuestion

  /// More rows than that are in the CSV form.
  private static let most = 1_000

  var html: HTML {
    let rows = counts.series.first ?? []
    let isFolded = rows.count > 40
    let table = Self.most < rows.count ? shortened : whole(rows.count)
    return Tag.section(.ariaLabelledBy("numbers")) {
      Tag.h2(.id("numbers")) { "The numbers" }
      Tag.p(.class("hint")) {
        counts.unit == .articles
          ? "Articles, and of each 1,000 articles of that time or value how many they are."
          : "Hits, and how many there are in each million words of that time or value."
      }
      if isFolded {
        Tag.details {
          Tag.summary { Pieces.count(rows.count, "row") }
          table
        }
      } else {
        table
      }
    }
  }

  private var shortened: HTML {
    .group {
      whole(Self.most)
      Tag.p(.class("hint")) { "The first \(grouped(Self.most)) rows; all are in the CSV form." }
    }
  }

  private func whole(_ limit: Int) -> HTML {
    let first = counts.series.first ?? []
    let isSeveral = counts.series.count > 1
    return TableSection(
      label: "The numbers",
      heads: [.text(counts.field?.rawValue ?? "")]
        + counts.series.enumerated().map { index, rows in
          .number((isSeveral ? "\(index + 1) " : "") + (rows.first?.query ?? ""))
        } + [.number(counts.unit == .articles ? "all articles" : "all words")]
    ).html {
      for index in first.indices.prefix(limit) {
        Tag.tr {
          Tag.th(.scope("row"), .dir(.auto)) { first[index].value ?? "(not known)" }
          for rows in counts.series {
            Tag.td(.class("number")) {
              grouped(rows[index].count)
              " "
              Tag.small { rows[index].rate.map { decimal($0, places: 1) } ?? "–" }
            }
          }
          TableSection.number(first[index].all)
        }
      }
    }
  }
}

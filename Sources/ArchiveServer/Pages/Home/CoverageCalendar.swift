internal import ArchiveExport
internal import ArchiveQuery

/// How many articles there are of each month: a row a year, a cell a month, darker where there are more.
struct CoverageCalendar {
  /// A month and its articles.
  struct Month: Sendable {
    /// `2019-03`
    let name: String
    let articles: Int
    var year: Substring { name.prefix(4) }
  }

  let months: [Month]

  /// More years than that are folded away.
  private static let years = 25

  static func months(_ reader: ArchiveReader) throws -> [Month] {
    try Counts(of: [Query(parsing: "")], by: .month, in: reader).rows
      .filter { $0.isOnAxis }.map { Month(name: $0.value ?? "", articles: $0.count) }
  }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  var html: HTML {
    guard let first = months.first, let last = months.last,
      let from = Int(first.year), let to = Int(last.year)
    else { return HTML() }
    let counts = Dictionary(months.map { ($0.name, $0.articles) }) { $1 }
    let most = max(1, counts.values.max() ?? 1)
    // Years without an article, between some that have, are what the calendar shows first.
    let years = Array((from...to).reversed())
    return Tag.section(.class("coverage"), .ariaLabelledBy("coverage")) {
      Tag.h2(.id("coverage")) { "Coverage" }
      table(of: years.prefix(Self.years), counts, most)
      if years.count > Self.years {
        Tag.details {
          Tag.summary { "\(years.count - Self.years) more years" }
          table(of: years.dropFirst(Self.years), counts, most)
        }
      }
    }
  }

  private func table(
    of years: ArraySlice<Int>, _ counts: [String: Int], _ most: Int
  ) -> HTML {
    Tag.div(.class("scroll"), .tabindex(0), .role("region"), .ariaLabel("Articles by month")) {
      Tag.table(.class("calendar")) {
        Tag.thead {
          Tag.tr {
            Tag.th(.scope("col")) { Tag.span(.class("unseen")) { "Year" } }
            for name in Self.names {
              Tag.th(.scope("col"), .title(name)) { name.prefix(1) }
            }
          }
        }
        Tag.tbody {
          for year in years {
            Tag.tr {
              Tag.th(.scope("row")) { String(year) }
              for month in 1...12 {
                cell(
                  "\(year)-\(month < 10 ? "0" : "")\(month)", Self.names[month - 1], counts, most)
              }
            }
          }
        }
      }
    }
  }

  private func cell(
    _ name: String, _ title: String, _ counts: [String: Int], _ most: Int
  ) -> HTML {
    let count = counts[name] ?? 0
    guard count > 0 else {
      return Tag.td(.class("level-0")) { Tag.span(.class("unseen")) { "none" } }
    }
    let level = 1 + Int(Double(count) / Double(most) * 3.999)
    return Tag.td(.class("level-\(level)")) {
      Tag.a(
        .href(SearchAddress.articles("date:\(name)")),
        .title("\(title) \(name.prefix(4)): \(Pieces.count(count, "article"))")
      ) {
        Tag.span { Self.short(count) }
      }
    }
  }

  /// `87`, `1.2k`, `34k`
  private static func short(_ number: Int) -> String {
    switch number {
    case ..<1000: String(number)
    case ..<10_000: decimal(Double(number) / 1000, places: 1) + "k"
    case ..<1_000_000: "\(number / 1000)k"
    default: decimal(Double(number) / 1_000_000, places: 1) + "M"
    }
  }
}

internal import ArchiveExport
internal import ArchiveQuery
internal import ArchiveStorage
internal import NewsModel

/// The outlets, and what is missing or odd about each.
struct SourcesView: View {
  private let visit: Visit
  private let sources: [SourceHealth]

  init(_ visit: Visit) throws {
    self.visit = visit
    sources = try Self.sources(visit.site, visit.reader)
  }

  /// What takes a look at all of the archive.
  static func sources(_ site: Site, _ reader: ArchiveReader) throws -> [SourceHealth] {
    try site.memory.value("health", of: site.archive.path) { try reader.sourceHealth() }
  }

  func page() throws -> Page {
    Page(
      title: "Sources", part: .sources,
      content: .group {
        Tag.div(.class("summary")) {
          Tag.p(.class("total")) {
            Tag.strong { Pieces.count(sources.count, "source") }
            ", and what is missing or odd: each number is a link to what it is about"
          }
          Tag.p {
            Tag.a(.href(Address(["imports"]))) { "Imports and rejected records" }
          }
        }
        listing
        if sources.contains(where: { $0.copies == nil }) {
          Pieces.notice(.warning) {
            Tag.p {
              "It is not known of all articles whether they are copies. "
              Tag.code { ShellWords.line(["backfile"] + visit.command("duplicates", "update")) }
              " finds out."
            }
          }
        }
      }, command: visit.command("sources", options: ["--health"]), forms: [.json, .csv])
  }

  private var listing: HTML {
    TableSection(
      label: "Sources",
      heads: [
        .text("Source"), .number("Articles"), .text("From, to"), .number("Months without"),
        .number("No date"), .number("No author"), .number("Boilerplate"), .number("Copies"),
        .number("Odd dates"),
      ]
    ).html {
      for source in sources {
        let all = source.summary.articles
        Tag.tr {
          Tag.th(.scope("row"), .dir(.auto)) {
            if let name = source.summary.name {
              Tag.a(.href(SourceView.address(of: name))) { name }
            } else {
              Tag.a(.href(SearchAddress.articles("no:source"))) { "(no source)" }
            }
          }
          TableSection.number(all)
          TableSection.span(
            source.summary.first?.description, source.summary.last?.description)
          linked(source.missingMonths, of: source.months.count, source, nil)
          linked(source.undated, of: all, source, "no:date")
          linked(source.unsigned, of: all, source, "no:author")
          Tag.td(.class("number")) { Pieces.percent(source.summary.boilerplateShare) }
          linked(source.copies, of: all, source, "is:duplicate")
          linked(source.oddlyDated, of: all, source, nil)
        }
      }
    }
  }

  /// A number and its part, linked to the articles, or to the outlet's page.
  private func linked(
    _ number: Int?, of all: Int, _ source: SourceHealth, _ condition: String?
  ) -> HTML {
    guard let number, number > 0 else { return TableSection.part(number, of: all) }
    let page = source.summary.name.map { SourceView.address(of: $0) }
    let address =
      condition.map { SearchAddress.articles("\(source.condition) \($0)") } ?? page
    return Tag.td(.class("number")) {
      if let address {
        Tag.a(.href(address)) { grouped(number) }
      } else {
        grouped(number)
      }
      " "
      Tag.small { Pieces.percent(Double(number) / Double(max(1, all))) }
    }
  }

  func json() throws -> JSON {
    [
      "sources": .array(
        sources.map { JSON(columns: SourceHealthTable.columns, row: SourceHealthTable.row(of: $0)) }
      )
    ]
  }

  func table() throws -> ViewTable? {
    let sources = sources
    return ViewTable(name: "sources", columns: SourceHealthTable.columns) { write in
      for source in sources { try write(SourceHealthTable.row(of: source)) }
    }
  }
}

extension SourceHealth {
  /// The condition, in the query language, that finds the outlet's articles.
  var condition: String { FacetField.source.condition(summary.name) ?? "" }
}

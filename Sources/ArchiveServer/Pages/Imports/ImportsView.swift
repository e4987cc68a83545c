internal import ArchiveExport
internal import ArchiveQuery
internal import ArchiveStorage

/// What was imported when, and what became of it.
struct ImportsView: View {
  private let visit: Visit
  private let runs: [ImportRun]
  private let from: Int
  private let size: Int

  init(_ visit: Visit) throws {
    self.visit = visit
    from = try visit.number("from", else: 0)
    size = try visit.number("limit", else: 50, in: 1...500)
    runs = try visit.reader.importRuns()
  }

  private var shown: ArraySlice<ImportRun> { runs.dropFirst(from).prefix(size) }

  func page() throws -> Page {
    Page(
      title: "Imports", part: .sources,
      content: .group {
        Tag.p(.class("back")) { Tag.a(.href(SitePart.sources.address)) { "Sources" } }
        Tag.p(.class("total")) { Tag.strong { Pieces.count(runs.count, "import") } }
        if !shown.isEmpty { listing }
        Pager(from: from, size: size, total: runs.count) {
          Address(["imports"], query: [("from", $0 == 0 ? nil : String($0))])
        }.html
      }, command: visit.command("imports"), forms: [.json, .csv])
  }

  private var listing: HTML {
    TableSection(
      label: "Imports",
      heads: [
        .text("Began"), .text("Files"), .number("Read"), .number("New"), .number("Known"),
        .number("Updated"), .number("Rejected"), .text("State"),
      ]
    ).html {
      for run in shown {
        Tag.tr {
          Tag.th(.scope("row"), .class("when")) {
            Tag.a(.href(ImportView.address(of: run.id))) { ImportView.minute(run.started) }
          }
          Tag.td { ImportView.files(of: run) }
          TableSection.number(run.counts.read)
          TableSection.number(run.counts.added)
          TableSection.number(run.counts.duplicates)
          TableSection.number(run.counts.updated)
          TableSection.part(run.counts.rejected, of: run.counts.read)
          Tag.td { ImportView.state(of: run) }
        }
      }
    }
  }

  func json() throws -> JSON {
    [
      "total": .integer(runs.count), "from": .integer(from), "limit": .integer(size),
      "next_from": from + size < runs.count ? .integer(from + size) : .null,
      "imports": .array(
        shown.map { JSON(columns: ImportTable.columns, row: ImportTable.row(of: $0)) }),
    ]
  }

  func table() throws -> ViewTable? {
    let runs = runs
    return ViewTable(name: "imports", columns: ImportTable.columns) { write in
      for run in runs { try write(ImportTable.row(of: run)) }
    }
  }
}

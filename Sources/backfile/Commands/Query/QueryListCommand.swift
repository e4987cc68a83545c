import ArchiveExport
import ArchiveStorage
import ArgumentParser

struct QueryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the saved queries.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let queries = try SavedQueryStore(archive.archive).all()
    try output.write(
      columns: ["name", "query", "last_run", "description"],
      rows: queries.map { query in
        [.text(query.name), .text(query.query), .text(query.lastRun), .text(query.description)]
      })
  }
}

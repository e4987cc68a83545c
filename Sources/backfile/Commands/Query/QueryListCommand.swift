import ArchiveExport
import ArchiveStorage
import ArgumentParser

struct QueryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the saved queries.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    var table = try output.tableWriterOrTable()
    try table.begin(columns: ["name", "query", "last_run", "description"])
    for query in try SavedQueryStore(archive.archive).all() {
      try table.write([
        .text(query.name), .text(query.query), .text(query.lastRun), .text(query.description),
      ])
    }
    try table.end()
  }
}

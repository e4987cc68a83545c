import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct ImportsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the imports, the latest first.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    var table = try output.tableWriterOrTable()
    try table.begin(columns: ImportTable.columns)
    for run in try ArchiveReader(archive.archive).importRuns() {
      try table.write(ImportTable.row(of: run))
    }
    try table.end()
  }
}

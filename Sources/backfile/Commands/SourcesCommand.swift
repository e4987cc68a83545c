import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "List the outlets, with how much the archive has of each.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let list = try SourceList(try ArchiveReader(archive.archive))
    var table = try output.tableWriterOrTable()
    try table.begin(columns: SourceTable.columns)
    for source in list.sources { try table.write(SourceTable.row(of: source)) }
    try table.end()
  }
}

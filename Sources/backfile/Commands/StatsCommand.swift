import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Say how much of everything the archive has.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let statistics = try ArchiveStatistics(try ArchiveReader(archive.archive))
    var table = try output.tableWriterOrTable()
    try table.begin(columns: StatisticsTable.columns)
    for row in StatisticsTable.rows(of: statistics) { try table.write(row) }
    try table.end()
  }
}

import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct ImportsRejectsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejects",
    abstract: "List the records of an import that could not become articles, with the reasons.")

  @Argument(help: ArgumentHelp("The import's number.", valueName: "import"))
  var number: Int

  @Flag(help: "Only count the reasons.")
  var reasons = false

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let reader = try ArchiveReader(archive.archive)
    try reader.require(number)
    var table = try output.tableWriterOrTable()
    if reasons {
      try table.begin(columns: ["reason", "records"])
      for reason in try reader.rejectReasons(ofRun: number) {
        try table.write([.text(reason.reason), .integer(reason.records)])
      }
    } else {
      try table.begin(columns: ImportTable.rejectColumns)
      try reader.forEachReject(ofRun: number) { try table.write(ImportTable.row(of: $0)) }
    }
    try table.end()
  }
}

import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct ImportsFilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract: "List the files of an import, those with problems first.")

  @Argument(help: ArgumentHelp("The import's number.", valueName: "import"))
  var number: Int

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let reader = try ArchiveReader(archive.archive)
    try reader.require(number)
    var table = try output.tableWriterOrTable()
    try table.begin(columns: ImportTable.fileColumns)
    for file in try reader.importedFiles(ofRun: number) {
      try table.write(ImportTable.row(of: file))
    }
    try table.end()
  }
}

extension ArchiveReader {
  /// Fails where there is no import of this number.
  func require(_ run: Int) throws {
    guard try importRun(run) == nil else { return }
    throw CommandFailure(
      message: "there is no import \(run); `backfile imports` lists them")
  }
}

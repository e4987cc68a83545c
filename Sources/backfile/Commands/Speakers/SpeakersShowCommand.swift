import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct SpeakersShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Count how one speaker is quoted: by kind, reporting word, outlet and period.",
    discussion: """
        backfile speakers show "Martha Dunmore"
      """)

  @Argument(help: ArgumentHelp("The name, as it is listed, or an alias.", valueName: "name"))
  var name: String

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let reader = try ArchiveReader(archive.archive)
    guard let profile = try SpeakerProfile(of: name, in: reader) else {
      throw CommandFailure(
        message: "there is no speaker “\(name)”; `backfile speakers` lists them")
    }
    var table = try output.tableWriterOrTable()
    try table.begin(columns: SpeakerProfileTable.columns)
    for row in SpeakerProfileTable.rows(of: profile) { try table.write(row) }
    try table.end()
  }
}

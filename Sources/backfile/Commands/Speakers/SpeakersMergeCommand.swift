import ArchiveStorage
import ArgumentParser

struct SpeakersMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Say that several speakers are one.",
    discussion: """
        backfile speakers merge "M. Dunmore" "Mrs Dunmore" --into "Martha Dunmore"
      """)

  @Argument(help: ArgumentHelp("Names that mean the same.", valueName: "name"))
  var names: [String]

  @Option(help: ArgumentHelp("The speaker whom they mean.", valueName: "name"))
  var into: String

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    let leader = try SpeakerCorrections(archive.archive).merge(names, into: into)
    Console.inform("\(names.map { "“\($0)”" }.joined(separator: ", ")) → “\(leader)”")
  }
}

import ArchiveStorage
import ArgumentParser

struct SpeakersAliasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias",
    abstract: "Give a speaker another name, which articles to come may use.",
    discussion: """
        backfile speakers alias "the Iron Clerk" "Martha Dunmore"
      """)

  @Argument(help: "The other name; the archive need not have it yet.")
  var alias: String

  @Argument(help: ArgumentHelp("The speaker.", valueName: "name"))
  var name: String

  @OptionGroup var archive: ArchiveOption

  func validate() throws {
    if alias.allSatisfy(\.isWhitespace) { throw ValidationError("The alias is empty.") }
  }

  func run() throws {
    let leader = try SpeakerCorrections(archive.archive).addAlias(alias, of: name)
    Console.inform("“\(alias)” → “\(leader)”")
  }
}

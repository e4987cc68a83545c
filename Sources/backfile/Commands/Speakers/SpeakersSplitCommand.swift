import ArchiveStorage
import ArgumentParser

struct SpeakersSplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Take a merge or an alias back: the name is a speaker of its own again.",
    discussion: """
        backfile speakers split "M. Dunmore"
      """)

  @Argument(help: "A name that stands for another speaker.")
  var name: String

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    guard let leader = try SpeakerCorrections(archive.archive).split(name) else {
      throw CommandFailure(message: "“\(name)” stands for nobody else")
    }
    Console.inform("“\(name)” is not “\(leader)” any more")
  }
}

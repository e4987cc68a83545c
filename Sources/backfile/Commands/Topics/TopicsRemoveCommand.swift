import ArchiveStorage
import ArgumentParser

struct TopicsRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forget topics.")

  @Argument(help: ArgumentHelp("The topics' names.", valueName: "name"))
  var names: [String]

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    for name in names {
      try TopicStore(archive.archive).remove(name)
      Console.inform("“\(name)” is no topic any more")
    }
  }
}

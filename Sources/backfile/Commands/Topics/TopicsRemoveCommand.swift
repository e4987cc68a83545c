import ArchiveQuery
import ArgumentParser

struct TopicsRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Forget topics, unless other topics or saved queries name them.")

  @Argument(help: ArgumentHelp("The topics' names.", valueName: "name"))
  var names: [String]

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    try TopicChanges(archive.archive).remove(names)
    for name in names { Console.inform("“\(name)” is no topic any more") }
  }
}

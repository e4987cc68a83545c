import ArchiveQuery
import ArgumentParser

struct TopicsRenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give a topic another name, in the topics and saved queries that name it, too.")

  @Argument(help: "The topic's name.")
  var name: String

  @Argument(help: ArgumentHelp("Its new name.", valueName: "new"))
  var new: String

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    let naming = try TopicChanges(archive.archive).rename(name, to: new)
    let names = naming.map { "“\($0)”" }.joined(separator: ", ")
    Console.inform("“\(name)” → “\(new)”" + (naming.isEmpty ? "" : "; also in \(names)"))
  }
}

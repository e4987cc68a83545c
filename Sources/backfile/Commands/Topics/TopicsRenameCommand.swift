import ArchiveStorage
import ArgumentParser

struct TopicsRenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Give a topic another name.")

  @Argument(help: "The topic's name.")
  var name: String

  @Argument(help: ArgumentHelp("Its new name.", valueName: "new"))
  var new: String

  @OptionGroup var archive: ArchiveOption

  func validate() throws {
    if !new.contains(where: { $0.isLetter || $0.isNumber }) {
      throw ValidationError("“\(new)” is no name: it has no letter and no digit.")
    }
  }

  func run() throws {
    try TopicStore(archive.archive).rename(name, to: new)
    Console.inform("“\(name)” → “\(new)”")
  }
}

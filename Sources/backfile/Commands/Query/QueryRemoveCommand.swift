import ArchiveStorage
import ArgumentParser

struct QueryRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forget a saved query.")

  @Argument(help: "The query's name.")
  var name: String

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    try SavedQueryStore(archive.archive).remove(name)
    Console.inform("“\(name)” is forgotten")
  }
}

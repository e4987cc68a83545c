import ArchiveQuery
import ArchiveStorage
import ArgumentParser

struct QuerySaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Keep a query under a name.")

  @Argument(help: "The name.")
  var name: String

  @OptionGroup var input: QueryInput

  @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
  var description: String?

  @Flag(help: "Put it in the place of one of the same name.")
  var replace = false

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    let query = try input.query()
    try SavedQueryStore(archive.archive).save(
      query.text, as: name, description: description, replacing: replace)
    Console.inform("“\(name)”: \(query.reading)")
  }
}

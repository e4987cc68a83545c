import ArchiveQuery
import ArchiveStorage
import ArgumentParser

struct QuerySaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Keep a query under a name.")

  @OptionGroup var named: NamedQueryInput

  func run() throws {
    let query = try named.input.query()
    try SavedQueryStore(named.archive.archive).save(
      query.text, as: named.name, description: named.description, replacing: named.replace)
    Console.inform("“\(named.name)”: \(query.reading)")
  }
}

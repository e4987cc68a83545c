import ArchiveExport
import ArchiveQuery
import ArchiveStorage
import ArgumentParser

struct TopicsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Give a query a name.")

  @OptionGroup var named: NamedQueryInput

  func validate() throws {
    if named.input.words.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("A topic needs a query.")
    }
  }

  func run() throws {
    let query = try named.input.query()
    let archive = named.archive.archive
    try TopicStore(archive).add(
      [Topic(name: named.name, query: query.text, description: named.description)],
      replacing: named.replace)
    let count = try ArticleSearch(query, in: ArchiveReader(archive)).total()
    Console.inform("“\(named.name)”: \(query.reading); \(grouped(count)) articles")
  }
}

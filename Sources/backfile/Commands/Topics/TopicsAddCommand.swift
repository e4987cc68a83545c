import ArchiveExport
import ArchiveQuery
import ArchiveStorage
import ArgumentParser

struct TopicsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Give a query a name.")

  @Argument(help: "The name.")
  var name: String

  @OptionGroup var input: QueryInput

  @Option(help: ArgumentHelp("What is meant by it.", valueName: "text"))
  var description: String?

  @Flag(help: "Put it in the place of one of the same name.")
  var replace = false

  @OptionGroup var archive: ArchiveOption

  func validate() throws {
    if !name.contains(where: { $0.isLetter || $0.isNumber }) {
      throw ValidationError("“\(name)” is no name: it has no letter and no digit.")
    }
    if input.words.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("A topic needs a query.")
    }
  }

  func run() throws {
    let query = try input.query()
    try TopicStore(archive.archive).add(
      [Topic(name: name, query: query.text, description: description)], replacing: replace)
    let named = Topic(name: name, query: query.text)
    let count = try TopicCounts.rows(
      of: [named], by: nil, in: ArchiveReader(archive.archive)
    ).first?.articles
    Console.inform("“\(name)”: \(query.reading); \(grouped(count ?? 0)) articles")
  }
}

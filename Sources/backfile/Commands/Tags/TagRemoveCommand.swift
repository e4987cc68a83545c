import ArchiveExport
import ArchiveStorage
import ArgumentParser

struct TagRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a tag from articles, or from all of them.")

  @Argument(help: "The tag.")
  var tag: String

  @OptionGroup var input: ArticleInput

  @Flag(help: "From all articles, with what was learnt of it.")
  var all = false

  @OptionGroup var archive: ArchiveOption

  func validate() throws {
    if input.isEmpty != all {
      throw ValidationError("Say which articles: their ids, --query, or --all.")
    }
  }

  func run() throws {
    let articles = all ? nil : try input.articles(in: archive.archive)
    let count = try TagStore(archive.archive).remove(tag, from: articles)
    Console.inform("taken from \(grouped(count)) articles")
  }
}

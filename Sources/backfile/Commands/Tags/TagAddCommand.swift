import ArchiveExport
import ArchiveStorage
import ArgumentParser

struct TagAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Give articles a tag.")

  @Argument(help: "The tag.")
  var tag: String

  @OptionGroup var input: ArticleInput
  @OptionGroup var archive: ArchiveOption

  func validate() throws {
    if input.isEmpty { throw ValidationError("Say which articles: their ids, or --query.") }
  }

  func run() throws {
    let articles = try input.articles(in: archive.archive)
    let new = try TagStore(archive.archive).tag(articles, tag)
    Console.inform("“\(tag)”: \(grouped(articles.count)) articles, \(grouped(new)) of them new")
  }
}

import ArchiveExport
import ArchiveStorage
import ArgumentParser

struct TagRejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Say that a tag does not fit articles: a classifier learns from that, too.")

  @Argument(help: "The tag.")
  var tag: String

  @OptionGroup var input: ArticleInput
  @OptionGroup var archive: ArchiveOption

  func validate() throws {
    if input.isEmpty { throw ValidationError("Say which articles: their ids, or --query.") }
  }

  func run() throws {
    let articles = try input.articles(in: archive.archive)
    let new = try TagStore(archive.archive).tag(articles, tag, holds: false)
    Console.inform(
      "not “\(tag)”: \(grouped(articles.count)) articles, \(grouped(new)) of them new")
  }
}

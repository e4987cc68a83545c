import ArchiveExport
import ArchiveStorage
import ArgumentParser

/// What people say of a tag and articles: that it fits them, or that it does not.
struct TagJudgement: ParsableArguments {
  @Argument(help: "The tag.")
  var tag: String

  @OptionGroup var input: ArticleInput
  @OptionGroup var archive: ArchiveOption

  mutating func validate() throws {
    if input.isEmpty { throw ValidationError("Say which articles: their ids, or --query.") }
  }

  /// Keeps it, and says of how many articles.
  func keep(holds: Bool) throws {
    let articles = try input.articles(in: archive.archive)
    let new = try TagStore(archive.archive).tag(articles, tag, holds: holds)
    Console.inform(
      "\(holds ? "" : "not ")“\(tag)”: \(grouped(articles.count)) articles, \(grouped(new)) of them new"
    )
  }
}

import ArchiveExport
import ArchiveStorage
import ArgumentParser

struct TagListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the tags and how many articles have them, or an article's."
  )

  @Argument(help: ArgumentHelp("An article's id.", valueName: "id"))
  var article: String?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = TagStore(archive.archive)
    if let article {
      let tags = try store.tags(of: try ArticleInput.id(article))
      return try output.write(
        columns: ["tag", "holds", "given_by", "score"],
        rows: tags.map { tag in
          [
            .text(tag.name), .integer(tag.holds ? 1 : 0),
            .text(tag.score == nil ? "hand" : "classifier"),
            tag.score.map { .real($0) } ?? .missing,
          ]
        })
    }
    try output.write(
      columns: ["tag", "by_hand", "by_classifier", "rejected"],
      rows: try store.all().map { tag in
        [
          .text(tag.name), .integer(tag.byHand), .integer(tag.byModel), .integer(tag.rejected),
        ]
      })
  }
}

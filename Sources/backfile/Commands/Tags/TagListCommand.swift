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
    var table = try output.tableWriterOrTable()
    if let article {
      try table.begin(columns: ["tag", "holds", "given_by", "score"])
      for tag in try store.tags(of: try ArticleInput.id(article)) {
        try table.write([
          .text(tag.name), .integer(tag.holds ? 1 : 0),
          .text(tag.score == nil ? "hand" : "classifier"),
          tag.score.map { .real($0) } ?? .missing,
        ])
      }
    } else {
      try table.begin(columns: ["tag", "by_hand", "by_classifier", "rejected"])
      for tag in try store.all() {
        try table.write([
          .text(tag.name), .integer(tag.byHand), .integer(tag.byModel), .integer(tag.rejected),
        ])
      }
    }
    try table.end()
  }
}

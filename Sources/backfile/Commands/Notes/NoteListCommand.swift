import ArchiveExport
import ArchiveStorage
import ArgumentParser
import NewsModel

struct NoteListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the notes on an article, or on all.")

  @Argument(help: ArgumentHelp("The article's id.", valueName: "id"))
  var article: String?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let notes = try NoteStore(archive.archive).notes(on: try article.map(ArticleInput.id))
    try output.write(
      columns: ["note", "article_id", "made", "text"],
      rows: notes.map { note in
        [
          .integer(note.id), .text(note.article.description), .text(note.made), .text(note.text),
        ]
      })
  }
}

import ArchiveStorage
import ArgumentParser

struct NoteAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Write a note on an article.")

  @Argument(help: ArgumentHelp("The article's id.", valueName: "id"))
  var article: String

  @Argument(help: "The note.")
  var text: [String]

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    let number = try NoteStore(archive.archive).add(
      text.joined(separator: " "), to: try ArticleInput.id(article))
    Console.inform("note \(number)")
  }
}

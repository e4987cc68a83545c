import ArchiveStorage
import ArgumentParser

struct NoteRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a note, by its number.")

  @Argument(help: "The note's number.")
  var note: Int64

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    try NoteStore(archive.archive).remove(note)
    Console.inform("note \(note) is removed")
  }
}

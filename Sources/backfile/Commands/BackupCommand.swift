import ArchiveStorage
import ArgumentParser

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the archive into a file, while others read and write it.",
    discussion: """
      The copy is checked as `backfile check` does before it gets its name: the file is there whole, or
      not at all. `backfile restore` puts it back.

        backfile backup 2020-02-03.backfile
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var file: String

  @Flag(help: "Replace a file that is there already.")
  var replace = false

  @OptionGroup var archive: ArchiveOption

  func run() async throws {
    let backup = ArchiveBackup(archive.archive)
    let (file, replace) = (file, replace)
    _ = try await StoppableWork(showing: ProgressLine(isQuiet: true)) {
      try backup.run(to: file, replaces: replace)
    }
    Console.inform("the archive is in \(file), which is checked")
  }
}

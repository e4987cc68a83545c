import ArchiveStorage
import ArgumentParser

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the archive's place.",
    discussion: """
      The backup is copied, and the copy checked before anything else happens. An archive that is there is
      kept beside it under another name, which is told.

        backfile restore 2020-02-03.backfile --replace
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
  var file: String

  @Flag(help: "Put an archive that is there aside.")
  var replace = false

  @OptionGroup var archive: ArchiveOption

  func run() async throws {
    let backup = ArchiveBackup(archive.archive)
    let (file, replace) = (file, replace)
    let work = try await StoppableWork(showing: ProgressLine(isQuiet: true)) {
      try backup.restore(from: file, replaces: replace)
    }
    if let former = work.report { Console.inform("the archive that was there is now \(former)") }
  }
}

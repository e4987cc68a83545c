import ArchiveExport
import ArchiveImport
import ArgumentParser
import Glibc

struct DuplicatesUpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Look for copies among the articles that have not been compared yet.",
    discussion: """
      Imports do this when they end. An archive that an older version made, and one whose import was
      stopped, need it once.

        backfile duplicates update
        backfile duplicates update --anew
      """)

  @Flag(help: "Compare all articles, whatever is known of them.")
  var anew = false

  @Flag(name: [.short, .long], help: "Show no progress and no report, only errors.")
  var quiet = false

  @OptionGroup var archive: ArchiveOption

  func run() async throws {
    let search = CopySearch(archive.archive)
    let line = ProgressLine(isQuiet: quiet)
    let anew = anew
    let work = try await StoppableWork(showing: line) {
      try await search.run(anew: anew) { line.show($0) }
    }
    let report = work.report
    if report.isInterrupted {
      if !quiet { Console.inform("stopped; run the same command again to finish") }
      throw work.stopStatus
    }
    if !quiet {
      Console.write(
        "compared \(grouped(report.articles)) articles: \(grouped(report.copies)) of the archive's "
          + "articles are copies\n", to: STDOUT_FILENO)
    }
  }
}

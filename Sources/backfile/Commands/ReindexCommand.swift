import ArchiveExport
import ArchiveImport
import ArchiveStorage
import ArgumentParser
import Dispatch
import Glibc

struct ReindexCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reindex",
    abstract: "Find things in the articles anew, after a newer version has learnt to do it better.",
    discussion: """
      With --quotes every article is read again for its quotes; the articles themselves and
      corrections of speakers stay. What was stopped goes on with the same command.

        backfile reindex --quotes
      """)

  @Flag(help: "The quotes and who said them.")
  var quotes = false

  @Flag(name: [.short, .long], help: "Show no progress and no report, only errors.")
  var quiet = false

  @OptionGroup var archive: ArchiveOption

  func validate() throws {
    if !quotes { throw ValidationError("Say what to find anew: --quotes.") }
  }

  func run() async throws {
    let reindex = QuoteReindex(archive.archive)
    let line = ProgressLine(isQuiet: quiet)
    let work = try await StoppableWork(showing: line) {
      try await reindex.run { line.show($0) }
    }
    let report = work.report
    if !quiet {
      if report.isContinued { Console.inform("went on with a reindex that had been stopped") }
      Console.write(Self.sum(of: report.counts) + "\n", to: STDOUT_FILENO)
      if report.isInterrupted { Console.inform("stopped; run the same command again to finish") }
    }
    if report.isInterrupted {
      throw work.stopStatus
    }
  }

  /// `articles 12,518: 210 changed; quotes 48,120 = 47,700 kept + 100 changed + 320 new, 95 gone`
  static func sum(of counts: QuoteReindexCounts) -> String {
    "articles \(grouped(counts.articles)): \(grouped(counts.changedArticles)) changed; quotes "
      + "\(grouped(counts.quotes)) = \(grouped(counts.kept)) kept + \(grouped(counts.changed)) "
      + "changed + \(grouped(counts.new)) new, \(grouped(counts.gone)) gone"
  }
}

import ArchiveExport
import ArchiveImport
import ArgumentParser
import Glibc

struct BoilerplateLearnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learn what repeats within each source, and apply it to all articles.",
    discussion: """
      Imports do this as they go; the command does it for the whole archive at once, with the rules
      and weights of this version. What was restored stays in the body.

        backfile boilerplate learn
      """)

  @Flag(name: [.short, .long], help: "Show no progress and no report, only errors.")
  var quiet = false

  @OptionGroup var archive: ArchiveOption

  func run() async throws {
    let revision = BoilerplateRevision(archive.archive)
    let line = ProgressLine(isQuiet: quiet)
    let work = try await StoppableWork(showing: line) {
      try await revision.learn { line.show($0) }
    }
    let report = work.report
    if !quiet {
      if let repeated = report.repeated {
        Console.inform("\(grouped(repeated)) paragraphs repeat within their source")
      }
      Console.write(Self.sum(of: report) + "\n", to: STDOUT_FILENO)
      if report.isInterrupted { Console.inform("stopped; run the same command again to finish") }
    }
    if report.isInterrupted {
      throw work.stopStatus
    }
  }

  /// `articles 12,518: 210 changed`
  static func sum(of report: BoilerplateRevision.Report) -> String {
    "articles \(grouped(report.articles)): \(grouped(report.revised)) changed"
  }
}

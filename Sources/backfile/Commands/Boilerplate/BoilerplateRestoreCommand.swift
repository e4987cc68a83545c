import ArchiveExport
import ArchiveImport
import ArchiveStorage
import ArgumentParser
import Glibc
import NewsModel

struct BoilerplateRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put boilerplate back into the reporting, and keep it there.",
    discussion: """
      It stays there when more is learnt and when dumps are imported later.

        backfile boilerplate restore --block 12             a block, in all articles of its source
        backfile boilerplate restore --article 2019-03-04.1 all of one article
        backfile boilerplate restore --rule words:related   all that a rule sets apart
        backfile boilerplate restore --rule repeats --source "Wexley Herald"
        backfile boilerplate restore                        lists what is kept
        backfile boilerplate restore --undo 3               sets it apart again
      """)

  @Option(help: ArgumentHelp("A block, by its number in 'boilerplate list'.", valueName: "number"))
  var block: Int64?

  @Option(help: ArgumentHelp("All blocks of an article.", valueName: "id"))
  var article: String?

  @Option(help: ArgumentHelp("All that a rule sets apart.", valueName: "rule"))
  var rule: String?

  @Option(help: ArgumentHelp("Only of this source (its whole name).", valueName: "name"))
  var source: String?

  @Option(help: ArgumentHelp("Take back what was restored, by its number.", valueName: "number"))
  var undo: Int64?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let subjects = [block != nil, article != nil, rule != nil, undo != nil].count { $0 }
    if subjects > 1 {
      throw ValidationError("Give one of --block, --article, --rule and --undo.")
    }
    if source != nil, block != nil || article != nil || undo != nil {
      throw ValidationError("--source goes with --rule or alone.")
    }
  }

  func run() async throws {
    // It is never this command that makes an archive.
    let reader = try ArchiveSubject(archive.archive)
    let revision = BoilerplateRevision(archive.archive)
    if let undo {
      guard let report = try await revision.forget(undo) else {
        throw CommandFailure(
          message: "nothing is kept under number \(undo); 'backfile boilerplate restore' lists it")
      }
      return say(report)
    }
    guard let kept = try kept(revision, reader) else { return try list(revision.kept()) }
    say(try await revision.restore(kept))
  }

  /// What is to be kept; nil where nothing was named.
  private func kept(
    _ revision: BoilerplateRevision, _ subject: ArchiveSubject
  ) throws -> KeptBoilerplate? {
    if let block {
      guard let kept = try revision.paragraph(ofBlock: block) else {
        throw CommandFailure(
          message: "there is no block \(block); 'backfile boilerplate list --blocks' has them")
      }
      return kept
    }
    if let article {
      guard let id = ArticleID(article), try subject.hasArticle(id) else {
        throw CommandFailure(message: "there is no article \(article)")
      }
      return .ofArticle(id)
    }
    guard rule != nil || source != nil else { return nil }
    if let source, try !subject.hasSource(source) {
      throw CommandFailure(message: "there is no source “\(source)”; 'backfile sources' lists them")
    }
    return .ofRule(rule, source: source)
  }

  private func say(_ report: BoilerplateRevision.Report) {
    Console.write(BoilerplateLearnCommand.sum(of: report) + "\n", to: STDOUT_FILENO)
  }

  private func list(_ all: [KeptBoilerplate]) throws {
    var table = try output.tableWriterOrTable()
    try table.begin(columns: ["number", "source", "article", "rule", "text"])
    for kept in all {
      try table.write([
        .integer(Int(kept.id)), .text(kept.source), .text(kept.article?.description),
        .text(kept.rule), .text(kept.text),
      ])
    }
    try table.end()
  }
}

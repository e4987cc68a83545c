import ArchiveExport
import ArchiveQuery
import ArgumentParser
import NewsModel

struct BoilerplateListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Count what was set apart, by kind, rule and source, with an example of each.",
    discussion: """
        backfile boilerplate list
        backfile boilerplate list --blocks --rule repeats --source "Wexley Herald"

      The column "block" has the number of a block, for 'backfile boilerplate restore'.
      """)

  @Option(
    help: ArgumentHelp(
      "Only of this kind: \(BoilerplateKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: BoilerplateKind?

  @Option(help: ArgumentHelp("Only what this rule set apart.", valueName: "rule"))
  var rule: String?

  @Option(help: ArgumentHelp("Only of this source (its whole name).", valueName: "name"))
  var source: String?

  @Flag(help: "List each block by itself.")
  var blocks = false

  @Option(name: [.customShort("n"), .long], help: "How many to show; 0 shows all.")
  var limit: Int?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    let groups = try BoilerplateList(
      ArchiveReader(archive.archive), .init(kind: kind, rule: rule, source: source),
      eachBlock: blocks
    ).groups
    let isForPeople = output.format == nil && output.path == nil
    let limit = limit.map { $0 == 0 ? Int.max : $0 } ?? (isForPeople ? 20 : Int.max)
    let shown = groups.prefix(limit)
    if !isForPeople || !shown.isEmpty {
      var table = try output.tableWriterOrTable()
      try table.begin(columns: ["kind", "rule", "source", "blocks", "seen", "block", "example"])
      for group in shown {
        try table.write([
          .text(group.kind.rawValue), .text(group.rule), .text(group.source),
          .integer(group.blocks), .integer(group.seen), .integer(Int(group.block)),
          .text(isForPeople ? String(group.example.prefix(60)) : group.example),
        ])
      }
      try table.end()
    }
    if isForPeople {
      try HitPrinter(to: try output.sink()).printTotal(
        groups.count, shown: shown.count, offset: 0, of: blocks ? "blocks" : "groups")
    }
  }
}

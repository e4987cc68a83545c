import ArchiveExport
import ArchiveQuery
public import ArgumentParser
import NewsModel

struct BoilerplateSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find what was set apart from the reporting.",
    discussion: """
      Newsletter sign-ups, notices, credits and the like, each block once for its source with how
      often it was seen, the most frequent first.

        backfile boilerplate
        backfile boilerplate 'republish*' --source Observer
        backfile boilerplate --kind credit --csv
      """)

  @OptionGroup var input: QueryInput

  @Option(
    help: ArgumentHelp(
      "Only of this kind: \(BoilerplateKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: BoilerplateKind?

  @Option(name: [.customShort("n"), .long], help: "How many to show; 0 shows all.")
  var limit: Int?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let query = try input.query(adding: [("kind", kind?.rawValue)])
    let reader = try input.reader(of: archive, for: nil)
    let search = try BoilerplateSearch(query, in: reader)
    guard var table = try output.tableWriter() else { return try printForPeople(search) }
    try table.begin(columns: BoilerplateTable.hitColumns)
    var rest = limit.flatMap { $0 == 0 ? nil : $0 } ?? Int.max
    try search.forEachHit { hit in
      try table.write(BoilerplateTable.row(of: hit))
      rest -= 1
      return rest > 0
    }
    try table.end()
  }

  private func printForPeople(_ search: BoilerplateSearch) throws {
    let printer = HitPrinter(to: try output.sink())
    let hits = try search.hits(limit: limit.map { $0 == 0 ? Int.max : $0 } ?? 20)
    for hit in hits { try printer.print(hit) }
    try printer.printTotal(try search.total(), shown: hits.count, offset: 0, of: "blocks")
  }
}

extension BoilerplateKind: ExpressibleByArgument {}

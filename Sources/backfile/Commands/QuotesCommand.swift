import ArchiveExport
import ArchiveQuery
public import ArgumentParser
import NewsModel

struct QuotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes",
    abstract: "Find who said what, where and when.",
    discussion: """
      The words of the query are words inside the quote; fields are about its article. Quote marks
      that quote nobody (kind scare) are left out unless they are asked for.

        backfile quotes --speaker "Martha Dunmore"
        backfile quotes 'tariff* w/5 summer' --after 2019
        backfile quotes --kind mixed --csv
      """)

  @OptionGroup var input: QueryInput

  @Option(help: ArgumentHelp("Only by this speaker (words of the name).", valueName: "name"))
  var speaker: String?

  @Option(
    help: ArgumentHelp(
      "Only of this kind: \(QuoteKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: QuoteKind?

  @Option(help: ArgumentHelp("Only with this reporting word (said, denied…).", valueName: "word"))
  var cue: String?

  @OptionGroup var page: PageOptions
  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let query = try input.query(
      adding: [("speaker", speaker), ("kind", kind?.rawValue), ("cue", cue)])
    let reader = try ArchiveReader(archive.archive)
    let search = try QuoteSearch(query, in: reader)
    guard var table = try output.tableWriter() else { return try printForPeople(search) }
    try table.begin(columns: QuoteTable.hitColumns)
    var window = page.window
    try search.forEachHit(order: page.sort) { hit in
      if window.isNextShown { try table.write(QuoteTable.row(of: hit)) }
      return window.goesOn
    }
    try table.end()
  }

  private func printForPeople(_ search: QuoteSearch) throws {
    let printer = HitPrinter(to: try output.sink())
    let hits = try search.hits(
      order: page.sort, limit: page.limit(forPeople: true) ?? Int.max, offset: page.offset)
    for hit in hits { try printer.print(hit) }
    try printer.printTotal(try search.total(), shown: hits.count, offset: page.offset, of: "quotes")
  }
}

extension QuoteKind: ExpressibleByArgument {}

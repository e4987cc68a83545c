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
        backfile quotes --variants 'tariff*'

      With --variants, only quotes that several outlets printed are listed, each with its wordings; -n
      and --offset count quotes, and --sort relevance begins with those that most outlets printed.
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

  @Flag(help: "List quotes that several outlets printed, with the wording of each.")
  var variants = false

  @Option(help: "With --variants: how many days from its fullest printing another one may be.")
  var days = QuoteVariants.usualDays

  @OptionGroup var page: PageOptions
  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if days < 0 { throw ValidationError("--days takes a number from 0.") }
  }

  func run() throws {
    let query = try input.query(
      adding: [("speaker", speaker), ("kind", kind?.rawValue), ("cue", cue)])
    let reader = try input.reader(of: archive, for: query)
    if variants {
      return try VariantsListing(page: page, output: output).print(
        try QuoteVariants(query, in: reader, days: days))
    }
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

import ArchiveExport
import ArchiveQuery
public import ArgumentParser

struct FacetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract: "Say which sources, years, authors, sections, languages and speakers are found.",
    discussion: """
      Counts are exact, of all articles that the query finds. An article by several authors counts
      for each of them, and one that quotes several speakers too.

        backfile facets 'tariff*'
        backfile facets 'tariff*' --by source --by speaker -n 0 --csv
      """)

  @OptionGroup var input: QueryInput

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Only by \(FacetField.allCases.map(\.rawValue).joined(separator: ", ")); may be repeated.",
      valueName: "field"))
  var by: [FacetField] = []

  @Option(
    name: [.customShort("n"), .long],
    help:
      "How many values of each field; 0 shows all. Without it people are shown ten, files get all."
  )
  var limit: Int?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    let query = try input.query()
    let search = try ArticleSearch(query, in: try input.reader(of: archive, for: query))
    let total = try search.total()
    let limit = limit.map { $0 == 0 ? Int.max : $0 } ?? (output.isForPeople ? 10 : Int.max)
    var table = try output.tableWriterOrTable()
    try table.begin(columns: FacetTable.columns)
    for field in by.isEmpty ? FacetField.allCases : by {
      let facets = try search.facets(by: field)
      for facet in facets.prefix(limit) {
        try table.write(FacetTable.row(of: facet, by: field, total: total))
      }
      if output.isForPeople, facets.count > limit {
        try table.write([
          .text(field.rawValue), .text("… \(grouped(facets.count - limit)) more"), .missing,
          .missing,
        ])
      }
    }
    try table.end()
    if output.isForPeople { Console.inform("\(grouped(total)) articles") }
  }
}

extension FacetField: ExpressibleByArgument {}

import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find articles.",
    discussion: """
      Shows headline, source, date and the part of the text that was found, the newest first, and
      the exact number of all hits.

        backfile search ferry strike
        backfile search '"pay talks" OR tariff*' --sort relevance
        backfile search 'tariff* w/5 steel date:2019-05..2020-02' --csv
      """)

  @OptionGroup var input: QueryInput
  @OptionGroup var page: PageOptions
  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let query = try input.query()
    let reader = try input.reader(of: archive, for: query)
    let search = try ArticleSearch(query, in: reader)
    guard var table = try output.tableWriter() else {
      return try printForPeople(search, query, reader)
    }
    try table.begin(columns: ArticleTable.hitColumns)
    var window = page.window
    try search.forEachHit(order: page.sort, snippets: true) { hit in
      if window.isNextShown { try table.write(ArticleTable.row(of: hit)) }
      return window.goesOn
    }
    try table.end()
  }

  private func printForPeople(
    _ search: ArticleSearch, _ query: Query, _ reader: ArchiveReader
  ) throws {
    let sink = try output.sink()
    let printer = HitPrinter(to: sink)
    let hits = try search.hits(
      order: page.sort, limit: page.limit(forPeople: true) ?? Int.max, offset: page.offset)
    for hit in hits { try printer.print(hit) }
    try printer.printTotal(
      try search.total(), shown: hits.count, offset: page.offset, of: "articles")
    guard try search.total() == 0 else { return }
    for unknown in try query.unknownWords(in: reader) {
      Console.inform("note: " + WordListing.sentence(of: unknown))
    }
  }
}

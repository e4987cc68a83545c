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
        backfile search ferry --fold

      With --fold, what several outlets printed of one text is shown once, with the number of its other
      copies among the hits; without it every article is a hit of its own. Both numbers are exact.
      """)

  @OptionGroup var input: QueryInput

  @Flag(help: "Show copies of one text as one hit.")
  var fold = false

  @Flag(
    help:
      "Give the texts as they were imported, boilerplate in its place, as a column body of the table."
  )
  var texts = false

  @OptionGroup var page: PageOptions
  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let query = try input.query()
    let reader = try input.reader(of: archive, for: query)
    let search = try ArticleSearch(query, in: reader)
    if fold { return try printFolded(search) }
    guard var table = try output.tableWriter() else {
      return try printForPeople(search, query, reader)
    }
    try table.begin(columns: ArticleTable.hitColumns + (texts ? ["body"] : []))
    var window = page.window
    try search.forEachHit(order: page.sort, snippets: true) { hit in
      if window.isNextShown {
        let body = texts ? [Cell.text(try reader.article(hit.id)?.originalText)] : []
        try table.write(ArticleTable.row(of: hit) + body)
      }
      return window.goesOn
    }
    try table.end()
  }

  func validate() throws {
    if texts, fold { throw ValidationError("--texts and --fold do not go together.") }
    if texts, output.isForPeople {
      throw ValidationError(
        "--texts goes with --csv, --json and the like; `backfile show` shows a text.")
    }
  }

  private func printFolded(_ search: ArticleSearch) throws {
    if var table = try output.tableWriter() {
      let found = try search.foldedHits(
        order: page.sort, limit: page.limit(forPeople: false), offset: page.offset)
      try table.begin(columns: ArticleTable.hitColumns + ["other_copies"])
      for hit in found.hits {
        try table.write(ArticleTable.row(of: hit.first) + [.integer(hit.others)])
      }
      return try table.end()
    }
    let printer = HitPrinter(to: try output.sink())
    let found = try search.foldedHits(
      order: page.sort, limit: page.limit(forPeople: true), offset: page.offset)
    for hit in found.hits { try printer.print(hit.first, copies: hit.others) }
    let articles = grouped(found.articles)
    try printer.printTotal(
      found.texts, shown: found.hits.count, offset: page.offset,
      of: found.texts == 0
        ? "articles" : "\(found.texts == 1 ? "text" : "texts") in \(articles) articles")
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

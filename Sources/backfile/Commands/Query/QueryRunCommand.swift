import ArchiveExport
import ArchiveQuery
import ArchiveStorage
import ArgumentParser

struct QueryRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Ask a saved query.",
    discussion: """
      With --since-last only articles are listed that were imported since the query was run last,
      whatever their dates are.

        backfile query run strikes
        backfile query run strikes --since-last --csv -o new.csv
      """)

  @Argument(help: "The query's name.")
  var name: String

  @Flag(help: "Only what was imported since it was run last.")
  var sinceLast = false

  @OptionGroup var page: PageOptions
  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = SavedQueryStore(archive.archive)
    let saved = try store.query(named: name)
    let query = try QueryInput.read(saved.query)
    let reader = try ArchiveReader(archive.archive)
    let newcomers = try NewcomerSearch(
      query, since: sinceLast ? saved : nil, in: reader, order: page.sort)
    let isForPeople = output.format == nil && output.path == nil
    let limit = page.limit(forPeople: isForPeople) ?? Int.max
    if isForPeople {
      let printer = HitPrinter(to: try output.sink())
      let hits = try newcomers.hits(limit: limit, offset: page.offset)
      for hit in hits { try printer.print(hit) }
      try printer.printTotal(
        newcomers.total, shown: hits.count, offset: page.offset,
        of: sinceLast ? "new articles" : "articles")
    } else {
      var table = try output.tableWriterOrTable()
      try table.begin(columns: ArticleTable.hitColumns)
      for hit in try newcomers.hits(limit: limit, offset: page.offset) {
        try table.write(ArticleTable.row(of: hit))
      }
      try table.end()
    }
    try store.noteRun(of: saved.name, lastArrival: newcomers.lastArrival)
  }
}

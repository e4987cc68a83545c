import ArchiveExport
import ArchiveQuery
import ArchiveStorage
import ArgumentParser

struct QueryRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Ask a saved query.",
    discussion: """
      With --since-last only articles are listed that were imported since the last run that listed all it
      found, whatever their dates are.

        backfile query run strikes
        backfile query run strikes --since-last --csv -o new.csv
      """)

  @Argument(help: "The query's name.")
  var name: String

  @Flag(help: "Only what was imported since the last run that listed all.")
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
    let shown: Int
    if isForPeople {
      let printer = HitPrinter(to: try output.sink())
      let hits = try newcomers.hits(limit: limit, offset: page.offset)
      for hit in hits { try printer.print(hit) }
      try printer.printTotal(
        newcomers.total, shown: hits.count, offset: page.offset,
        of: sinceLast ? "new articles" : "articles")
      shown = hits.count
    } else {
      var table = try output.tableWriterOrTable()
      try table.begin(columns: ArticleTable.hitColumns)
      let hits = try newcomers.hits(limit: limit, offset: page.offset)
      for hit in hits {
        try table.write(ArticleTable.row(of: hit))
      }
      try table.end()
      shown = hits.count
    }
    // What was not listed is new the next time, too.
    guard shown == newcomers.total else {
      return Console.inform(
        "\(grouped(shown)) of \(grouped(newcomers.total)) were listed; --since-last still counts from "
          + (saved.lastRun.map { "the run of \($0)" } ?? "the beginning") + " (-n 0 lists all)")
    }
    try store.noteRun(of: saved.name, lastArrival: newcomers.lastArrival)
  }
}

import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how long queries take on your own archive.",
    discussion: """
      Times each kind of question in this process, after one run that is not counted: the ten most
      relevant articles with their snippets, the newest ten, exact totals and facets. A file of
      queries has one a line, its kind and a tab before it; without a file, words are taken from
      the archive.

        backfile bench
        backfile bench --constructs
        backfile bench --queries queries.tsv --repetitions 5 --jsonl
      """)

  @Option(help: ArgumentHelp("A file of queries.", valueName: "file"))
  var queries: String?

  @Flag(help: "Ask ten queries of each construct of the query language.")
  var constructs = false

  @Option(help: "How often each query is timed.")
  var repetitions = 5

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if repetitions < 1 { throw ValidationError("--repetitions takes a number from 1.") }
  }

  func run() throws {
    let reader = try ArchiveReader(archive.archive)
    let queries =
      try queries.map(QuerySample.init(file:))
      ?? (constructs ? QuerySample(constructsOf: reader) : QuerySample(of: reader))
    let timings = try queries.items.map { kind, text in
      try QueryTiming(kind: kind, query: text, in: reader, repetitions: repetitions)
    }
    if var table = try output.tableWriter() {
      try table.begin(columns: QueryTiming.columns)
      for timing in timings { try table.write(timing.row) }
      try table.end()
    } else {
      let sink = try output.sink()
      try sink.write(QueryTiming.summary(of: timings))
      try sink.flush()
    }
  }
}

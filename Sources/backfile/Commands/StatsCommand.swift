import ArchiveExport
import ArchiveQuery
import ArgumentParser
import NewsModel

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Say how much of everything the archive has.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let statistics = try ArchiveStatistics(try ArchiveReader(archive.archive))
    var rows: [(String, Cell)] = [
      ("articles", .integer(statistics.articles)), ("undated", .integer(statistics.undated)),
      ("first", .text(statistics.first?.description)),
      ("last", .text(statistics.last?.description)), ("sources", .integer(statistics.sources)),
      ("words", .integer(statistics.words)),
    ]
    for kind in QuoteKind.allCases {
      rows.append(("quotes_\(kind.rawValue)", .integer(statistics.quotes[kind] ?? 0)))
    }
    rows += [
      ("quotes_with_speaker", .integer(statistics.attributedQuotes)),
      ("speakers", .integer(statistics.speakers)),
      ("quote_extractor", statistics.quoteExtractor.map { .integer($0) } ?? .missing),
      ("boilerplate_blocks", .integer(statistics.boilerplate)),
      ("boilerplate_places", .integer(statistics.boilerplatePlaces)),
      ("imports", .integer(statistics.importRuns)), ("rejects", .integer(statistics.rejects)),
      ("file_bytes", .integer(statistics.bytes)),
    ]
    var table = try output.tableWriterOrTable()
    try table.begin(columns: ["measure", "value"])
    for (name, value) in rows { try table.write([.text(name), value]) }
    try table.end()
  }
}

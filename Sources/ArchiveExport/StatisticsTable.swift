public import ArchiveQuery
internal import NewsModel

/// How much of everything an archive has, as rows of a table.
public enum StatisticsTable {
  /// The columns.
  public static let columns = ["measure", "value"]

  /// A row a measure.
  public static func rows(of statistics: ArchiveStatistics) -> [[Cell]] {
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
    return rows.map { [.text($0.0), $0.1] }
  }
}

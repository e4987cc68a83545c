import ArchiveExport
import ArchiveQuery
public import ArgumentParser

struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count what queries find, by period or by another field.",
    discussion: """
      Each argument is a query of its own. Beside each count stands how much there is at all, and the
      rate: for 1,000 articles, or with --per words for a million words. Periods without a hit have a
      row with 0; articles without a date have the last row.

        backfile count 'tariff*' strike --by month
        backfile count 'tariff*' strike --by month --chart trend.svg
        backfile count ferry --by source --per words --within 'date:2019'
        backfile count ferry --by year --chart

      A week is named by its Monday. With --chart alone a chart is drawn in the terminal; on it stand
      the rates.
      """)

  @Argument(help: ArgumentHelp("The queries, one an argument.", valueName: "query"))
  var queries: [String] = []

  @Option(
    help: ArgumentHelp(
      "By \(CountField.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "field"))
  var by: CountField?

  @Option(help: "What is counted: articles, or hits for so many words.")
  var per: CountUnit = .articles

  @Option(
    help: ArgumentHelp(
      "Only articles that this query finds are counted, and are what there is.",
      valueName: "query"))
  var within: String?

  @Option(
    name: .long, defaultAsFlag: "",
    help: ArgumentHelp(
      "Draw a chart in the terminal, or into a file whose name ends in .svg.", valueName: "file"))
  var chart: String?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    var texts = queries
    // What stands behind --chart is a query unless it is the name of a file.
    let file = chart.flatMap { $0.lowercased().hasSuffix(".svg") ? $0 : nil }
    if let chart, file == nil, !chart.isEmpty { texts.append(chart) }
    let queries = try (texts.isEmpty ? [""] : texts).map { text in
      let query = try QueryInput.read(text)
      for note in query.notes { Console.inform("note: \(note.message)") }
      return query
    }
    let counts = try Counts(
      of: queries, by: by, per: per, within: try within.map { try QueryInput.read($0) },
      in: try ArchiveReader(archive.archive))
    tellWhatIsOffTheAxis(counts)
    if let file {
      let sink = try ByteSink(path: file)
      try sink.write(SVGChart(Chart(counts)).text)
      try sink.flush()
      Console.inform("\(file): \(bytes(sink.count))")
      if output.format == nil, output.path == nil { return }
    } else if chart != nil {
      return try BarChart(Chart(counts)).write(to: try output.sink())
    }
    var table = try output.tableWriterOrTable()
    try table.begin(columns: CountTable.columns(of: counts))
    for row in counts.rows { try table.write(CountTable.row(of: row, in: counts)) }
    try table.end()
  }

  private func tellWhatIsOffTheAxis(_ counts: Counts) {
    guard by?.isTime ?? false else { return }
    let off = counts.rows.filter { !$0.isOnAxis && $0.count > 0 }.reduce(0) { $0 + $1.count }
    guard off > 0 else { return }
    Console.inform(
      "note: \(grouped(off)) \(per == .articles ? "articles" : "hits") have no date that names a "
        + "\(by?.rawValue ?? "period"); their rows are the last ones")
  }
}

extension CountField: ExpressibleByArgument {}
extension CountUnit: ExpressibleByArgument {}

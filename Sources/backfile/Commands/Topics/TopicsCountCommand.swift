import ArchiveExport
import ArchiveQuery
import ArchiveStorage
public import ArgumentParser

struct TopicsCountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count the articles of topics, over time or by source.",
    discussion: """
        backfile topics count
        backfile topics count strikes tariffs --by month
        backfile topics count --by source --among 'date:2019 is:original' --csv
      """)

  @Argument(help: ArgumentHelp("The topics' names; all without one.", valueName: "name"))
  var names: [String] = []

  @Option(
    help: ArgumentHelp(
      "Count by \(TopicCounts.Division.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "what"))
  var by: TopicCounts.Division?

  @Option(help: ArgumentHelp("Only articles that this query finds too.", valueName: "query"))
  var among: String?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    var topics = try TopicStore(archive.archive).all()
    if !names.isEmpty {
      topics = try names.map { name in
        let found = topics.first { $0.name.lowercased() == name.lowercased() }
        guard let found else {
          throw CommandFailure(
            message: "there is no topic “\(name)”; `backfile topics list` lists them")
        }
        return found
      }
    }
    let rows = try TopicCounts.rows(
      of: topics, among: try among.map(QueryInput.read), by: by,
      in: ArchiveReader(archive.archive))
    var table = try output.tableWriterOrTable()
    try table.begin(columns: ["topic"] + (by.map { [$0.rawValue] } ?? []) + ["articles"])
    for row in rows {
      let value: [Cell] = by == nil ? [] : [.text(row.value)]
      try table.write([.text(row.topic)] + value + [.integer(row.articles)])
    }
    try table.end()
  }
}

extension TopicCounts.Division: ExpressibleByArgument {}

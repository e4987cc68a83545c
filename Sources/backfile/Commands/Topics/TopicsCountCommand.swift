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
        guard let found = topics.first(named: name, by: \.name) else {
          throw CommandFailure(
            message: "there is no topic “\(name)”; `backfile topics list` lists them")
        }
        return found
      }
    }
    let reader = try ArchiveReader(archive.archive)
    let condition = try among.map(QueryInput.read)
    // What is wrong with it is not wrong with each topic.
    if let condition { _ = try ArticleSearch(condition, in: reader) }
    var table = try output.tableWriterOrTable()
    try table.begin(columns: ["topic"] + (by.map { [$0.rawValue] } ?? []) + ["articles"])
    var areAllCounted = true
    for topic in topics {
      do {
        for row in try TopicCounts.rows(of: topic, among: condition, by: by, in: reader) {
          let value: [Cell] = by == nil ? [] : [.text(row.value)]
          try table.write([.text(row.topic)] + value + [.integer(row.articles)])
        }
      } catch let error as QueryPlanError {
        Console.complain("“\(topic.name)” was not counted: \(error.message)")
        areAllCounted = false
      }
    }
    try table.end()
    if !areAllCounted { throw ExitStatus.usage }
  }
}

extension TopicCounts.Division: ExpressibleByArgument {}

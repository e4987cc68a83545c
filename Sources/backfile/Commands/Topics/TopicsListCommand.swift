import ArchiveExport
import ArchiveQuery
import ArchiveStorage
import ArgumentParser

struct TopicsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the topics with their queries.")

  @Flag(help: "Say how many articles each finds, too.")
  var count = false

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    var table = try output.tableWriterOrTable()
    if count {
      try table.begin(columns: TopicTable.columns)
      for topic in try ArchiveReader(archive.archive).topicSummaries() {
        try table.write(TopicTable.row(of: topic))
      }
      return try table.end()
    }
    try table.begin(columns: ["name", "query", "description"])
    for topic in try TopicStore(archive.archive).all() {
      try table.write([.text(topic.name), .text(topic.query), .text(topic.description)])
    }
    try table.end()
  }
}

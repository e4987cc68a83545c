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
    guard count else { return try output.write(TopicStore(archive.archive).all()) }
    try output.write(
      columns: TopicTable.columns,
      rows: ArchiveReader(archive.archive).topicSummaries().map(TopicTable.row))
  }
}

extension OutputOptions {
  /// Writes a table of topics.
  func write(_ topics: [Topic]) throws {
    try write(
      columns: ["name", "query", "description"],
      rows: topics.map { [.text($0.name), .text($0.query), .text($0.description)] })
  }
}

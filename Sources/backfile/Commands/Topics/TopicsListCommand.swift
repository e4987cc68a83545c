import ArchiveExport
import ArchiveStorage
import ArgumentParser

struct TopicsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the topics with their queries.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    var table = try output.tableWriterOrTable()
    try table.begin(columns: ["name", "query", "description"])
    for topic in try TopicStore(archive.archive).all() {
      try table.write([.text(topic.name), .text(topic.query), .text(topic.description)])
    }
    try table.end()
  }
}

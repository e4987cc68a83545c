import ArchiveExport
import ArchiveStorage
import ArgumentParser

struct TopicsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the topics with their queries.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.write(try TopicStore(archive.archive).all())
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

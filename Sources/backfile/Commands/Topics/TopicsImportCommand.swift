import ArchiveExport
import ArchiveQuery
import ArchiveStorage
public import ArgumentParser
import NewsFormats

struct TopicsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add the topics of a codebook or a dictionary.",
    discussion: """
      Formats: csv (columns name, query, description), yaml (quanteda's dictionaries), cat (WordStat
      and Laver-Garry). A category in categories is named like economy.state; one that has others in it
      finds what they find.

        backfile topics import codebook.csv
        backfile topics import newsmap.yml --prefix geo
      """)

  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  var path: String

  @Option(
    help: ArgumentHelp(
      "The format, where the file's name does not tell: csv, yaml, cat.", valueName: "format"))
  var format: Codebook.Format?

  @Option(help: ArgumentHelp("Put this and a point before each name.", valueName: "name"))
  var prefix: String?

  @Flag(help: "Put them in the place of topics of the same names.")
  var replace = false

  @Flag(help: "List the topics and add none.")
  var dryRun = false

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let format = format ?? Codebook.Format(fileName: path) else {
      throw ValidationError("Say what format \(path) has: --format csv, yaml or cat.")
    }
    let topics = try topics(of: codebook(format))
    for topic in topics { _ = try QueryInput.read(topic.query) }
    if dryRun {
      var table = try output.tableWriterOrTable()
      try table.begin(columns: ["name", "query", "description"])
      for topic in topics {
        try table.write([.text(topic.name), .text(topic.query), .text(topic.description)])
      }
      return try table.end()
    }
    try TopicStore(archive.archive).add(topics, replacing: replace)
    Console.inform("\(grouped(topics.count)) topics")
  }

  private func codebook(_ format: Codebook.Format) throws -> Codebook {
    do {
      return try Codebook(
        readWhole(path == "-" ? .standardInput : InputFile(path: path)), format: format)
    } catch let error as CodebookError {
      throw CommandFailure(message: "\(path), \(error)")
    }
  }

  private func topics(of codebook: Codebook) throws -> [Topic] {
    let names = codebook.entries.map { entry in
      CodebookTopics.name(of: (prefix.map { [$0] } ?? []) + entry.path)
    }
    var seen: [String: Int] = [:]
    let unique = names.map { name -> String in
      seen[name, default: 0] += 1
      return seen[name] == 1 ? name : "\(name)-\(seen[name] ?? 0)"
    }
    return codebook.entries.indices.compactMap { index in
      let entry = codebook.entries[index]
      // What lies directly in it.
      let children = codebook.entries.indices.filter {
        codebook.entries[$0].path.dropLast() == entry.path[...]
          && codebook.entries[$0].path.count > 1 && Self.hasContent($0, in: codebook)
      }
      let query =
        entry.query
        ?? CodebookTopics.query(patterns: entry.patterns, topics: children.map { unique[$0] })
      return query.map {
        Topic(name: unique[index], query: $0, description: entry.description)
      }
    }
  }

  /// Whether a category or one inside of it has a pattern or a query.
  private static func hasContent(_ index: Int, in codebook: Codebook) -> Bool {
    let path = codebook.entries[index].path
    return codebook.entries.contains {
      $0.path.starts(with: path) && ($0.query != nil || !$0.patterns.isEmpty)
    }
  }
}

extension Codebook.Format: ExpressibleByArgument {}

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
    for topic in topics {
      try topic.name.requireName()
      _ = try QueryInput.read(topic.query)
    }
    if dryRun { return try output.write(topics) }
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
    let names = CodebookTopics.names(
      of: codebook.entries.map { (prefix.map { [$0] } ?? []) + $0.path })
    // A category comes before what lies in it: backwards, that is known when it is looked for.
    var inside: [[String]: [String]] = [:]
    var topics: [Topic] = []
    for (entry, name) in zip(codebook.entries, names).reversed() {
      let query =
        entry.query
        ?? CodebookTopics.query(
          patterns: entry.patterns, topics: inside[entry.path, default: []].reversed())
      guard let query else { continue }
      topics.append(Topic(name: name, query: query, description: entry.description))
      if entry.path.count > 1 { inside[entry.path.dropLast(), default: []].append(name) }
    }
    return topics.reversed()
  }
}

extension Codebook.Format: ExpressibleByArgument {}

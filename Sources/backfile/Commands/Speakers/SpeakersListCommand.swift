import ArchiveExport
import ArchiveQuery
public import ArgumentParser
import NewsModel

struct SpeakersListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List who is quoted, with kind, number of quotes, first and last date, and aliases.")

  @Argument(
    help: ArgumentHelp(
      "Words that the name or an alias must have; sol* is the beginning of a word.",
      valueName: "words"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only of this kind: \(SpeakerKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: SpeakerKind?

  @Option(
    name: [.customShort("n"), .long],
    help: "How many to show; 0 shows all. Without it people are shown twenty, files get all.")
  var limit: Int?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    let list = try SpeakerList(
      ArchiveReader(archive.archive),
      having: words.flatMap { $0.split(separator: " ").map(String.init) },
      kind: kind)
    let isForPeople = output.format == nil && output.path == nil
    let limit = limit.map { $0 == 0 ? Int.max : $0 } ?? (isForPeople ? 20 : Int.max)
    let shown = list.speakers.prefix(limit)
    if !isForPeople || !shown.isEmpty {
      var table = try output.tableWriterOrTable()
      try table.begin(columns: SpeakerTable.columns)
      for speaker in shown { try table.write(SpeakerTable.row(of: speaker)) }
      try table.end()
    }
    if isForPeople {
      try HitPrinter(to: try output.sink()).printTotal(
        list.speakers.count, shown: shown.count, offset: 0, of: "speakers")
    }
  }
}

extension SpeakerKind: ExpressibleByArgument {}

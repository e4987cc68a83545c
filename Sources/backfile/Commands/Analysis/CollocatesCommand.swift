import ArchiveExport
import ArchiveQuery
public import ArgumentParser

struct CollocatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collocates",
    abstract: "List the words that stand near the hits more often than elsewhere.",
    discussion: """
      Words are counted in a window around each hit, within the same headline or body, and compared
      with the whole archive, or with --reference found with the articles that the query finds.

        backfile collocates 'tariff*'
        backfile collocates strike --left 3 --right 0 --sort logdice
        backfile collocates '"pay talks"' --min 2 --csv

      Measures: log-likelihood (Dunning 1993), mutual information (Church and Hanks 1990), logDice
      (Rychlý 2008). Docs/concordance.md has the formulas.
      """)

  @OptionGroup var input: QueryInput

  @Option(help: "How many words before a hit.")
  var left = 5

  @Option(help: "How many words behind a hit.")
  var right = 5

  @Option(help: "Leave out words that stand there fewer times.")
  var min = 3

  @Option(
    help: "Rank by \(Collocates.Measure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var sort: Collocates.Measure = .logLikelihood

  @Option(help: "Compare with all of the archive, or with the articles found: archive, found.")
  var reference: Collocates.Reference = .archive

  @OptionGroup var count: WordListOptions
  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(0...1000).contains(left) || !(0...1000).contains(right) {
      throw ValidationError("--left and --right take numbers from 0 to 1000.")
    }
  }

  func run() throws {
    let query = try input.query()
    let collocates = try Collocates(
      of: query, in: try input.reader(of: archive, for: query), left: left, right: right,
      least: min, by: sort, reference: reference)
    try count.write(
      collocates.words, columns: CollocateTable.columns, row: CollocateTable.row, to: output)
    guard output.isForPeople else { return }
    Console.inform(
      "\(grouped(collocates.words.count)) words near \(grouped(collocates.hits)) hits: "
        + "\(grouped(collocates.windowTokens)) tokens against "
        + "\(grouped(collocates.referenceTokens))")
  }
}

/// How many words of a ranked list are shown.
struct WordListOptions: ParsableArguments {
  @Option(
    name: [.customShort("n"), .long],
    help: "How many to show; 0 shows all. Without it people are shown thirty, files get all.")
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func write<Word>(
    _ words: [Word], columns: [String], row: (Word) -> [Cell], to output: OutputOptions
  ) throws {
    let limit = limit.map { $0 == 0 ? Int.max : $0 } ?? (output.isForPeople ? 30 : Int.max)
    var table = try output.tableWriterOrTable()
    try table.begin(columns: columns)
    for word in words.prefix(limit) { try table.write(row(word)) }
    try table.end()
  }
}

extension Collocates.Measure: ExpressibleByArgument {}
extension Collocates.Reference: ExpressibleByArgument {}

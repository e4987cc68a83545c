import ArchiveExport
import ArchiveQuery
public import ArgumentParser

struct KeynessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keyness",
    abstract: "List the words that tell the articles found from others.",
    discussion: """
      The articles of the query are compared with those of another one, or with the rest of the
      archive.

        backfile keyness 'source:"Wexley Herald"'
        backfile keyness 'date:2019' --against 'date:2018' --sort log-odds
        backfile keyness strike --rarest

      Measures: log-likelihood (Dunning 1993; negative for words that are rarer), and the log-odds
      ratio with an informative Dirichlet prior and its z-score (Monroe, Colaresi and Quinn 2008).
      """)

  @OptionGroup var input: QueryInput

  @Option(
    help: ArgumentHelp(
      "Compare with the articles of this query; without it, or with 'rest', with the rest of the archive.",
      valueName: "query"))
  var against = "rest"

  @Option(help: "Leave out words that stand in both together fewer times.")
  var min = 5

  @Option(help: "Rank by \(Keyness.Measure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var sort: Keyness.Measure = .logLikelihood

  @Option(help: "How many words the prior of the log-odds ratio counts for.")
  var prior = Keyness.usualPrior

  @Flag(help: "Begin with the words that the articles found have least of.")
  var rarest = false

  @OptionGroup var count: WordListOptions
  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(prior > 0 && prior.isFinite) { throw ValidationError("--prior takes a number above 0.") }
  }

  func run() throws {
    let query = try input.query()
    let keyness = try Keyness(
      of: query, against: against == "rest" ? nil : try QueryInput.read(against),
      in: try input.reader(of: archive, for: query), least: min, by: sort, prior: prior)
    try count.write(
      rarest ? keyness.words.reversed() : keyness.words, columns: KeyWordTable.columns,
      row: KeyWordTable.row, to: output)
    if keyness.articlesInBoth > 0 {
      Console.inform(
        "note: \(grouped(keyness.articlesInBoth)) articles are in both, and counted in both")
    }
    guard output.isForPeople else { return }
    Console.inform(
      "\(grouped(keyness.articles)) articles with \(grouped(keyness.tokens)) words against "
        + "\(grouped(keyness.referenceArticles)) with \(grouped(keyness.referenceTokens))")
  }
}

extension Keyness.Measure: ExpressibleByArgument {}

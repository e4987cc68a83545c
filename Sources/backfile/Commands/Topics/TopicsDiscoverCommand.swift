import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct TopicsDiscoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover",
    abstract: "Propose the words and phrases that set the articles of a query apart from the rest.",
    discussion: """
      Articles are counted, not occurrences. The list is in the order of the log-likelihood; log_odds
      says how much likelier an article of the query is to have the term.

        backfile topics discover 'ferry strike'
        backfile topics discover topic:strikes --phrases -n 50 --csv
      """)

  @OptionGroup var input: QueryInput

  @Flag(help: "Only phrases of two words.")
  var phrases = false

  @Option(help: "In how many articles of the query a term must be.")
  var least = 3

  @Option(name: [.customShort("n"), .long], help: "How many to show; 0 shows all.")
  var limit = 30

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes a number from 0.") }
    if least < 1 { throw ValidationError("--least takes a number from 1.") }
  }

  func run() throws {
    let found = try CharacteristicTerms(
      try input.query(), in: ArchiveReader(archive.archive), least: least)
    let terms = found.terms.filter { $0.isPhrase || !phrases }
    var table = try output.tableWriterOrTable()
    try table.begin(columns: [
      "term", "kind", "articles", "other_articles", "log_likelihood", "log_odds",
    ])
    for term in terms.prefix(limit == 0 ? .max : limit) {
      try table.write([
        .text(term.term), .text(term.isPhrase ? "phrase" : "word"), .integer(term.inside),
        .integer(term.outside), .real((term.logLikelihood * 100).rounded() / 100),
        .real(rounded(term.logOdds, places: 3)),
      ])
    }
    try table.end()
    Console.inform(
      "\(grouped(found.articles)) of \(grouped(found.all)) articles; \(grouped(terms.count)) terms")
  }
}

import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct QueryExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how a query is read and answered, and how Nexis and Lucene are asked it.",
    discussion: """
      The reading with every bracket, what is done for it, what its terms stand for in the archive and
      in how many articles, and the same query for Nexis and for Lucene, with what does not carry over.

        backfile query explain '*gate w/s (minister OR ~resign)'
        backfile query explain 'colour~1' --jsonl
      """)

  @OptionGroup var input: QueryInput
  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let query = try input.query()
    let reader = try ArchiveReader(archive.archive)
    reader.limitTime(to: input.timeout.map { .seconds($0) })
    let explanation = try QueryExplanation(query, in: reader)
    if var table = try output.tableWriter() {
      try table.begin(columns: ["aspect", "term", "text", "articles"])
      for row in Self.rows(of: explanation) { try table.write(row) }
      try table.end()
      return
    }
    let sink = try output.sink()
    try sink.write(Self.text(of: explanation))
    try sink.flush()
  }

  /// The explanation for people.
  private static func text(of explanation: QueryExplanation) -> String {
    var lines = ["Read as", "  " + explanation.reading]
    func add(_ heading: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      lines += ["", heading] + items.map { "  " + $0 }
    }
    add("Warnings", explanation.notes.map(\.message))
    add("Answered so", explanation.steps)
    add("Articles that have", explanation.terms.map { "\($0.term)  \(grouped($0.articles))" })
    for expansion in explanation.expansions {
      add(
        "\(expansion.term) stands for \(grouped(expansion.words.count)) words",
        expansion.words.map { "\($0.text)  \(grouped($0.articles))" })
    }
    add("Unknown words", explanation.unknownWords.map { WordListing.sentence(of: $0) })
    for (name, translation) in [("Nexis", explanation.nexis), ("Lucene", explanation.lucene)] {
      add("For \(name)", [translation.text])
      add("What \(name) does not say", translation.losses)
    }
    return Console.safe(lines.joined(separator: "\n")) + "\n"
  }

  private static func rows(of explanation: QueryExplanation) -> [[Cell]] {
    func row(_ aspect: String, _ term: String?, _ text: String?, _ articles: Int? = nil) -> [Cell] {
      [
        .text(aspect), .text(term), .text(text), articles.map { .integer(Int64($0)) } ?? .missing,
      ]
    }
    return [row("reading", nil, explanation.reading)]
      + explanation.notes.map { row("warning", nil, $0.message) }
      + explanation.steps.map { row("step", nil, $0) }
      + explanation.terms.map { row("term", $0.term, nil, $0.articles) }
      + explanation.expansions.flatMap { expansion in
        expansion.words.map { row("word", expansion.term, $0.text, $0.articles) }
      }
      + explanation.unknownWords.map { row("unknown", $0.word, $0.suggestion) }
      + [row("nexis", nil, explanation.nexis.text)]
      + explanation.nexis.losses.map { row("nexis loss", nil, $0) }
      + [row("lucene", nil, explanation.lucene.text)]
      + explanation.lucene.losses.map { row("lucene loss", nil, $0) }
  }
}

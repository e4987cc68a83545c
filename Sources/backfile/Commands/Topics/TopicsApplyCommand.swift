import ArchiveExport
import ArchiveQuery
import ArchiveStorage
import ArgumentParser
import NewsModel

struct TopicsApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Propose a tag that was learnt for other articles, with a score.",
    discussion: """
      The score is how likely it is that somebody would give the tag. Articles of which people have said
      whether the tag fits are left out. --tag gives the tag to those that are listed, and takes it from
      those to which a classifier gave it before; tag: then finds them too.

        backfile topics apply sanctions -n 20
        backfile topics apply sanctions 'date:2019' --least 0.8 --tag
      """)

  @Argument(help: "The tag.")
  var name: String

  @OptionGroup var input: QueryInput

  @Option(help: "The least score, 0 to 1.")
  var least = 0.5

  @Option(name: [.customShort("n"), .long], help: "How many to show; 0 shows all.")
  var limit: Int?

  @Flag(help: "Give the tag to them.")
  var tag = false

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(0...1).contains(least) { throw ValidationError("--least takes a number from 0 to 1.") }
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    let reader = try ArchiveReader(archive.archive)
    let proposals = try TagLearning(reader).proposals(
      of: name, for: try input.query(), leastScore: least)
    if tag { try TagStore(archive.archive).propose(name, for: proposals) }
    let isForPeople = output.format == nil && output.path == nil
    let limit = limit.map { $0 == 0 ? Int.max : $0 } ?? (isForPeople ? 20 : Int.max)
    var table = try output.tableWriterOrTable()
    try table.begin(columns: ["id", "score", "date", "source", "headline"])
    for (id, score) in proposals.prefix(limit) {
      let article = try reader.article(id)
      try table.write([
        .text(id.description), .real(rounded(score, places: 3)),
        .text(article?.date?.description), .text(article?.source), .text(article?.headline),
      ])
    }
    try table.end()
    Console.inform(
      "\(grouped(proposals.count)) articles with a score of \(least) or more"
        + (tag ? "; they have the tag now" : ""))
  }
}

import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct KwicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwic",
    abstract: "Show every hit in its context: a concordance.",
    discussion: """
      A hit is what the query marks: of a proximity only the words that take part in it. The number
      of hits is exact.

        backfile kwic 'tariff*' --sort R1,R2
        backfile kwic 'tariff* w/5 steel' --width 12
        backfile kwic strike --sample 100 --seed 7 --csv -o strike.csv

      --sort takes newest, oldest, source, left (L1,L2,L3), right (R1,R2,R3), match, or words of the
      context: L1 is the word before the hit, R1 the word behind it, M the hit.
      """)

  @OptionGroup var input: QueryInput

  @Option(help: "How many words to show on each side.")
  var width = Concordance.usualWidth

  @Option(help: "The order of the lines.")
  var sort: ConcordanceOrder = .init(order: .newest)

  @Option(help: "Only so many lines, drawn from all with the same chance.")
  var sample: Int?

  @Option(help: "The same seed draws the same sample.")
  var seed: UInt64 = 1

  @Option(
    name: [.customShort("n"), .long],
    help: "How many to show; 0 shows all. Without it people are shown twenty, files get all.")
  var limit: Int?

  @Option(help: "How many to pass over first.")
  var offset = 0

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    for (name, value) in [("limit", limit), ("sample", sample), ("offset", offset)] {
      if let value, value < 0 { throw ValidationError("--\(name) takes a number from 0.") }
    }
    if !Concordance.widths.contains(width) {
      throw ValidationError("--width takes a number from 0 to 1000.")
    }
  }

  func run() throws {
    let query = try input.query()
    let concordance = try Concordance(
      query, in: try input.reader(of: archive, for: query), width: width)
    guard concordance.hasWords else {
      throw CommandFailure(
        message:
          "the query has no words to show in context; 'search' and 'quotes' list what it finds",
        status: .usage)
    }
    guard var table = try output.tableWriter() else { return try printForPeople(concordance) }
    try table.begin(columns: ConcordanceTable.columns)
    var rest = limit.map { $0 == 0 ? Int.max : $0 } ?? Int.max
    if rest > 0 {
      try forEachLine(of: concordance) { line in
        try table.write(ConcordanceTable.row(of: line))
        rest -= 1
        return rest > 0
      }
    }
    try table.end()
  }

  private func forEachLine(
    of concordance: Concordance, _ body: (ConcordanceLine) throws -> Bool
  ) throws {
    try concordance.forEachLine(
      order: sort.order, sample: sample, seed: seed, offset: offset, body)
  }

  private func printForPeople(_ concordance: Concordance) throws {
    let sink = try output.sink()
    let printer = ConcordancePrinter(to: sink)
    let limit = limit.map { $0 == 0 ? Int.max : $0 } ?? 20
    var shown = 0
    if limit > 0 {
      try forEachLine(of: concordance) { line in
        try printer.print(line)
        shown += 1
        return shown < limit
      }
    }
    let listed = min(sample ?? concordance.total, concordance.total)
    try sink.write("\n")
    try HitPrinter(to: sink).printTotal(
      listed, shown: shown, offset: offset,
      of: listed < concordance.total
        ? "hits drawn from \(grouped(concordance.total)) in \(grouped(concordance.articles)) articles"
        : "hits in \(grouped(concordance.articles)) articles")
  }
}

/// An order of a concordance, as it is written.
struct ConcordanceOrder: ExpressibleByArgument {
  let order: Concordance.Order

  init(order: Concordance.Order) { self.order = order }

  init?(argument: String) {
    switch argument.lowercased() {
    case "newest": order = .newest
    case "oldest", "date": order = .oldest
    case "source": order = .source
    case "left": order = .words([.left(1), .left(2), .left(3)])
    case "right": order = .words([.right(1), .right(2), .right(3)])
    case "match": order = .words([.match, .right(1), .right(2)])
    default:
      let positions = argument.split(separator: ",").map { Self.position(String($0)) }
      let known = positions.compactMap { $0 }
      guard !known.isEmpty, known.count == positions.count else { return nil }
      order = .words(known)
    }
  }

  private static func position(_ text: String) -> Concordance.WordPosition? {
    let text = text.uppercased()
    if text == "M" { return .match }
    guard let number = Int(text.dropFirst()), (1...100).contains(number) else { return nil }
    switch text.first {
    case "L": return .left(number)
    case "R": return .right(number)
    default: return nil
    }
  }

  var defaultValueDescription: String { "newest" }
}

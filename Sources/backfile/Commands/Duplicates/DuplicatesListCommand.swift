import ArchiveExport
import ArchiveQuery
import ArgumentParser
import NewsModel

struct DuplicatesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List articles with their copies; the query says of which one must be found.")

  @OptionGroup var input: QueryInput

  @Flag(help: "Show what each copy has otherwise than its original.")
  var diff = false

  @Flag(help: "List pairs of copies with what share of the shorter text they have in common.")
  var pairs = false

  @Option(name: [.customShort("n"), .long], help: "How many originals to show; 0 shows all.")
  var limit: Int?

  @Option(help: "How many to pass over first.")
  var offset = 0

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
    if offset < 0 { throw ValidationError("--offset takes a number from 0.") }
    if diff, pairs || output.format != nil {
      throw ValidationError("--diff is for people: it goes with no table.")
    }
  }

  func run() throws {
    let clusters = try CopyClusters(
      try input.query(), in: ArchiveReader(archive.archive))
    let isForPeople = output.format == nil && output.path == nil && !pairs
    let limit = limit.map { $0 == 0 ? Int.max : $0 } ?? (isForPeople ? 20 : Int.max)
    if isForPeople {
      try CopyPrinter(to: try output.sink(), hasDifferences: diff)
        .print(clusters, offset: offset, limit: limit)
    } else {
      try write(clusters, limit: limit)
    }
  }

  private func write(_ clusters: CopyClusters, limit: Int) throws {
    guard limit > 0 else { return }
    var table = try output.tableWriter() ?? CSVWriter(to: output.sink(), dialect: .tsv)
    try table.begin(columns: pairs ? CopyTable.pairColumns : CopyTable.columns)
    var shown = 0
    try clusters.forEach(from: offset) { cluster in
      shown += 1
      if pairs {
        try clusters.forEachPair(of: cluster) { a, b, containment in
          try table.write(CopyTable.row(of: a, and: b, containment: containment))
        }
      } else {
        for row in CopyTable.rows(of: cluster, number: offset + shown) { try table.write(row) }
      }
      return shown < limit
    }
    try table.end()
  }
}

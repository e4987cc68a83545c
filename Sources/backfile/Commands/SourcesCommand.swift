import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "List the outlets, with how much the archive has of each, and what is missing.",
    discussion: """
        backfile sources
        backfile sources --health
        backfile sources "Wexley Herald" --csv

      Of one outlet its gaps are listed (months without an article), what is odd about its dates, and
      its months.
      """)

  @Argument(help: "Only this outlet.")
  var name: String?

  @Flag(
    help: "List what is missing or odd: gaps, dates, authors, headlines, boilerplate, copies.")
  var health = false

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let reader = try ArchiveReader(archive.archive)
    if let name { return try list(findingsOf: name, reader) }
    var table = try output.tableWriterOrTable()
    if health {
      try table.begin(columns: SourceHealthTable.columns)
      for source in try reader.sourceHealth() {
        try table.write(SourceHealthTable.row(of: source))
      }
    } else {
      try table.begin(columns: SourceTable.columns)
      for source in try SourceList(reader).sources {
        try table.write(SourceTable.row(of: source))
      }
    }
    try table.end()
  }

  private func list(findingsOf name: String, _ reader: ArchiveReader) throws {
    let all = try reader.sourceHealth()
    guard let source = all.first(where: { $0.summary.name == name }) else {
      throw CommandFailure(message: "there is no source “\(name)”; `backfile sources` lists them")
    }
    var table = try output.tableWriterOrTable()
    if health {
      try table.begin(columns: SourceHealthTable.columns)
      try table.write(SourceHealthTable.row(of: source))
    } else {
      try table.begin(columns: SourceFindingTable.columns)
      for row in SourceFindingTable.rows(of: source) { try table.write(row) }
    }
    try table.end()
  }
}

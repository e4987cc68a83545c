import ArchiveExport
import ArchiveQuery
import ArgumentParser

struct ExportCommand: ParsableCommand {
  /// Whom the tables are for.
  enum Audience: String, CaseIterable, ExpressibleByArgument {
    case any, excel
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write articles, quotes, boilerplate and speakers as CSV tables into a folder.",
    discussion: """
      Beside the tables stands datapackage.json: the query and how it was understood, the meaning of
      every column, and the checksum of every file. Without a query, everything is exported.

      The tables are UTF-8 by RFC 4180, and nothing in them is altered. With --for excel they have a
      byte order mark, cells are cut at 32,767 characters, and an apostrophe stands before texts that
      Excel would run as formulas.
      """)

  @OptionGroup var input: QueryInput

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var folder: String

  @Option(name: .customLong("for"), help: "Whom the tables are for: any, excel.")
  var audience: Audience = .any

  @Flag(name: [.short, .long], help: "Do not list the files.")
  var quiet = false

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    let query = try input.query()
    let export = ArchiveExport(
      query, from: try input.reader(of: archive, for: query),
      dialect: audience == .excel ? .excel : .init(), version: Backfile.version)
    for table in try export.write(to: folder) where !quiet {
      Console.inform("\(folder)/\(table.file): \(grouped(table.rows)) rows, \(bytes(table.bytes))")
      if table.cutCells > 0 {
        Console.inform("  \(grouped(table.cutCells)) cells were cut at 32,767 characters")
      }
    }
  }
}

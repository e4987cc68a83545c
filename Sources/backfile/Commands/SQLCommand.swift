import ArchiveExport
import ArchiveStorage
import ArgumentParser

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Ask the archive's tables in SQL, read-only.",
    discussion: """
      One statement that reads; nothing can be written, no other file opened. The tables are in
      Docs/data-dictionary.md; a statement of - is read from standard input.

        backfile sql 'SELECT source, count(*) FROM article GROUP BY source' --csv
        backfile sql 'SELECT * FROM quote LIMIT 5' --jsonl
      """)

  @Argument(help: ArgumentHelp("The statement.", valueName: "sql"))
  var words: [String]

  @Option(help: ArgumentHelp("How long it may take, in seconds; 0 is for ever.", valueName: "s"))
  var timeout = 60.0

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(timeout >= 0 && timeout < 1e9) {
      throw ValidationError("--timeout takes a number from 0.")
    }
  }

  func run() throws {
    let text = words == ["-"] ? standardInput() : words.joined(separator: " ")
    let sql = try ReadOnlySQL(archive.archive, limit: timeout == 0 ? nil : .seconds(timeout))
    var table: (any TableWriter)?
    do {
      try sql.run(text) { columns in
        table = try output.tableWriterOrTable()
        try table?.begin(columns: columns)
      } row: { values in
        try table?.write(values.map(Self.cell))
        return true
      }
    } catch let problem as SQLProblem {
      // What was found before is no whole answer, and is not passed off as one.
      throw CommandFailure(message: problem.message, status: .usage)
    }
    try table?.end()
  }

  private func standardInput() -> String {
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    return text
  }

  private static func cell(_ value: SQLValue) -> Cell {
    switch value {
    case .null: .missing
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .text(let text): .text(text)
    case .blob(let bytes): .text("x'" + bytes.map(hexadecimal).joined() + "'")
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

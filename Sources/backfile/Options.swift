import ArchiveExport
import ArchiveStorage
import ArgumentParser
import Glibc

/// Which archive a command works on.
struct ArchiveOption: ParsableArguments {
  @Option(
    name: [.customShort("a"), .customLong("archive")],
    help: ArgumentHelp(
      "The archive's file.",
      discussion: "Without it: $BACKFILE_ARCHIVE, else archive.backfile in this folder.",
      valueName: "file"))
  var path: String?

  var archive: Archive {
    Archive(
      path: path ?? getenv("BACKFILE_ARCHIVE").map { String(cString: $0) } ?? "archive.backfile")
  }
}

/// How a table is printed.
enum TableFormat: String, EnumerableFlag {
  case csv, tsv, json, jsonl, table

  static func help(for value: TableFormat) -> ArgumentHelp? {
    switch value {
    case .csv: "Print CSV (RFC 4180, UTF-8)."
    case .tsv: "Print tab-separated values."
    case .json: "Print one JSON array."
    case .jsonl: "Print a JSON object a line."
    case .table: "Print columns side by side."
    }
  }
}

/// The form of a command's output and where it goes.
struct OutputOptions: ParsableArguments {
  @Flag(exclusivity: .exclusive)
  var format: TableFormat?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write to this file, not to standard output.", valueName: "file"))
  var path: String?

  /// Whether people read it: no format was asked for, and no file.
  var isForPeople: Bool { format == nil && path == nil }

  func sink() throws -> ByteSink {
    guard let path, path != "-" else { return ByteSink() }
    return try ByteSink(path: path)
  }

  /// A writer in the format asked for; nil when none was asked for and people should read it.
  func tableWriter() throws -> (any TableWriter)? {
    guard let format else { return path == nil ? nil : CSVWriter(to: try sink()) }
    let sink = try sink()
    switch format {
    case .csv: return CSVWriter(to: sink)
    case .tsv: return CSVWriter(to: sink, dialect: .tsv)
    case .json: return JSONWriter(to: sink, lines: false)
    case .jsonl: return JSONWriter(to: sink, lines: true)
    case .table: return TerminalTable(to: sink)
    }
  }

  /// A writer in the format asked for; a table for people when none was.
  func tableWriterOrTable() throws -> any TableWriter {
    try tableWriter() ?? TerminalTable(to: sink())
  }

  /// Writes a table whose rows are there already.
  func write(columns: [String], rows: [[Cell]]) throws {
    var table = try tableWriterOrTable()
    try table.begin(columns: columns)
    for row in rows { try table.write(row) }
    try table.end()
  }
}

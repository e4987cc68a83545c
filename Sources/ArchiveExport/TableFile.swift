internal import ArchiveStorage

/// A table that an export has written.
public struct ExportedTable: Sendable {
  /// The file's name in the export's folder.
  public let file: String
  /// Its rows, without the header.
  public let rows: Int
  /// Its size in bytes.
  public let bytes: Int
  /// Its SHA-256 in hexadecimal digits.
  public let sha256: String
  /// Cells that were cut because a spreadsheet holds no longer ones.
  public let cutCells: Int
  /// Its columns; none where the file is no table.
  public let columns: [Column]

  /// The file's name without `.csv`.
  public var name: String { file.hasSuffix(".csv") ? String(file.dropLast(4)) : file }
}

/// A table of an export while it is written.
final class TableFile {
  private let file: String
  private let columns: [Column]
  private let output: CheckedFile
  private var writer: CSVWriter
  private var rows = 0

  init(
    _ name: String, _ columns: [Column], to place: ExportPlace, _ dialect: CSVWriter.Dialect,
    onRecord: ((String) -> Void)? = nil
  ) throws {
    file = name + ".csv"
    self.columns = columns + (dialect.flagsCuts ? [CSVWriter.cutColumn] : [])
    output = try CheckedFile(file, in: place)
    writer = CSVWriter(to: output.sink, dialect: dialect, onRecord: onRecord)
    try writer.begin(columns: columns.map(\.name))
  }

  func write(_ row: [Cell]) throws {
    try writer.write(row)
    rows += 1
  }

  func finish() throws -> ExportedTable {
    try writer.end()
    return output.finished(rows: rows, cutCells: writer.cutCells, columns: columns)
  }
}

/// Where an export goes: a folder, or nowhere, when only its checksums are wanted.
enum ExportPlace {
  case folder(String)
  case nowhere

  func path(of file: String) -> String {
    switch self {
    case .folder(let folder): folder + "/" + file
    case .nowhere: "/dev/null"
    }
  }
}

/// A file that is written, and its checksum.
final class CheckedFile {
  private let file: String
  let sink: ByteSink
  private let checksum: Checksum

  private final class Checksum {
    var hash = SHA256()
  }

  init(_ file: String, in place: ExportPlace) throws {
    self.file = file
    let checksum = Checksum()
    self.checksum = checksum
    sink = try ByteSink(path: place.path(of: file)) { checksum.hash.update($0) }
  }

  /// The file, when all was handed over.
  func finished(rows: Int = 0, cutCells: Int = 0, columns: [Column] = []) -> ExportedTable {
    ExportedTable(
      file: file, rows: rows, bytes: sink.count, sha256: checksum.hash.finish().hexadecimal,
      cutCells: cutCells, columns: columns)
  }

  /// Writes a file as a whole.
  static func write(_ text: String, to file: String, in place: ExportPlace) throws -> ExportedTable
  {
    let output = try CheckedFile(file, in: place)
    try output.sink.write(text)
    try output.sink.flush()
    return output.finished()
  }
}

extension Sequence<UInt8> {
  /// The bytes as hexadecimal digits.
  var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

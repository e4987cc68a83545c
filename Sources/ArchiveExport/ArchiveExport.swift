public import ArchiveQuery
internal import ArchiveStorage
internal import Glibc
internal import NewsModel

/// Writes the articles that a query finds, with all that belongs to them, as tables in a folder.
///
/// Beside the tables stands `datapackage.json` (Frictionless Data Package, specs.frictionlessdata.io):
/// the query and how it was understood, the counts, a codebook of every column, and the SHA-256 of
/// each file, so that somebody else can make the same tables and see that they are the same.
public struct ArchiveExport {
  private let reader: ArchiveReader
  private let query: Query
  private let dialect: CSVWriter.Dialect
  private let version: String

  /// An export of what a query finds.
  ///
  /// - Parameters:
  ///   - query: What to export.
  ///   - reader: The archive.
  ///   - dialect: How the tables are written.
  ///   - version: The version of the program, for the record.
  public init(
    _ query: Query, from reader: ArchiveReader, dialect: CSVWriter.Dialect = .init(),
    version: String
  ) {
    (self.query, self.reader, self.dialect, self.version) = (query, reader, dialect, version)
  }

  /// Writes the tables, oldest article first, in constant memory.
  ///
  /// - Parameter folder: The folder; it is made where it is missing.
  /// - Returns: Each file with the number of its rows.
  /// - Throws: ``OutputError`` where something cannot be written.
  public func write(to folder: String) throws -> [ExportedTable] {
    if mkdir(folder, 0o755) != 0 && errno != EEXIST {
      throw OutputError(name: folder, number: errno)
    }
    let articles = try TableFile("articles", ArticleTable.codebook, in: folder, dialect)
    let quotes = try TableFile("quotes", QuoteTable.codebook, in: folder, dialect)
    let boilerplate = try TableFile("boilerplate", BoilerplateTable.codebook, in: folder, dialect)
    let speakers = try TableFile("speakers", SpeakerTally.codebook, in: folder, dialect)
    var tally = SpeakerTally()
    try ArticleSearch(query, in: reader).forEachID(order: .oldest) { id in
      guard let article = try reader.article(id) else { return true }
      try articles.write(ArticleTable.row(of: article))
      for quote in article.quotes { try quotes.write(QuoteTable.row(of: quote, in: article)) }
      for (index, block) in article.boilerplate.enumerated() {
        try boilerplate.write(BoilerplateTable.row(of: block, place: index + 1, in: article))
      }
      tally.add(article)
      return true
    }
    for row in tally.rows { try speakers.write(row) }
    let tables = try [articles, quotes, boilerplate, speakers].map { try $0.finish() }
    let package = DataPackage(
      query: query, archive: try reader.identity(), version: version, tables: tables)
    let sink = try ByteSink(path: folder + "/datapackage.json")
    try sink.write(package.json)
    try sink.flush()
    return tables
  }
}

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
  let columns: [Column]
}

/// A table of an export while it is written.
private final class TableFile {
  private let file: String
  private let columns: [Column]
  private let sink: ByteSink
  private let checksum: Checksum
  private var writer: CSVWriter
  private var rows = 0

  private final class Checksum {
    var hash = SHA256()
  }

  init(
    _ name: String, _ columns: [Column], in folder: String, _ dialect: CSVWriter.Dialect
  ) throws {
    file = name + ".csv"
    self.columns = columns
    let checksum = Checksum()
    self.checksum = checksum
    sink = try ByteSink(path: folder + "/" + file) { checksum.hash.update($0) }
    writer = CSVWriter(to: sink, dialect: dialect)
    try writer.begin(columns: columns.map(\.name))
  }

  func write(_ row: [Cell]) throws {
    try writer.write(row)
    rows += 1
  }

  func finish() throws -> ExportedTable {
    try writer.end()
    let digits = checksum.hash.finish().map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return ExportedTable(
      file: file, rows: rows, bytes: sink.count, sha256: digits.joined(),
      cutCells: writer.cutCells, columns: columns)
  }
}

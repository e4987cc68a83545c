public import ArchiveQuery
internal import ArchiveStorage
internal import NewsModel

/// How an export is made.
public struct ExportOptions: Sendable, Equatable {
  /// Whom it is for.
  public var audience = Audience.any
  /// Whether the texts of articles, quotes and contexts are in it. Without them it may be shared where
  /// the articles may not be republished: ids, addresses and checksums of the texts stay.
  public var hasTexts = true
  /// The form of the network of speakers and sources, if one is wanted.
  public var network: NetworkFormat?
  /// The words on each side of a hit in the concordance.
  public var width = Concordance.usualWidth

  /// Tables for anybody, with texts, without a network.
  public init() {}
}

/// Writes the articles that a query finds, with all that belongs to them, as tables in a folder.
///
/// Beside the tables stands `datapackage.json` (Frictionless Data Package, specs.frictionlessdata.io):
/// the query and how it was understood, the counts, a codebook of every column, and the SHA-256 of
/// each file, so that somebody else can make the same tables and see that they are the same.
public struct ArchiveExport {
  private let reader: ArchiveReader
  private let query: Query
  private let options: ExportOptions
  private let version: String

  /// An export of what a query finds.
  ///
  /// - Parameters:
  ///   - query: What to export.
  ///   - reader: The archive.
  ///   - options: How it is made.
  ///   - version: The version of the program, for the record.
  public init(
    _ query: Query, from reader: ArchiveReader, options: ExportOptions = .init(), version: String
  ) {
    (self.query, self.reader, self.options, self.version) = (query, reader, options, version)
  }

  /// Writes the tables, oldest article first; memory grows with the number of speakers and hits, not
  /// with the texts.
  ///
  /// The files of an export that is in the folder are replaced when all new ones are written; until then,
  /// and where something fails, they are as they were.
  ///
  /// - Parameter folder: The folder; it is made where it is missing.
  /// - Returns: Each file with the number of its rows.
  /// - Throws: ``OutputError`` where something cannot be written.
  public func write(to folder: String) throws -> [ExportedTable] {
    let folder = try ExportFolder(folder)
    do {
      let files = try write(to: folder.place)
      try folder.takePlace(files.map(\.file))
      return files
    } catch {
      folder.discard()
      throw error
    }
  }

  /// Makes the export, and hands over each record of the articles' table as it is written.
  func write(
    to place: ExportPlace, onArticle: ((String) -> Void)? = nil
  ) throws -> [ExportedTable] {
    // One state of the archive, whatever is written to it meanwhile.
    try reader.connection.reading {
      var files = try writeArticles(to: place, onArticle)
      files.append(try writeConcordance(to: place))
      files.append(try writeCounts(to: place))
      files.append(try writeCodebook(of: files, to: place))
      if let script = options.audience.script(for: files) {
        files.append(try CheckedFile.write(script.text, to: script.file, in: place))
      }
      let package = DataPackage(
        query: query, options: options, archive: try reader.identity(), version: version,
        files: files)
      _ = try CheckedFile.write(package.json, to: DataPackage.file, in: place)
      return files
    }
  }

  /// A table, without the columns that are not to be given away.
  private struct Output {
    private let file: TableFile
    private let order: [Int]

    init(
      _ name: String, _ columns: [Column], order: [Int]? = nil, _ options: ExportOptions,
      _ place: ExportPlace, onRecord: ((String) -> Void)? = nil
    ) throws {
      let shown = columns.indices.filter { options.hasTexts || !columns[$0].isText }
      let order = order ?? Array(columns.indices)
      self.order = shown.map { order[$0] }
      file = try TableFile(
        name, shown.map { columns[$0] }, to: place, options.audience.dialect,
        onRecord: onRecord)
    }

    func write(_ row: [Cell]) throws { try file.write(order.map { row[$0] }) }

    func finish() throws -> ExportedTable { try file.finish() }
  }

  private func writeArticles(
    to place: ExportPlace, _ onArticle: ((String) -> Void)?
  ) throws -> [ExportedTable] {
    func output(_ name: String, _ columns: [Column]) throws -> Output {
      try Output(name, columns, options, place)
    }
    let columns = options.audience.articleColumns(ArticleTable.codebook)
    let articles = try Output(
      "articles", columns.columns, order: columns.order, options, place, onRecord: onArticle)
    let quotes = try output("quotes", QuoteTable.codebook)
    let boilerplate = try output("boilerplate", BoilerplateTable.codebook)
    let speakers = try output("speakers", SpeakerTally.codebook)
    var tally = SpeakerTally()
    var network = options.network.map { _ in SourceNetwork() }
    try ArticleSearch(query, in: reader).forEachID(order: .oldest) { id in
      guard let article = try reader.article(id) else { return true }
      try articles.write(ArticleTable.row(of: article))
      for quote in article.quotes { try quotes.write(QuoteTable.row(of: quote, in: article)) }
      for (index, block) in article.boilerplate.enumerated() {
        try boilerplate.write(BoilerplateTable.row(of: block, place: index + 1, in: article))
      }
      tally.add(article)
      network?.add(article)
      return true
    }
    for row in tally.rows { try speakers.write(row) }
    var files = try [articles, quotes, boilerplate, speakers].map { try $0.finish() }
    if let format = options.network, let network {
      files.append(
        try CheckedFile.write(
          network.text(in: format), to: "network.\(format.rawValue)", in: place))
    }
    return files
  }

  private func writeConcordance(to place: ExportPlace) throws -> ExportedTable {
    let table = try Output("kwic", ConcordanceTable.codebook, options, place)
    let concordance = try Concordance(query, in: reader, width: options.width)
    try concordance.forEachLine(order: .oldest) { line in
      try table.write(ConcordanceTable.row(of: line))
      return true
    }
    return try table.finish()
  }

  private func writeCounts(to place: ExportPlace) throws -> ExportedTable {
    let table = try Output("counts", CountSummary.codebook, options, place)
    for row in try CountSummary(of: query, in: reader).rows { try table.write(row) }
    return try table.finish()
  }

  private func writeCodebook(
    of files: [ExportedTable], to place: ExportPlace
  ) throws -> ExportedTable {
    let table = try Output("codebook", Codebook.codebook, options, place)
    for row in Codebook(files).rows { try table.write(row) }
    return try table.finish()
  }
}

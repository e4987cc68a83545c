import ArchiveExport
import ArchiveQuery
import ArchiveStorage
import ArgumentParser
import NewsModel

struct ShowCommand: ParsableCommand {
  /// What of an article is shown.
  enum Layer: String, CaseIterable, ExpressibleByArgument {
    case all, body, boilerplate, quotes, raw, meta
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one article.",
    discussion: """
      Layers: body (the reporting), boilerplate, quotes, meta (its fields and where it came from),
      raw (the text as it was imported, byte for byte), all.

        backfile show 2019-03-04.1
        backfile show 2019-03-04.1 --layer raw
      """)

  @Argument(help: ArgumentHelp("The article's id, as listings show it.", valueName: "id"))
  var id: String

  @Option(help: "What to show: \(Layer.allCases.map(\.rawValue).joined(separator: ", ")).")
  var layer: Layer = .all

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let number = ArticleID(id) else {
      throw CommandFailure(
        message: "'\(id)' is no article id; ids look like 2017-01-28.17, 2017-01.3 or undated.5",
        status: .usage)
    }
    guard let article = try ArchiveReader(archive.archive).article(number) else {
      throw CommandFailure(message: "there is no article \(id) in \(archive.archive.path)")
    }
    if output.format != nil { return try writeTable(article) }
    let sink = try output.sink()
    let printer = ArticlePrinter(article, to: sink)
    switch layer {
    case .all:
      try printer.printMetadata(brief: true)
      try printer.printBody()
      try printer.printQuotes()
      try printer.printBoilerplate()
      try printer.print(
        tags: try TagStore(archive.archive).tags(of: number),
        notes: try NoteStore(archive.archive).notes(on: number))
    case .body: try printer.printBody()
    case .boilerplate: try printer.printBoilerplate()
    case .quotes: try printer.printQuotes()
    case .meta: try printer.printMetadata(brief: false)
    // To a pipe or file exactly; a terminal gets nothing that it would act on.
    case .raw:
      let text = article.originalText
      try sink.write(Console.outputIsTerminal && output.path == nil ? Console.safe(text) : text)
    }
    try sink.flush()
  }

  private func writeTable(_ article: StoredArticle) throws {
    var table = try output.tableWriterOrTable()
    switch layer {
    case .quotes:
      try table.begin(columns: QuoteTable.columns)
      for quote in article.quotes { try table.write(QuoteTable.row(of: quote, in: article)) }
    case .boilerplate:
      try table.begin(columns: BoilerplateTable.columns)
      for (index, block) in article.boilerplate.enumerated() {
        try table.write(BoilerplateTable.row(of: block, place: index + 1, in: article))
      }
    case .all, .body, .meta, .raw:
      try table.begin(columns: ArticleTable.columns)
      try table.write(ArticleTable.row(of: article))
    }
    try table.end()
  }
}

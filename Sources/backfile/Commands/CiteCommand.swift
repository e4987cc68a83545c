import ArchiveExport
import ArchiveQuery
import ArchiveStorage
import ArgumentParser
import NewsModel

struct CiteCommand: ParsableCommand {
  /// The formats of references.
  enum Style: String, CaseIterable, ExpressibleByArgument {
    case ris, bibtex, csl

    var format: any CitationFormat {
      switch self {
      case .ris: RIS()
      case .bibtex: BibTeX()
      case .csl: CSLJSON()
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Write references to articles, for Zotero, BibTeX and others.",
    discussion: """
        backfile cite 2019-03-04.1
        backfile cite --query 'strike date:2019' --format bibtex -o strike.bib
        backfile cite --query tag:used --format csl -o used.json
      """)

  @OptionGroup var input: ArticleInput

  @Option(
    help: "The format: \(Style.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Style = .ris

  @OptionGroup var archive: ArchiveOption

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write to this file, not to standard output.", valueName: "file"))
  var path: String?

  func validate() throws {
    if input.isEmpty { throw ValidationError("Say which articles: their ids, or --query.") }
  }

  func run() throws {
    let articles = try input.articles(in: archive.archive)
    let reader = try ArchiveReader(archive.archive)
    let format = format.format
    // What was typed may not be there: that is told before a file is written over.
    for id in articles.prefix(input.ids.count) where try reader.article(id) == nil {
      throw CommandFailure(message: "there is no article \(id) in \(archive.archive.path)")
    }
    let sink =
      try path.flatMap { $0 == "-" ? nil : $0 }.map { try ByteSink(path: $0) } ?? ByteSink()
    try sink.write(format.opening)
    var isFirst = true
    for id in articles {
      guard let article = try reader.article(id) else { continue }
      if !isFirst { try sink.write(format.separator) }
      isFirst = false
      try sink.write(format.reference(to: Citation(article)))
    }
    try sink.write(format.closing)
    try sink.flush()
  }
}

import ArchiveExport
import ArchiveQuery
import ArchiveStorage
import NewsModel

/// Prints one article for people to read.
struct ArticlePrinter {
  private let article: StoredArticle
  private let sink: ByteSink
  private let width = min(Console.outputIsTerminal ? Console.width : 100, 100)

  init(_ article: StoredArticle, to sink: ByteSink) { (self.article, self.sink) = (article, sink) }

  func printMetadata(brief: Bool) throws {
    if let headline = article.headline { try sink.write(Style.bold(Console.safe(headline)) + "\n") }
    var facts: [(String, String?)] = [
      ("id", article.id.description), ("source", article.source),
      ("date", article.date.map { "\($0) (from the \(article.dateOrigin?.rawValue ?? "record"))" }),
      ("author", article.author), ("section", article.section), ("language", article.language),
      ("url", article.url),
    ]
    if !brief {
      let line = article.position.line.map { ", line \($0)" } ?? ""
      facts += [
        ("words", grouped(article.words)),
        (
          "imported",
          "run \(article.importRun), \(article.file), record \(article.position.record)\(line)"
        ),
        ("sha256", article.sha256.map { hexadecimal($0) }.joined()),
        ("other fields", article.metadata), ("remarks", article.remarks),
      ]
    }
    for case (let name, let value?) in facts {
      let padding = String(repeating: " ", count: max(1, 13 - name.count))
      try sink.write(Style.dim(name) + padding + Console.safe(value) + "\n")
    }
    try sink.write("\n")
  }

  func printBody() throws {
    try sink.write(wrapped(Console.safe(article.body), toColumns: width) + "\n\n")
  }

  func printQuotes() throws {
    guard !article.quotes.isEmpty else { return }
    try sink.write(Style.heading("Quotes") + "\n")
    for quote in article.quotes {
      var speaker = quote.speaker ?? quote.speakerText ?? "(nobody)"
      if let written = quote.speakerText, written != speaker { speaker += " (“\(written)”)" }
      let cue = quote.cue.map { ", \($0)" } ?? ""
      try sink.write(
        "  " + Style.bold(Console.safe(speaker))
          + Style.dim("\(Console.safe(cue)), \(quote.kind.rawValue)") + "\n")
      try sink.write(wrapped(Console.safe(quote.text), toColumns: width, indent: "    ") + "\n")
    }
    try sink.write("\n")
  }

  func printBoilerplate() throws {
    guard !article.boilerplate.isEmpty else { return }
    try sink.write(Style.heading("Boilerplate") + "\n")
    for block in article.boilerplate {
      try sink.write("  " + Style.bold(block.kind.rawValue) + Style.dim(" (\(block.rule))") + "\n")
      try sink.write(wrapped(Console.safe(block.text), toColumns: width, indent: "    ") + "\n")
    }
    try sink.write("\n")
  }

  /// What people have made of it.
  func print(tags: [ArticleTag], notes: [Note]) throws {
    let tags = tags.filter(\.holds)
    if !tags.isEmpty {
      let names = tags.map { tag in
        tag.name + (tag.score.map { " (classifier, \(decimal($0, places: 2)))" } ?? "")
      }
      try sink.write(Style.heading("Tags") + "\n")
      try sink.write("  " + Console.safe(names.joined(separator: ", ")) + "\n\n")
    }
    guard !notes.isEmpty else { return }
    try sink.write(Style.heading("Notes") + "\n")
    for note in notes {
      try sink.write("  " + Style.dim("\(note.id), \(note.made)") + "\n")
      try sink.write(wrapped(Console.safe(note.text), toColumns: width, indent: "    ") + "\n")
    }
    try sink.write("\n")
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
  }
}

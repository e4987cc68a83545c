import ArchiveExport
import ArgumentParser
import NewsFormats

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Analyse articles without an archive: JSON Lines or pages in, JSON Lines out.",
    usage: "backfile extract (--quotes [--precise] [--scare] | --pages) [<files> ...]",
    discussion: """
      Reads an object a line, from files or standard input, and writes an object a line, in the same
      order, on all cores. Each has its "id" (any JSON), and the answer carries it again. A line
      that cannot be read becomes {"id": …, "line": N, "error": "…"}, and the exit code is 3.

        backfile extract --quotes articles.jsonl > quotes.jsonl

      --pages reads web pages instead, from files and folders: their articles are the answers.

        backfile extract --pages saved/ > articles.jsonl
      """)

  @Flag(exclusivity: .exclusive)
  var mode: ExtractMode?

  @OptionGroup(title: "Quotes") var quoteOptions: QuoteExtraction.Options

  @Argument(help: "JSON Lines files, or pages; - or none is standard input.")
  var files: [String] = []

  func validate() throws {
    guard mode == nil else { return }
    throw ValidationError(
      "Say what to extract: --quotes from the articles in JSON Lines, or --pages, the articles of "
        + "web pages.")
  }

  func run() async throws {
    var errors = 0
    guard let extraction else {
      errors = try await PageExtraction().run(files.isEmpty ? ["-"] : files, to: ByteSink())
      if errors > 0 { throw ExitStatus.rejects }
      return
    }
    let analyse = AnalysedLines(extraction: extraction, sink: ByteSink())
    for path in files.isEmpty ? ["-"] : files {
      let input = path == "-" ? InputFile.standardInput : InputFile(path: path)
      errors += try await analyse.run(LineReader(input))
    }
    if errors > 0 { throw ExitStatus.rejects }
  }

  /// What is found in a line; nil for the mode that reads pages.
  private var extraction: (any Extraction)? {
    switch mode {
    case .quotes: QuoteExtraction(quoteOptions)
    case .pages, nil: nil
    }
  }
}

/// What `extract` finds: a case, and a file beside this one, for each.
enum ExtractMode: String, EnumerableFlag {
  case quotes, pages

  static func help(for value: ExtractMode) -> ArgumentHelp? {
    switch value {
    case .quotes: QuoteExtraction.help
    case .pages: PageExtraction.help
    }
  }
}

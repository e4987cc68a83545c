import ArchiveExport
import ArgumentParser
import NewsFormats

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Analyse articles without an archive: JSON Lines in, JSON Lines out.",
    discussion: """
      Reads an object a line, from files or standard input, and writes an object a line, in the same
      order, on all cores. Each has its "id" (any JSON), and the answer carries it again. A line
      that cannot be read becomes {"id": …, "line": N, "error": "…"}, and the exit code is 3.

        backfile extract --quotes articles.jsonl > quotes.jsonl
      """)

  @Flag(exclusivity: .exclusive)
  var mode: ExtractMode

  @OptionGroup(title: "Quotes") var quoteOptions: QuoteExtraction.Options

  @Argument(help: "JSON Lines files; - or none is standard input.")
  var files: [String] = []

  func run() async throws {
    let analyse = AnalysedLines(extraction: extraction, sink: ByteSink())
    var errors = 0
    for path in files.isEmpty ? ["-"] : files {
      let input = path == "-" ? InputFile.standardInput : InputFile(path: path)
      errors += try await analyse.run(LineReader(input))
    }
    if errors > 0 { throw ExitStatus.rejects }
  }

  private var extraction: any Extraction {
    switch mode {
    case .quotes: QuoteExtraction(quoteOptions)
    }
  }
}

/// What `extract` finds: a case, and a file beside this one, for each.
enum ExtractMode: String, EnumerableFlag {
  case quotes

  static func help(for value: ExtractMode) -> ArgumentHelp? {
    switch value {
    case .quotes: QuoteExtraction.help
    }
  }
}

import ArchiveExport
import ArgumentParser
import NewsFormats

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Analyse articles without an archive: JSON Lines or pages in, JSON Lines out.",
    usage:
      "backfile extract (--quotes [--precise] [--scare] | --boilerplate | --pages) [<files> ...]",
    discussion: """
      Reads an object a line, from files or standard input, and writes an object a line, in the same
      order, on all cores. Each has its "id" (any JSON), and the answer carries it again. A line
      that cannot be read becomes {"id": …, "line": N, "error": "…"}, and the exit code is 3.

        backfile extract --quotes articles.jsonl > quotes.jsonl

      --boilerplate reads articles as "paragraphs": [{"text": …}, …] with their "source", and writes
      the numbers of those that are boilerplate ("drop", from 0) and what each is ("kinds"). It learns
      what repeats within each source over all inputs, which it reads twice; of standard input it
      makes a temporary copy ($TMPDIR).

        backfile extract --boilerplate paragraphs.jsonl > boilerplate.jsonl

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
      "Say what to extract: --quotes or --boilerplate from the articles in JSON Lines, or --pages, "
        + "the articles of web pages.")
  }

  func run() async throws {
    let files = files.isEmpty ? ["-"] : files
    var errors = 0
    switch mode {
    case .quotes:
      errors = try await answer(inputs(files), QuoteExtraction(quoteOptions))
    case .boilerplate:
      let inputs = try inputs(files).map { try RereadableInput($0) }
      let extraction = try BoilerplateExtraction(learningFrom: inputs.map(\.file))
      errors = try await answer(inputs.map(\.file), extraction)
      // The copies of what came through pipes go with it.
      withExtendedLifetime(inputs) {}
    case .pages, nil:
      errors = try await PageExtraction().run(files, to: ByteSink())
    }
    if errors > 0 { throw ExitStatus.rejects }
  }

  private func inputs(_ files: [String]) -> [InputFile] {
    files.map { $0 == "-" ? .standardInput : InputFile(path: $0) }
  }

  /// Answers every line of the inputs; returns how many could not be.
  private func answer(_ inputs: [InputFile], _ extraction: any Extraction) async throws -> Int {
    let analyse = AnalysedLines(extraction: extraction, sink: ByteSink())
    var errors = 0
    for input in inputs { errors += try await analyse.run(LineReader(input)) }
    return errors
  }
}

/// What `extract` finds: a case, and a file beside this one, for each.
enum ExtractMode: String, EnumerableFlag {
  case quotes, boilerplate, pages

  static func help(for value: ExtractMode) -> ArgumentHelp? {
    switch value {
    case .quotes: QuoteExtraction.help
    case .boilerplate: BoilerplateExtraction.help
    case .pages: PageExtraction.help
    }
  }
}

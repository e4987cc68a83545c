import ArchiveExport
import ArgumentParser
import NewsFormats
import NewsModel
import NewsText

/// `extract --quotes`: who said what. Offsets are code points into the text as given.
struct QuoteExtraction: Extraction {
  static let help: ArgumentHelp = "Quotes and their speakers in \"text\" or \"body\"."

  struct Options: ParsableArguments {
    @Flag(help: "Only quotes of rules that are nearly always right.")
    var precise = false

    @Flag(help: "Also marks that quote nobody: terms, irony, titles of works.")
    var scare = false
  }

  private let extractor: QuoteExtractor
  private let includesScare: Bool

  init(_ options: Options) {
    extractor = QuoteExtractor(isPrecise: options.precise)
    includesScare = options.scare
  }

  func members(of record: JSONObject) throws(ExtractProblem) -> String {
    let text = try record.articleText()
    let language = record.language ?? detectLanguage(of: text)
    let writer = QuoteJSON(text)
    let quotes = extractor.quotes(in: text, language: language)
      .filter { includesScare || $0.kind != .scare }
    return "\"quotes\":[" + quotes.map(writer.object).joined(separator: ",") + "]"
  }
}

/// Writes the quotes of one text as JSON objects.
private struct QuoteJSON {
  private let bytes: [UInt8]
  private let offsets: CodePointOffsets

  init(_ text: String) {
    bytes = Array(text.utf8)
    offsets = CodePointOffsets(text)
  }

  func object(_ quote: QuoteMention) -> String {
    let speaker = quote.speakers.first
    var members = [
      "\"start\":\(start(quote.range))", "\"end\":\(end(quote.range))",
      "\"text\":\(words(quote.range))", "\"kind\":\"\(quote.kind.rawValue)\"",
    ]
    members += speakerMembers(speaker)
    members += [
      "\"cue\":\(quote.cue.map(words) ?? "null")", "\"rule\":\(JSONWriter.quoted(quote.rule))",
      "\"confidence\":\(quote.confidence)",
    ]
    if quote.speakers.count > 1 {
      let others = quote.speakers.dropFirst().map {
        "{" + speakerMembers($0).joined(separator: ",") + "}"
      }
      members.append("\"co_speakers\":[\(others.joined(separator: ","))]")
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private func speakerMembers(_ speaker: SpeakerMention?) -> [String] {
    let kind = speaker?.kind.map { "\"\($0.rawValue)\"" }
    return [
      "\"speaker_text\":\(speaker.map { words($0.range) } ?? "null")",
      "\"speaker_start\":\(speaker.map { String(start($0.range)) } ?? "null")",
      "\"speaker_end\":\(speaker.map { String(end($0.range)) } ?? "null")",
      "\"speaker_resolved\":\(speaker?.resolved.map(JSONWriter.quoted) ?? "null")",
      "\"speaker_kind\":\(kind ?? "null")",
    ]
  }

  private func start(_ range: Range<Int>) -> Int { offsets.codePoint(atByte: range.lowerBound) }
  private func end(_ range: Range<Int>) -> Int { offsets.codePoint(atByte: range.upperBound) }

  private func words(_ range: Range<Int>) -> String {
    JSONWriter.quoted(
      String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self))
  }
}

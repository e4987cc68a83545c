import NewsModel
import TestSupport
import Testing

@testable import NewsFormats

/// Real dumps and hostile files, where this machine has them.
struct EvaluationTests {
  /// The number of articles is the number of lines, by `zcat FILE | wc -l`.
  @Test(
    .enabled(if: Evaluation.path("eval/corpora") != nil),
    arguments: [
      ("bbc", 1116, 0), ("fakenews_es", 1543, 0), ("wikinews", 295, 295),
      ("zh_terminus2049", 611, 609),
    ])
  func corporaAreReadWhole(name: String, articles: Int, fieldDates: Int) throws {
    let path = try #require(Evaluation.path("eval/corpora/\(name).jsonl.gz"))
    var found: [ArticleDraft] = []
    try readRecords(from: InputFile(path: path, size: nil)) { event in
      found.append(try #require(event.article))
    }
    #expect(found.count == articles)
    #expect(found.count { $0.dateOrigin == .field } == fieldDates)
    #expect(found.allSatisfy { $0.language != nil })
    #expect(found.allSatisfy { $0.metadata.map(\.name).contains("id") })
  }

  @Test(.enabled(if: Evaluation.path("seeds/putin-trump-call.txt") != nil))
  func theSeedArticleIsReadWhole() throws {
    let path = try #require(Evaluation.path("seeds/putin-trump-call.txt"))
    var events: [RecordEvent] = []
    try readRecords(from: InputFile(path: path, size: nil)) { events.append($0) }
    let article = try #require(events.first?.article)
    let bytes = try contents(of: path)
    let firstLine = try #require(bytes.split(separator: 0x0A).first)
    #expect(events.count == 1)
    #expect(article.headline == String(decoding: firstLine, as: UTF8.self))
    #expect(article.text == String(decoding: bytes[(firstLine.endIndex + 1)...], as: UTF8.self))
  }

  /// Those that read whatever they are given; the others by what their own tests do to them.
  private static let hostileFormats: [Format] = [
    .jsonLines, .json, .csv, .tsv, .plainText, .warc, .mail, .mailbox, .rtf, .feed, .zip, .tar,
    .sqlite, .trec, .lexisNexisText,
  ]

  /// Nothing but records and typed errors comes of a hostile file.
  @Test(
    .enabled(if: Evaluation.path("eval/bad-inputs") != nil),
    arguments: [
      "blns", "csv-horror", "csv-injection", "json-nst", "trojan-source", "utf8-kuhn",
      "xss-payloads", "warc-warcio", "warc-jwarc", "xml-defusedxml",
    ])
  func hostileFilesAreSurvived(folder: String) throws {
    let path = try #require(Evaluation.path("eval/bad-inputs/\(folder)"))
    let inputs = discoverInputs([path])
    #expect(inputs.problems.isEmpty && !inputs.files.isEmpty)
    for input in inputs.files {
      for format in [nil] + Self.hostileFormats.map(Optional.some) {
        do {
          try readRecords(from: input, options: ImportOptions(format: format)) { _ in }
        } catch is FormatError {}
      }
    }
  }

  /// Thousands of feeds, right and wrong: each is read, or refused with a reason.
  @Test(
    .enabled(if: Evaluation.path("eval/bad-inputs") != nil),
    arguments: ["feeds-feedparser", "feeds-feedvalidator", "html5lib-tree", "xss-h5sc"])
  func hostileMarkupIsSurvived(folder: String) throws {
    let path = try #require(Evaluation.path("eval/bad-inputs/\(folder)"))
    for input in discoverInputs([path]).files {
      for format in [nil, Format.feed, .recordXML] {
        do {
          try readRecords(from: input, options: ImportOptions(format: format)) { _ in }
        } catch is FormatError {}
      }
    }
  }

  /// A billion laughs are no entity that is known here, and nothing is fetched.
  @Test(.enabled(if: Evaluation.path("eval/bad-inputs/xml-defusedxml") != nil))
  func entitiesAreNotResolved() throws {
    let path = try #require(Evaluation.path("eval/bad-inputs/xml-defusedxml"))
    for input in discoverInputs([path]).files {
      for format in [Format.feed, .nitf, .tei, .recordXML, .alto] {
        try readRecords(from: input, options: ImportOptions(format: format)) { event in
          let text = event.article?.text ?? ""
          #expect(text.utf8.count < 100_000)
          #expect(!text.contains("root:") && !text.contains("EVIL"))
        }
      }
    }
  }
}

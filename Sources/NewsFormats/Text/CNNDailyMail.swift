import NewsModel

extension Format {
  /// A story of the CNN/DailyMail question set.
  public static let story = Format(
    name: "story", summary: "CNN/DailyMail .story: the text, then `@highlight` blocks",
    fileExtensions: ["story"], isText: true,
    sniff: { sample, isNamed in
      let hasMark = lines(of: repairedString(sample.bytes.span)).contains { $0 == "@highlight" }
      return hasMark ? .certain : isNamed ? .likely : .no
    },
    makeReader: { TextReader<StoryGrammar>($0, isNamedByDay: true) })
}

/// One article a file; below it what the site showed as highlights (Hermann et al. 2015).
struct StoryGrammar: TextGrammar {
  init() {}

  mutating func boundary(_ line: Span<UInt8>) -> TextBoundary { .none }

  mutating func read(
    _ block: TextBlock, into assembler: inout RecordAssembler
  ) -> TextReading {
    var parts = block.lines.split(omittingEmptySubsequences: false) { $0 == "@highlight" }
    guard !parts.isEmpty else { return .nothing }
    let body = parts.removeFirst().joined(separator: "\n").trimmedText
    let highlights = parts.map { $0.joined(separator: " ").trimmedText }.filter { !$0.isEmpty }
    assembler.add(.text, body)
    if let json = jsonArray(of: highlights) {
      assembler.add("highlights", .json(json, reading: nil), use: nil)
    }
    return .article
  }
}

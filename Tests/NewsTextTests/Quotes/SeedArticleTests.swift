import FoundationEssentials
import Glibc
import NewsModel
import NewsText
import TestSupport
import Testing

/// The article that the project starts from, with all that must be found in it.
@Suite struct SeedArticleTests {
  struct Seed: Decodable {
    struct Quote: Decodable {
      var paragraph: Int
      var text: String
      var kind: String
      var speaker: String
      var resolved: String
      var cue: String?
    }

    var headline: String
    var body_paragraphs: [String]
    var quotes: [Quote]
  }

  static let path = Evaluation.path("seeds/expected.json")

  @Test(.enabled(if: path != nil), arguments: [true, false])
  func holdsFully(withHeadline: Bool) throws {
    let bytes = try #require(Self.path.flatMap(EvaluationFile.bytes))
    let seed = try JSONDecoder().decode(Seed.self, from: Data(bytes))
    let lines = (withHeadline ? [seed.headline] : []) + seed.body_paragraphs
    let text = lines.joined(separator: "\n")
    let utf8 = Array(text.utf8)
    func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

    let found = QuoteExtractor(includesIndirect: false).quotes(in: text, language: "en")
      .filter { $0.kind != .scare }
    #expect(found.count == seed.quotes.count)
    for (mention, expected) in zip(found, seed.quotes) {
      let speaker = try #require(mention.speakers.first)
      #expect(string(mention.range).trimmingComma == expected.text)
      #expect(mention.kind.rawValue == expected.kind)
      #expect(string(speaker.range) == expected.speaker)
      #expect(speaker.resolved == expected.resolved)
      #expect(mention.cue.map(string) == expected.cue)
    }
  }
}

enum EvaluationFile {
  static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }
}

extension String {
  /// Without a comma or full stop at the end.
  fileprivate var trimmingComma: String {
    last.map { ".,".contains($0) } == true ? String(dropLast()) : self
  }
}

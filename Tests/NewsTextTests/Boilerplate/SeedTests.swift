import FoundationEssentials
import NewsModel
import NewsText
import TestSupport
import Testing

/// The article that the project starts from.
@Suite struct SeedTests {
  static let folder = Evaluation.path("seeds")

  struct Expected: Decodable {
    var headline: String
    var source: String
    var body_paragraphs: [String]
    var boilerplate: [Block]
    struct Block: Decodable {
      var text: String
      var kind: String
    }
  }

  @Test(.enabled(if: folder != nil)) func splitsAsExpected() throws {
    let folder = try #require(Self.folder)
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: URL(filePath: folder + "/expected.json")))
    let file = try String(contentsOfFile: folder + "/putin-trump-call.txt", encoding: .utf8)
    let (headline, text) = (file.prefix { $0 != "\n" }, file.drop { $0 != "\n" }.dropFirst())

    let split = splitArticle(String(text), headline: String(headline))
    #expect(split.body == expected.body_paragraphs.joined(separator: "\n\n"))
    #expect(split.blocks.map(\.text) == expected.boilerplate.map(\.text))
    for (block, wanted) in zip(split.blocks, expected.boilerplate) {
      // One of the blocks has two kinds that are right: "about or republishing".
      #expect(wanted.kind.contains(block.kind.rawValue), "\(block.text)")
    }
    #expect(split.originalText() == String(text))
    #expect(recognisedSource(in: split) == expected.source)
  }
}

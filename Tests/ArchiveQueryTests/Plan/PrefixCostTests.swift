import TestSupport
import Testing

@testable import ArchiveQuery

/// A beginning that stands for thousands of words, most of which few articles have.
struct PrefixCostTests {
  private static let file = Result {
    try SampleFile(
      (0..<3_000).map { article in
        let words = (0..<8).map { "s\(article)x\($0)" }.joined(separator: " ")
        return Sample(headline: "Ship s\(article)", body: "\(words) tide.")
      })
  }

  /// What it costs does not grow with words times articles: 24,000 words in 3,000 articles are 72 million
  /// looks, of which 24,000 find something.
  @Test(arguments: ["headline:s*", "s* w/s t*", "\"s* tide\"", "quote:s*", "s* w/2 tide"])
  func wordsAndArticlesAreNotMultiplied(query: String) throws {
    let archive = try SampleArchive(Self.file.get())
    let time = try ContinuousClock().measure {
      let search = try ArticleSearch(Query(parsing: query), in: archive.reader)
      #expect(try search.total() == (query.contains("quote") ? 0 : 3_000))
    }
    #expect(time < .seconds(10))
  }

  /// Each article has its own places.
  @Test func placesAreThoseOfTheArticle() throws {
    let archive = try SampleArchive(Self.file.get())
    #expect(try archive.found("s7x* w/1 tide") == [7])
    #expect(try archive.found("s7x* pre/8 tide") == [7])
    #expect(try archive.found("headline:s29*").count == 1 + 10 + 100)
    #expect(try archive.found("atleast8(s29x*)") == [29])
    #expect(try archive.found("atleast9(s29x*)") == [])
    #expect(try archive.found("\"ship s299*\"").count == 1 + 10)
  }
}

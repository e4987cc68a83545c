import ArchiveStorage
import NewsModel
import Testing

@testable import ArchiveQuery

/// What is said of a whole archive and of single articles.
struct ArchiveOverviewTests {
  let archive: SampleArchive

  init() throws { archive = try SampleArchive(ArticleSearchTests.file.get()) }

  @Test func sources() throws {
    let sources = try SourceList(archive.reader).sources
    #expect(sources.map(\.name) == ["Nordic Wire", "The Wexley Herald", nil, "新港日报"])
    #expect(sources.map(\.articles) == [2, 2, 1, 1])
    #expect(sources.map(\.quotes) == [1, 3, 0, 0])
    let herald = sources[1]
    #expect(herald.first == PartialDate(iso8601: "2017-01-28"))
    #expect(herald.last == PartialDate(iso8601: "2019-12-31"))
    #expect(herald.boilerplateWords == 7)
    #expect(herald.boilerplateShare == Double(7) / Double(7 + herald.words))
    #expect(sources[2].first == nil)
    #expect(sources[2].boilerplateShare == 0)
  }

  @Test func statistics() throws {
    let statistics = try ArchiveStatistics(archive.reader)
    #expect(statistics.articles == 6)
    #expect(statistics.undated == 1)
    // A month and a year that begin together stand in the order of their precision.
    #expect(statistics.first == PartialDate(iso8601: "2017-01"))
    #expect(statistics.last == PartialDate(iso8601: "2019-12-31"))
    #expect(statistics.sources == 3)
    #expect(statistics.quotes == [.direct: 2, .indirect: 1, .mixed: 1, .scare: 1])
    #expect(statistics.attributedQuotes == 4)
    #expect(statistics.speakers == 3)
    #expect(statistics.boilerplate == 1)
    #expect(statistics.boilerplatePlaces == 1)
    #expect(statistics.importRuns == 1)
    #expect(statistics.bytes > 0)
  }

  @Test func storedArticle() throws {
    let id = archive.file.ids[0]
    let article = try #require(try archive.reader.article(id))
    #expect(article.body == ArticleSearchTests.samples[0].body)
    #expect(article.headline == "Harbour talks open in Port Ansel")
    #expect(article.file == "samples")
    #expect(article.position == RecordPosition(record: 1))
    #expect(article.sha256 == SHA256.digest(of: article.body))
    #expect(article.boilerplate.map(\.kind) == [.newsletter])
    #expect(article.quotes.map(\.text) == [QuoteSearchTests.want, QuoteSearchTests.oil])
    #expect(article.quotes.map(\.speaker) == ["Ilse Brandt", "Ilse Brandt"])
    #expect(try archive.reader.article(ArticleID(rawValue: 7)) == nil)
  }
}

import ArchiveStorage
import FullTextIndex
import NewsModel
import TestSupport
import Testing

@testable import ArchiveQuery

/// How SQLite answers what queries ask it: by keys, and never by a look at all rows of a large table.
struct QueryPlanTests {
  private static let file = Result {
    try SampleFile(
      (0..<50).map { number in
        Sample(
          headline: "Harbour news \(number)",
          body: "The minister said \"we sail on day \(number)\" of the talks about oil.",
          date: "2017-01-\(10 + number % 20)", source: "Paper \(number % 3)", author: "Ada Moss",
          quotes: [
            SampleQuote(
              text: "we sail on day \(number)", speakers: ["Minister \(number % 4)"], cue: "said")
          ], boilerplate: [(.newsletter, "Sign up, reader \(number % 2).")])
      })
  }

  /// Tables with a row for each article, quote or page of the index.
  private static let large = [
    "article_record", "article_body", "quote_record", "quote_places", "article_boilerplate",
    "speaker_quote",
    "article_fts_data", "article_fts_docsize", "article_fts", "a", "b", "q", "ab", "p",
  ]

  @Test(arguments: [
    "oil", "harbour AND oil", "oil OR talks", "\"the talks\"", "tal*", "oil w/3 talks",
    "headline:harbour", "oil source:\"Paper 1\"", "oil date:2017-01", "NOT oil",
    "oil speaker:\"Minister 2\"", "quote:(sail)", "id:2017-01-12.1",
  ])
  func articlesAreLookedUp(query: String) throws {
    let reader = try ArchiveReader(Archive(path: try Self.file.get().path))
    for order in HitOrder.allCases {
      _ = try ArticleSearch(Query(parsing: query), in: reader).hits(order: order)
    }
    let search = try ArticleSearch(Query(parsing: query), in: reader)
    _ = try search.total()
    for field in [FacetField.source, .year, .section] { _ = try search.facets(by: field) }
    try expectNoScan(reader)
  }

  @Test(arguments: ["sail", "speaker:\"Minister 1\"", "sail AND day", "sail source:\"Paper 2\""])
  func quotesAreLookedUp(query: String) throws {
    let reader = try ArchiveReader(Archive(path: try Self.file.get().path))
    let search = try QuoteSearch(Query(parsing: query), in: reader)
    #expect(try search.total() > 0)
    _ = try search.hits()
    try expectNoScan(reader)
  }

  /// What has no index is a look at all articles, and these tests see it.
  @Test func aScanIsSeen() throws {
    let reader = try ArchiveReader(Archive(path: try Self.file.get().path))
    #expect(try ArticleSearch(Query(parsing: "author:Moss"), in: reader).total() == 50)
    #expect(try !scans(reader).isEmpty)
  }

  private func expectNoScan(_ reader: ArchiveReader) throws {
    #expect(try scans(reader).isEmpty)
  }

  /// The statements that were asked and look at all rows of a large table.
  private func scans(_ reader: ArchiveReader) throws -> [String] {
    let statements = reader.connection.preparedSQL.filter { $0.hasPrefix("SELECT") }
    #expect(statements.count > 3)
    return try statements.filter { sql in
      try reader.connection.rows("EXPLAIN QUERY PLAN " + sql) { $0.text(3) }.contains { step in
        step.contains("AUTOMATIC")
          || Self.large.contains { step == "SCAN \($0)" || step.hasPrefix("SCAN \($0) ") }
      }
    }
  }

  @Test func blocksOfArticlesAreBlocksOfNumbers() {
    #expect(RowNumbers.blockBits == ArticleID.blockBits)
  }
}

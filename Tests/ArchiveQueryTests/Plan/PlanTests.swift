import ArchiveStorage
import Testing

@testable import ArchiveQuery

/// What FTS5 and SQLite are asked.
struct PlanTests {
  let archive: SampleArchive

  init() throws { archive = try SampleArchive(ArticleSearchTests.file.get()) }

  static let matches: [(query: String, match: String, hasTest: Bool)] = [
    ("oil", "\"oil\"", false),
    ("U.S.", "\"u s\"", false),
    ("sanction*", "\"sanction\" *", false),
    ("\"partner like coop\"*", "\"partner like coop\" *", false),
    ("oil price", "(\"oil\" AND \"price\")", false),
    ("oil OR price", "(\"oil\" OR \"price\")", false),
    ("oil (price OR gas)", "((\"price\" OR \"gas\") AND \"oil\")", false),
    ("oil -gas -coal", "(\"oil\" NOT (\"gas\" OR \"coal\"))", false),
    ("headline:(a OR b)", "({headline} : ((\"a\" OR \"b\")))", false),
    ("a w/5 b", "NEAR(\"a\" \"b\", 4)", false),
    (
      "(a OR \"b c\") w/1 d*",
      "(NEAR(\"a\" \"d\" *, 0) OR NEAR(\"b c\" \"d\" *, 0))", false
    ),
    // One word is not near itself, as NEAR would have it.
    ("a w/5 a*", "(\"a\" AND \"a\" *)", true),
    ("a pre/5 b", "(\"a\" AND \"b\")", true),
    ("a w/5 b w/3 c", "(\"a\" AND \"b\" AND \"c\")", true),
    ("x (a pre/5 b)", "((\"a\" AND \"b\") AND \"x\")", true),
    ("x (a w/5 b)", "(NEAR(\"a\" \"b\", 4) AND \"x\")", false),
    ("a NOT w/5 b", "(((\"a\") AND (\"b\")) OR (\"a\"))", true),
    ("\"a b c a\"~5", "(\"a\" AND \"b\" AND \"c\")", true),
    ("atleast2(a OR b)", "(\"a\" OR \"b\")", true),
    ("新闻", "\"新 闻\"", false),
    ("AND* \"OR\"", "(\"and\" * AND \"or\")", false),
  ]

  @Test(arguments: matches)
  func isMatchedBy(_ item: (query: String, match: String, hasTest: Bool)) throws {
    let plan = try TextPlan(
      Query(parsing: item.query).root, columns: Subject.articles.columns, archive.reader.tokenizer)
    #expect(plan.match == item.match)
    #expect((plan.test != nil) == item.hasTest)
    if let test = plan.test {
      #expect(test.encoded.withUnsafeBytes { PositionTest(encoded: $0) } == test)
    }
  }

  @Test func damagedTestsAreNoTests() {
    let bytes = PositionTest.chain(
      .phrase(0), [.init(steps: 3, isOrdered: true, isNegated: false, operand: .phrase(1))]
    ).encoded
    for count in 0..<bytes.count {
      #expect(bytes[..<count].withUnsafeBytes { PositionTest(encoded: $0) } == nil)
    }
  }

  private func explain(_ statement: (sql: String, values: [SQLValue])) throws -> [String] {
    try archive.reader.connection.rows("EXPLAIN QUERY PLAN " + statement.sql, statement.values) {
      $0.text(3)
    }
  }

  /// The steps of each plan, as SQLite prints them, without the tests of names.
  static let plans: [(query: String, steps: [String])] = [
    ("oil", ["SCAN article_fts VIRTUAL TABLE INDEX 192:M2"]),
    ("oil date:2017", ["SCAN article_fts VIRTUAL TABLE INDEX 192:M2><"]),
    (
      "oil author:moss",
      [
        "SCAN article_fts VIRTUAL TABLE INDEX 192:M2",
        "SEARCH a USING INTEGER PRIMARY KEY (rowid=?)",
      ]
    ),
    (
      "oil source:wexley",
      [
        "SCAN article_fts VIRTUAL TABLE INDEX 192:M2",
        "SEARCH a USING INTEGER PRIMARY KEY (rowid=?)", "LIST SUBQUERY 1", "SCAN source",
      ]
    ),
    ("date:2017", ["SEARCH a USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"]),
    ("no:date", ["SEARCH a USING INTEGER PRIMARY KEY (rowid<?)"]),
    ("id:2017.1", ["SEARCH a USING INTEGER PRIMARY KEY (rowid=?)"]),
    (
      "boilerplate:letter",
      [
        "SEARCH a USING INTEGER PRIMARY KEY (rowid=?)", "LIST SUBQUERY 2",
        "SEARCH article_boilerplate USING COVERING INDEX article_boilerplate_block"
          + " (boilerplate_id=?)", "LIST SUBQUERY 1",
        "SCAN boilerplate_fts VIRTUAL TABLE INDEX 0:M1",
        "SEARCH b USING INTEGER PRIMARY KEY (rowid=?)",
      ]
    ),
  ]

  @Test(arguments: plans)
  func articlePlan(_ item: (query: String, steps: [String])) throws {
    let search = try ArticleSearch(Query(parsing: item.query), in: archive.reader)
    let steps = try explain(search.statement())
    #expect(steps == item.steps)
  }

  @Test func newestFirstIsNotSorted() throws {
    for query in ["oil", "oil date:2017", "oil author:moss", "a pre/2 b", "date:2017", "*"] {
      let search = try ArticleSearch(Query(parsing: query), in: archive.reader)
      for order in [HitOrder.newest, .oldest] {
        let steps = try explain(search.statement(order: order))
        #expect(!steps.contains { $0.contains("TEMP B-TREE") }, "\(query): \(steps)")
      }
    }
  }

  @Test func speakersAreFoundByTheirIndex() throws {
    for query in ["speaker:brandt", "speaker:brandt kind:direct"] {
      let steps = try explain(
        QuoteSearch(Query(parsing: query), in: archive.reader).statement())
      #expect(steps.contains { $0.contains("quote_speaker (speaker_id=?)") }, "\(steps)")
      #expect(steps.contains { $0.contains("quote_co_speaker_speaker") }, "\(steps)")
      #expect(steps.contains("SEARCH q USING INTEGER PRIMARY KEY (rowid=?)"), "\(steps)")
    }
  }

  /// The full-text index is asked once, not once for each row of something else.
  @Test func theIndexIsNeverAskedByRow() throws {
    let queries = [
      "oil speaker:brandt", "oil (headline:a OR source:wexley)", "oil -(a pre/2 b)",
      "oil boilerplate:letter", "oil has:quote", "oil id:2017.1",
    ]
    for query in queries {
      let search = try ArticleSearch(Query(parsing: query), in: archive.reader)
      let steps = try explain(search.statement())
      #expect(steps.first?.hasPrefix("SCAN article_fts VIRTUAL TABLE") == true, "\(steps)")
    }
  }
}

import ArchiveStorage
import NewsModel
import Testing

@testable import ArchiveQuery

struct TopicQueryTests {
  private static let samples = [
    Sample(
      headline: "Ferry strike goes on", body: "The crew of the ferry stays ashore.",
      date: "2019-03-04", source: "Herald"),
    Sample(
      headline: "Steel prices", body: "The furnace was lit. A strike is not planned.",
      date: "2019-04-01", source: "Observer"),
    Sample(
      headline: "Harbour fair", body: "A ferry, two boats and a band.", date: "2020-05-02",
      source: "Herald", quotes: [SampleQuote(text: "two boats", speakers: [])]),
    Sample(headline: "Council", body: "The mayor spoke.", source: "Gazette"),
  ]

  private let archive: SampleArchive
  private let file: Archive

  init() throws {
    let samples = try SampleFile(Self.samples)
    file = Archive(path: samples.path)
    try TopicStore(file).add([
      Topic(name: "sea", query: "ferry OR boats"), Topic(name: "work", query: "strike"),
      Topic(name: "work.sea", query: "topic:sea AND topic:work"),
      Topic(name: "loop", query: "topic:loop OR mayor"),
    ])
    try TagStore(file).tag([samples.ids[1], samples.ids[3]], "Wexley")
    try TagStore(file).tag([samples.ids[0]], "Wexley", holds: false)
    archive = try SampleArchive(samples)
  }

  @Test(arguments: [
    ("topic:sea", [0, 2]), ("topic:SEA date:2019", [0]), ("-topic:sea", [1, 3]),
    ("topic:work", [0, 1]),
    ("topic:work.sea", [0]), ("topic:work*", [0, 1]), ("mayor OR topic:\"work sea\"", [0, 3]),
    ("topic:sea has:quote", [2]), ("tag:wexley", [1, 3]), ("tag:wexley -strike", [3]),
    ("no:date tag:wexley", [3]),
  ])
  func topicsAndTagsAreConditionsLikeOthers(query: String, found: [Int]) throws {
    #expect(try archive.found(query) == found)
  }

  @Test func aTopicIsAboutAQuotesArticle() throws {
    #expect(try archive.quotes("topic:sea") == ["two boats"])
    #expect(try archive.quotes("topic:work").isEmpty)
  }

  @Test(arguments: [
    ("topic:se", "There is no topic “se”; did you mean topic:sea?"),
    ("topic:loop", "made of itself"), ("tag:wexly", "did you mean tag:wexley?"),
    ("tag:nonsense", "`backfile tag list` lists them"),
  ])
  func whatCannotBeMeantIsSaid(query: String, message: String) {
    #expect { try archive.found(query) } throws: {
      ($0 as? QueryPlanError)?.message.contains(message) ?? false
    }
  }

  @Test func topicsAreShownWhereTheyAreFound() throws {
    let hit = try ArticleSearch(Query(parsing: "topic:work source:herald"), in: archive.reader)
      .hits().first
    #expect(hit?.headline?.pieces.contains { $0.text == "strike" && $0.isMarked } ?? false)
  }

  @Test func topicsAreCounted() throws {
    let sea = try #require(try TopicStore(file).all().first { $0.name == "sea" })
    func rows(_ division: TopicCounts.Division?, _ among: String? = nil) throws -> [String] {
      try TopicCounts.rows(
        of: sea, among: try among.map { try Query(parsing: $0) }, by: division,
        in: archive.reader
      ).map { "\($0.value ?? "-") \($0.articles)" }
    }
    #expect(try rows(nil) == ["- 2"])
    #expect(try rows(.month) == ["2019-03 1", "2020-05 1"])
    #expect(try rows(.source) == ["Herald 2"])
    #expect(try rows(.year, "band") == ["2020 1"])
  }

  @Test func termsThatSetArticlesApartAreFound() throws {
    let found = try CharacteristicTerms(
      Query(parsing: "source:herald"), in: archive.reader, least: 2)
    #expect(found.articles == 2 && found.all == 4)
    #expect(found.terms.first?.term == "ferry")
    #expect(found.terms.first?.inside == 2 && found.terms.first?.outside == 0)
    #expect(found.terms.allSatisfy { $0.logOdds > 0 })
  }

  @Test func aSavedQueryFindsWhatIsNew() throws {
    let store = SavedQueryStore(file)
    try store.save("ferry", as: "boats")
    let saved = try store.query(named: "Boats")
    let first = try NewcomerSearch(Query(parsing: "ferry"), since: saved, in: archive.reader)
    #expect(first.total == 2)
    try store.noteRun(of: "boats", lastArrival: first.lastArrival)
    let second = try NewcomerSearch(
      Query(parsing: "ferry"), since: try store.query(named: "boats"), in: archive.reader)
    #expect(second.total == 0)
    #expect(throws: NameError.self) { try store.save("x", as: "BOATS") }
    try store.remove("boats")
    #expect(throws: NameError.self) { try store.query(named: "boats") }
  }

  @Test(arguments: [
    (["ECONOMY", "+State+"], "economy.state-plus"),
    (
      ["Law and order", "=NEUTRAL="],
      "law-and-order.neutral-neutral"
    ), (["AFRICA", "-x"], "africa.-x"),
  ])
  func categoriesHaveNames(path: [String], name: String) {
    #expect(CodebookTopics.name(of: path) == name)
  }

  @Test(arguments: [
    ("Addis Ababa", "\"Addis Ababa\""), ("OR", "\"OR\""),
    ("Central African*", "\"Central African\"*"),
    ("*gate", "*gate"), ("N'Djamena", "\"N'Djamena\""), ("a \"b\"", "\"a b\""),
  ])
  func patternsAreTerms(pattern: String, term: String) throws {
    #expect(CodebookTopics.term(pattern) == term)
    _ = try Query(parsing: term)
  }

  @Test(arguments: [
    "source:foo*bar", "-*gate", "headline:w?n x*y", "id:2019*1", "date:20??", "a*b|c*d", "x*y-z",
    "topic:s?a",
    "wor”d source:Herald*", "“ferry” tag:x", "«a» OR b", "a AND b?c", "N?T w/5 x*", "(a*b)", "~r?n",
    "a?b~2",
    "words>5*0", "*", "?", "**", "foo**", "atleast5(a*b)", "caps(x?y)", "'a*b'", "‘a*b’", "f(x)*",
    "a*,b",
    "near/5 a*b", "\u{201F}x\u{201D} y*z", "*\"*", "a\"b*c", "!important*x", "C++*x",
  ])
  func aPatternIsWordsAndNothingElse(pattern: String) throws {
    func isWords(_ node: QueryNode) -> Bool {
      switch node {
      case .term(let term): term.form != .inflections && term.form != .fuzzy(2)
      case .and(let nodes): nodes.allSatisfy(isWords)
      default: false
      }
    }
    guard let term = CodebookTopics.term(pattern) else {
      #expect(!pattern.contains { $0.isLetter || $0.isNumber })
      return
    }
    let query = try Query(parsing: term)
    #expect(isWords(query.root) && query.notes.isEmpty, "\(term)")
  }

  @Test func namesInCategoriesAreDistinct() {
    let paths = [
      ["Strikes"], ["strikes-2"], ["STRIKES"], ["strikes"], ["Ärger"], ["ärger"], ["“x”"],
    ]
    let names = CodebookTopics.names(of: paths)
    #expect(names == ["strikes", "strikes-2", "strikes-3", "strikes-4", "ärger", "ärger-2", "x"])
  }
}

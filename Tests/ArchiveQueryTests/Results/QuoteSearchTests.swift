import ArchiveStorage
import NewsModel
import Testing

@testable import ArchiveQuery

/// What quotes and boilerplate are found in the sample archive.
struct QuoteSearchTests {
  static let want = "We want a partner-like cooperation,"
  static let oil = "Sanctions on oil will stay"
  static let german = "Die Sanktionen bleiben"
  static let none = "want none of the talks"

  static let cases: [(query: String, found: [String])] = [
    ("", [german, oil, want, none]),
    ("oil", [oil]),
    ("want", [want, none]),
    ("want -cooperation", [none]),
    ("quote:want", [want, none]),
    ("\"partner like coop\"*", [want]),
    ("want w/2 none", [none]),
    ("none pre/2 want", []),
    ("none NOT w/1 want", []),
    ("speaker:brandt", [german, oil, want]),
    ("speaker:brandt oil", [oil]),
    ("speaker:brandt -oil", [german, want]),
    ("-speaker:brandt", [none]),
    ("speaker:muller", [german]),
    ("kind:indirect", [oil]),
    ("kind:scare", ["talks"]),
    ("talks kind:scare", ["talks"]),
    ("talks", [none]),
    ("cue:said", [want]),
    ("source:wexley", [oil, want, none]),
    ("source:wexley speaker:brandt", [oil, want]),
    ("headline:harbour", [oil, want]),
    ("want headline:harbour", [want]),
    ("want OR headline:harbour", [oil, want, none]),
    ("date:2017-01-28", [oil, want]),
    ("date:2017", [german, oil, want]),
    ("date:2017-01-02..2017-12-31", [oil, want]),
    ("lang:de", [german]),
    ("want author:field", [want, none]),
    ("id:2017-01-28.1", [oil, want]),
    ("no:date", []),
    ("no:date kind:scare", ["talks"]),
    ("boilerplate:letter", [oil, want]),
    ("quote:(speaker:brandt oil)", [oil]),
    ("has:quote want", [want, none]),
  ]

  let archive: SampleArchive

  init() throws { archive = try SampleArchive(ArticleSearchTests.file.get()) }

  @Test(arguments: cases)
  func finds(_ item: (query: String, found: [String])) throws {
    #expect(try archive.quotes(item.query) == item.found.sorted())
    let search = try QuoteSearch(Query(parsing: item.query), in: archive.reader)
    #expect(try search.total() == item.found.count)
    #expect(!archive.reader.connection.hasOpenStatement)
  }

  @Test func hitsKnowTheirPlace() throws {
    let hit = try #require(
      try QuoteSearch(Query(parsing: "sanktionen"), in: archive.reader).hits().first)
    #expect(hit.speaker == "Müller")
    #expect(hit.speakerText == "Müller")
    #expect(hit.coSpeakers == ["Ilse Brandt"])
    #expect(hit.article.description == "2017.1")
    #expect(hit.source == "Nordic Wire")
    #expect(hit.text.pieces.filter(\.isMarked).map(\.text) == ["Sanktionen"])
    #expect(
      hit.context.text == "Müller über Öl: Die Sanktionen bleiben, sagte der Minister.")
    #expect(hit.context.pieces.filter(\.isMarked).map(\.text) == ["Die Sanktionen bleiben"])
  }

  @Test func contextStaysInItsParagraph() throws {
    let hit = try #require(
      try QuoteSearch(Query(parsing: "cooperation"), in: archive.reader).hits().first)
    #expect(hit.context.text.hasPrefix("\"We want a partner-like cooperation,\" said"))
  }

  @Test(arguments: ["kind:newsletter", "kind:about oil"])
  func kindsOfBoilerplateAreOutOfPlace(_ text: String) throws {
    let error = #expect(throws: QueryPlanError.self) {
      try QuoteSearch(Query(parsing: text), in: archive.reader)
    }
    #expect(error?.kind == .outOfPlace)
  }

  @Test(
    arguments: [
      ("", 1), ("herald", 1), ("\"morning letter\"", 1), ("source:wexley", 1),
      ("source:nordic", 0), ("kind:newsletter", 1), ("kind:(about OR newsletter) sign", 1),
      ("kind:about", 0), ("-kind:about", 1), ("oil", 0), ("boilerplate:letter", 1),
    ])
  func boilerplate(_ item: (query: String, count: Int)) throws {
    let search = try BoilerplateSearch(Query(parsing: item.query), in: archive.reader)
    #expect(try search.total() == item.count)
    let hits = try search.hits()
    #expect(hits.count == item.count)
    if let hit = hits.first {
      #expect(hit.seen == 1)
      #expect(hit.kind == .newsletter)
      #expect(hit.source == "The Wexley Herald")
    }
  }

  @Test(arguments: ["author:x", "headline:x", "date:2017", "speaker:x", "kind:direct"])
  func questionsThatBoilerplateCannotAnswer(_ text: String) throws {
    let error = #expect(throws: QueryPlanError.self) {
      try BoilerplateSearch(Query(parsing: text), in: archive.reader)
    }
    #expect(error?.kind == .outOfPlace)
  }
}

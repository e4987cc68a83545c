import ArchiveStorage
import NewsModel
import Testing

@testable import ArchiveQuery

/// A handful of invented articles, and which of them each construct finds.
struct ArticleSearchTests {
  static let samples: [Sample] = [
    // 0
    Sample(
      headline: "Harbour talks open in Port Ansel",
      body: """
        The minister of trade opened the harbour talks on Monday.

        "We want a partner-like cooperation," said Ilse Brandt. Sanctions on oil will stay, she said.
        """,
      date: "2017-01-28", source: "The Wexley Herald", author: "Jonas Field; Ada Moss",
      section: "World", language: "en", url: "https://www.wexleyherald.example/world/harbour?x=1",
      quotes: [
        SampleQuote(
          text: "We want a partner-like cooperation,", speakers: ["Ilse Brandt"], cue: "said"),
        SampleQuote(text: "Sanctions on oil will stay", speakers: ["Ilse Brandt"], kind: .indirect),
      ],
      boilerplate: [(.newsletter, "Sign up for the Herald's morning letter.")]),
    // 1
    Sample(
      headline: "Oil price falls", body: "The price of oil fell as the U.S. sanction regime ended.",
      date: "2017-01", source: "Nordic Wire", author: "Ada Moss", section: "Business",
      language: "en-gb", url: "http://nordicwire.example/oil"),
    // 2
    Sample(
      headline: nil, body: "Müller über Öl: Die Sanktionen bleiben, sagte der Minister.",
      date: "2017", source: "Nordic Wire", language: "de",
      quotes: [SampleQuote(text: "Die Sanktionen bleiben", speakers: ["Müller", "Ilse Brandt"])]),
    // 3
    Sample(
      headline: "港口谈判", body: "中国新闻报道：港口谈判今天开始。", date: "2018-05-02T10:00:00Z",
      source: "新港日报", language: "zh"),
    // 4
    Sample(
      headline: "Untitled note", body: "oil oil oil harbour. The \"talks\" go on.",
      source: nil, quotes: [SampleQuote(text: "talks", kind: .scare)]),
    // 5
    Sample(
      headline: "Oil, trade and oil again",
      body: "Trade unions want oil talks. Harbour workers want none of the talks on trade.",
      date: "2019-12-31", source: "The Wexley Herald", author: "Jonas Field",
      quotes: [
        SampleQuote(text: "want none of the talks", speakers: ["Harbour workers"], kind: .mixed)
      ]),
  ]

  static let words: [(query: String, found: [Int])] = [
    ("oil", [0, 1, 4, 5]),
    ("OIL", [0, 1, 4, 5]),
    ("ol", [2]),
    ("muller", [2]),
    ("oil harbour", [0, 4, 5]),
    ("oil OR minister", [0, 1, 2, 4, 5]),
    ("oil -harbour", [1]),
    ("oil NOT (harbour OR price)", []),
    ("(oil OR öl) (talks OR sanktionen)", [0, 2, 4, 5]),
    ("NOT oil", [2, 3]),
    ("-oil -öl", [3]),
    ("oil OR NOT harbour", [0, 1, 2, 3, 4, 5]),
    ("*", [0, 1, 2, 3, 4, 5]),
    ("\"harbour talks\"", [0]),
    ("“harbour talks”", [0]),
    ("\"partner like coop\"*", [0]),
    ("partner-like", [0]),
    ("U.S.", [1]),
    ("sanction*", [0, 1]),
    ("sanction!", [0, 1]),
    ("sanction", [1]),
    ("新闻", [3]),
    ("谈判", [3]),
    ("闻新", []),
    ("headline:oil", [1, 5]),
    ("headline:(oil -again)", [1]),
    ("headline:谈判", [3]),
    ("oil headline:harbour", [0]),
    ("oil -headline:oil", [0, 4]),
    ("nothinglikethis", []),
    ("\"trade and oil\" unions", [5]),
  ]

  static let proximity: [(query: String, found: [Int])] = [
    ("minister w/5 harbour", [0]),
    ("minister w/4 harbour", []),
    ("harbour w/5 minister", [0]),
    ("minister pre/5 harbour", [0]),
    ("harbour pre/6 minister", []),
    ("\"minister harbour\"~6", [0]),
    ("(minister OR talks) w/1 harbour", [0, 5]),
    ("\"of trade\" w/3 (harbour OR talks)", [0]),
    ("oil w/1 oil", [4]),
    ("oil w/2 oil", [4]),
    ("harbour w/5 oil", [4, 5]),
    ("oil w/3 talks w/3 harbour", [4, 5]),
    ("oil w/1 talks w/3 harbour", [5]),
    ("price w/2 oil w/2 fell", [1]),
    ("price w/2 oil w/1 fell", [1]),
    ("price w/1 oil w/1 fell", []),
    ("(price w/2 oil) w/1 fell", [1]),
    ("oil NOT w/5 harbour", [0, 1, 5]),
    ("\"oil oil oil\"~2", [4]),
    ("\"oil oil oil oil\"~9", []),
    ("\"talks harbour none\"~7", [5]),
    ("atleast3(oil)", [4, 5]),
    ("atleast4(oil)", []),
    ("sanction* w/2 oil", [0]),
    ("oil ADJ harbour", [4]),
    ("headline:(oil w/2 trade)", [5]),
    ("headline:oil pre/1 trade", [5]),
    ("minister -(minister w/6 harbour)", [2]),
    ("oil (harbour pre/1 talks OR fell)", [0, 1]),
    ("港口 w/5 今天", [3]),
  ]

  static let fields: [(query: String, found: [Int])] = [
    ("author:\"Ada Moss\"", [0, 1]),
    ("author:field", [0, 5]),
    ("author:fie", []),
    ("author:fie*", [0, 5]),
    ("-author:moss", [2, 3, 4, 5]),
    ("no:author", [2, 3, 4]),
    ("has:author oil", [0, 1, 5]),
    ("source:wexley", [0, 5]),
    ("source:\"wexley herald\"", [0, 5]),
    ("source:\"herald wexley\"", []),
    ("source:(wexley OR nordic)", [0, 1, 2, 5]),
    ("-source:wexley", [1, 2, 3, 4]),
    ("source:日报", [3]),
    ("no:source", [4]),
    ("oil source:nordic", [1]),
    ("oil OR source:nordic", [0, 1, 2, 4, 5]),
    ("oil (author:moss OR harbour)", [0, 1, 4, 5]),
    ("section:world", [0]),
    ("lang:en", [0, 1]),
    ("lang:EN_GB", [1]),
    ("lang:(de OR zh)", [2, 3]),
    ("site:wexleyherald.example", [0]),
    ("site:example", [0, 1]),
    ("site:wexleyherald.example/world", [0]),
    ("site:wexleyherald.example/wor", []),
    ("url:http://nordicwire.example/oil", [1]),
    ("id:2017-01-28.1", [0]),
    ("id:(2017.1 OR undated.1)", [2, 4]),
    ("import:1", [0, 1, 2, 3, 4, 5]),
    ("import:2", []),
    ("words>20", [0]),
    ("words<10", [2, 4]),
    ("words<10 oil", [4]),
    ("boilerplate:letter", [0]),
    ("boilerplate:(morning pre/1 letter)", [0]),
    ("has:boilerplate", [0]),
    ("boilerplate:oil", []),
  ]

  static let dates: [(query: String, found: [Int])] = [
    ("date:2017", [0, 1, 2]),
    ("date:2017-01", [0, 1]),
    ("date:2017-01-28", [0]),
    ("date:2017-01-01..2017-01-31", [0, 1]),
    ("date:2017-01-02..2017-12-31", [0]),
    ("date:2017-01-01..2017-12-30", [0, 1]),
    ("date:2016..2017", [0, 1, 2]),
    ("date:2018..", [3, 5]),
    ("date:..2017", [0, 1, 2]),
    ("after:2017", [3, 5]),
    ("since:2017", [0, 1, 2, 3, 5]),
    ("before:2018", [0, 1, 2]),
    ("until:2018-05-02", [0, 1, 2, 3]),
    ("before:2018-05-02", [0, 1, 2]),
    ("no:date", [4]),
    ("has:date", [0, 1, 2, 3, 5]),
    ("oil date:2017", [0, 1]),
    ("oil -date:2017", [4, 5]),
    ("oil no:date", [4]),
    ("oil date:2017-01-02..2017-12-31", [0]),
  ]

  static let quotes: [(query: String, found: [Int])] = [
    ("speaker:brandt", [0, 2]),
    ("speaker:\"Ilse Brandt\"", [0, 2]),
    ("speaker:mueller", []),
    ("speaker:muller", [2]),
    ("speaker:brandt quote:oil", [0]),
    ("speaker:brandt quote:oil cue:said", []),
    ("quote:oil cue:said", []),
    ("cue:said", [0]),
    ("quote:cooperation", [0]),
    ("quote:(want w/2 partner)", [0]),
    ("quote:talks", [5]),
    ("quote:talks kind:scare", [4]),
    ("has:quote", [0, 2, 5]),
    ("no:quote", [1, 3, 4]),
    ("kind:indirect", [0]),
    ("kind:mixed", [5]),
    ("oil -speaker:brandt", [1, 4, 5]),
    ("speaker:brandt -quote:(oil OR partner)", [2]),
    ("speaker:(muller OR workers)", [2, 5]),
    ("speaker:workers OR headline:price", [1, 5]),
    ("quote:(speaker:brandt cooperation) quote:(speaker:brandt oil)", [0]),
    ("quote:(speaker:brandt cooperation oil)", []),
  ]

  static let file = Result { try SampleFile(samples) }

  let archive: SampleArchive

  init() throws { archive = try SampleArchive(Self.file.get()) }

  @Test(arguments: [words, proximity, fields, dates, quotes].flatMap { $0 })
  func finds(_ item: (query: String, found: [Int])) throws {
    #expect(try archive.found(item.query) == item.found)
    let search = try ArticleSearch(Query(parsing: item.query), in: archive.reader)
    #expect(try search.total() == item.found.count)
    for order in HitOrder.allCases {
      #expect(try search.hits(order: order).count == item.found.count)
    }
    #expect(!archive.reader.connection.hasOpenStatement)
  }

  /// The same query in its printed form finds the same.
  @Test(arguments: [words, proximity, fields, dates, quotes].flatMap { $0 })
  func readingFindsTheSame(_ item: (query: String, found: [Int])) throws {
    #expect(try archive.found(Query(parsing: item.query).reading) == item.found)
  }

  @Test func hitsAreInOrder() throws {
    let search = try ArticleSearch(Query(parsing: "oil"), in: archive.reader)
    let newest = try search.hits(order: .newest).map(\.id)
    #expect(newest == newest.sorted(by: >))
    #expect(try search.hits(order: .oldest).map(\.id) == newest.reversed())
    let scores = try search.hits(order: .relevance).compactMap(\.score)
    #expect(scores.count == 4)
    #expect(scores == scores.sorted(by: >))
    #expect(try search.hits(limit: 2, offset: 1).map(\.id) == Array(newest[1...2]))
  }

  @Test func hitsKnowTheirArticle() throws {
    let hit = try #require(
      try ArticleSearch(Query(parsing: "harbour date:2017"), in: archive.reader).hits().first)
    #expect(hit.id.description == "2017-01-28.1")
    #expect(hit.source == "The Wexley Herald")
    #expect(hit.date == PartialDate(iso8601: "2017-01-28"))
    #expect(hit.author == "Jonas Field; Ada Moss")
    #expect(hit.headline?.pieces.filter(\.isMarked).map(\.text) == ["Harbour"])
    #expect(hit.snippet?.pieces.filter(\.isMarked).map(\.text) == ["harbour"])
  }

  @Test func streamEndsWhenToldTo() throws {
    var count = 0
    try ArticleSearch(Query(parsing: "*"), in: archive.reader).forEachHit { hit in
      count += 1
      return count < 3 && hit.snippet == nil
    }
    #expect(count == 3)
    #expect(!archive.reader.connection.hasOpenStatement)
  }

  /// What stands for a term is found out anew where somebody has written since: what is found is marked.
  @Test func marksAreThoseOfTheArchiveAsItIs() throws {
    let samples = [Sample(body: "Watergate again."), Sample(body: "Nothing here.")]
    let file = try SampleFile(samples)
    let reader = try ArchiveReader(Archive(path: file.path))
    let search = try ArticleSearch(Query(parsing: "*gate"), in: reader)
    #expect(try search.hits().map(\.id) == [file.ids[0]])
    try file.revise(samples, [1: "Then came Irongate."])
    #expect(try search.total() == 2)
    let marks = try search.hits(order: .oldest).flatMap { $0.snippet?.pieces ?? [] }
    #expect(marks.filter(\.isMarked).map(\.text) == ["Watergate", "Irongate"])
  }
}

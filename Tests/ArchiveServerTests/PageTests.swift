import ArchiveQuery
import NewsModel
import TestSupport
import Testing

@testable import ArchiveServer

/// What the pages of the sample archive say; answered without a socket.
struct PageTests {
  private func get(_ target: String) async throws -> Answer {
    try await TestSite.sample.value.get(target)
  }

  private func search(_ query: String, _ more: String = "", form: String = "") async throws
    -> Answer
  {
    try await get("/search\(form)?" + PercentCoding.q(query) + more)
  }

  // MARK: All pages

  static let pages = [
    "/", "/search", "/search?q=strike", "/search?q=strike&tab=quotes",
    "/search?q=strike&tab=concordance", "/search?q=strike&tab=trends",
    "/search?q=strike&tab=sources", "/search?q=~strike+ferr*&explain=1", "/search?q=zzzz",
    "/search?q=headlin:x", "/article/2019-03-04.1", "/article/2019-03-04.1?q=strike",
    "/article/2019-03-04.1?view=raw", "/article/2019-03-04.1/citation", "/help", "/nowhere",
    "/speakers", "/speakers?q=dun*&kind=person", "/speaker/nobody", "/trends",
    "/trends?q=strike&q=ferr*&by=source", "/trends?q=headlin:x", "/topics", "/topic/none",
    "/sources", "/source/Coast%20Post", "/imports", "/import/1",
    "/article/nothing",
  ]

  @Test(arguments: pages)
  func everyPageIsWhole(target: String) async throws {
    let answer = try await get(target)
    #expect(answer.headers["Content-Type"] == "text/html; charset=utf-8")
    #expect(answer.text.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(answer.text.hasSuffix("</html>"))
    // One main part, one heading of the first level, a title, a label for each box.
    #expect(answer.text.ranges(of: "<main ").count == 1)
    #expect(answer.text.ranges(of: "<h1").count == 1)
    #expect(answer.text.ranges(of: "<title>").count >= 1)
    // Neither script nor style in the page.
    #expect(answer.text.ranges(of: "<script ").count == 1)
    #expect(!answer.text.contains(" style="))
    #expect(!answer.text.contains("javascript:"))
    let csp = try #require(answer.headers["Content-Security-Policy"])
    #expect(csp.hasPrefix("default-src 'none'") && !csp.contains("unsafe"))
    #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
    #expect(answer.headers["Referrer-Policy"] == "same-origin")
  }

  @Test func whoHasNoPageIsNoLink() async throws {
    let article = try await get("/article/2019-10-21.1").text
    #expect(article.contains("president") && article.contains("/speaker/Martha%20Dunmore"))
    #expect(!article.contains("/speaker/The%20union"))
  }

  /// Every link of ours on every page leads somewhere.
  @Test func noLinkIsDead() async throws {
    let site = try await TestSite.sample.value
    var known: Set<String> = []
    let nowhere: Set = ["/nowhere", "/article/nothing", "/speaker/nobody", "/topic/none"]
    var waiting = Self.pages.filter { !nowhere.contains($0) }
    var looked = 0
    while let target = waiting.popLast(), looked < 250 {
      looked += 1
      let answer = try site.get(target)
      if !target.contains("headlin") { #expect(answer.status == 200, "\(target)") }
      guard answer.headers["Content-Type"]?.hasPrefix("text/html") ?? false else { continue }
      for link in answer.text.split(separator: "href=\"").dropFirst() {
        let address = String(link.prefix { $0 != "\"" && $0 != "#" })
          .replacing("&amp;", with: "&")
        guard address.hasPrefix("/"), known.insert(address).inserted else { continue }
        waiting.append(address)
      }
    }
    #expect(looked > 100)
  }

  // MARK: Search

  @Test func articlesAreFoundAndMarked() async throws {
    let answer = try await search("ferry strike")
    #expect(answer.status == 200)
    #expect(answer.text.contains("<mark>"))
    #expect(answer.text.contains("</strong>"))
    #expect(answer.text.contains("backfile search &#39;ferry strike&#39; --fold"))
    let json = try await search("ferry strike", form: ".json")
    #expect(json.text.contains("\"reading\": \"ferry AND strike\""))
    #expect(json.text.contains("\"articles\": ["))
    let csv = try await search("ferry strike", form: ".csv")
    #expect(csv.text.hasPrefix("id,date,source,headline,"))
    #expect(csv.headers["Content-Disposition"] == "attachment; filename=\"articles.csv\"")
  }

  /// The page, its twins and the engine count the same.
  @Test(arguments: [
    "", "strike", "ferr* OR tariff*", "speaker:Dunmore", "date:2019", "is:original",
  ])
  func theTwinsAgree(query: String) async throws {
    let site = try await TestSite.sample.value
    let search = try ArticleSearch(Query(parsing: query), in: ArchiveReader(site.archive))
    let total = try search.total()
    let json = try await self.search(query, "&copies=each", form: ".json")
    #expect(json.text.contains("\"total\": \(total),"))
    let csv = try await self.search(query, "&copies=each", form: ".csv")
    var rows = 0
    var isQuoted = false
    for byte in csv.text.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { rows += 1 }
    }
    #expect(rows == total + 1)
    let page = try await self.search(query, "&copies=each")
    #expect(page.text.contains("<strong>\(total) article"))
  }

  @Test func facetsAddToTheQuery() async throws {
    let answer = try await search("strike OR ferry")
    // What is joined by OR is put in brackets.
    #expect(answer.text.contains("/search?q=%28strike%20OR%20ferry%29%20source%3A%22"))
    let narrowed = try await search("strike source:\"Coast Post\"")
    #expect(narrowed.text.contains("aria-label=\"Without source:&quot;Coast Post&quot;\""))
    #expect(narrowed.text.contains("href=\"/search?q=strike\""))
  }

  @Test func everyFacetFindsWhatItSays() async throws {
    let site = try await TestSite.sample.value
    let reader = try ArchiveReader(site.archive)
    let query = try Query(parsing: "strike OR ferry")
    let search = try ArticleSearch(query, in: reader)
    for field in FacetField.allCases {
      for facet in try search.facets(by: field) {
        guard let condition = field.condition(facet.value) else { continue }
        let narrowed = try Query(parsing: query.narrowed(by: condition))
        let found = try ArticleSearch(narrowed, in: reader).total()
        // A name finds all that have its words in a row.
        #expect(found >= facet.count, "\(condition)")
      }
    }
  }

  @Test func mistakesAreShownWhereTheyAre() async throws {
    let answer = try await search("ferry headlin:strike")
    #expect(answer.status == 200)
    #expect(answer.text.contains("<mark>"))
    #expect(answer.text.contains("^^^"))
    #expect(answer.text.contains("Try: "))
    let json = try await search("ferry headlin:strike", form: ".json")
    #expect(json.status == 400)
    #expect(json.text.contains("\"error\""))
  }

  @Test(arguments: [
    "&tab=colour", "&sort=best", "&from=-1", "&from=x", "&limit=0", "&limit=501", "&copies=2",
    "&from=99999999999999999999", "&sort=", "&from=1&from=2",
  ])
  func parametersThatMakeNoSenseAreRefused(more: String) async throws {
    #expect(try await search("strike", more).status == 400)
    #expect(try await search("strike", more, form: ".json").status == 400)
  }

  @Test func unknownWordsGetASuggestion() async throws {
    let answer = try await search("ferrry")
    #expect(answer.text.contains("did you mean <a href=\"/search?q=ferry\">ferry</a>?"))
  }

  @Test func theLastPageIsThere() async throws {
    let answer = try await search("", "&copies=each&limit=5&from=10")
    #expect(answer.text.contains("rel=\"prev\""))
    let beyond = try await search("", "&copies=each&from=100000")
    #expect(beyond.status == 200)
    #expect(!beyond.text.contains("class=\"hit\""))
  }

  @Test func completionKnowsFieldsAndNames() async throws {
    #expect(try await get("/complete.json?word=sp").text.contains("\"speaker:\""))
    #expect(try await get("/complete.json?word=speaker:dun").text.contains("Dunmore"))
    #expect(try await get("/complete.json?word=source:coa").text.contains("Coast Post"))
    #expect(try await get("/complete.json").status == 200)
  }

  // MARK: Article

  @Test func quotesHaveSpeakersAndAnchors() async throws {
    let site = try await TestSite.sample.value
    let reader = try ArchiveReader(site.archive)
    let search = try QuoteSearch(Query(parsing: "speaker:Dunmore"), in: reader)
    let hit = try #require(try search.hits(limit: 1).first)
    let answer = try site.get("/article/\(hit.article)")
    #expect(answer.text.contains("id=\"q\(hit.id)\""))
    #expect(answer.text.contains("Who speaks"))
    #expect(answer.text.contains("class=\"speaker tone-"))
    #expect(answer.text.contains("SHA-256"))
  }

  @Test func theRawTextIsThatOfTheImport() async throws {
    let site = try await TestSite.sample.value
    let id = try #require(ArticleID("2019-03-04.1"))
    let article = try #require(try ArchiveReader(site.archive).article(id))
    #expect(try site.get("/article/2019-03-04.1.txt").text == article.originalText)
  }

  @Test func copiesAreListedWithWhatDiffers() async throws {
    let text =
      "The ferry to the outer islands sailed again on Saturday after six days in the harbour. The board "
      + "of the harbour found the money in a fund for the winter, and the crews took the first boat at "
      + "dawn. Nobody on the quay cheered, but many had brought bread and coffee for them."
    let lines = [("Wexley Herald", ""), ("Coast Post", " The Post was there.")].map {
      #"{"title":"Sailing again","source":"\#($0)","date":"2019-03-09","text":"\#(text)\#($1)"}"#
    }
    let folder = TemporaryFolder()
    let site = try await TestSite([
      folder.file("a.jsonl", text: lines.joined(separator: "\n") + "\n")
    ])
    let clusters = try CopyClusters(Query(parsing: ""), in: ArchiveReader(site.archive))
    var first: CopyCluster?
    try clusters.forEach {
      first = $0
      return false
    }
    let cluster = try #require(first)
    let copy = try #require(cluster.copies.first)
    let answer = try site.get("/article/\(cluster.original.id)?copy=\(copy.id)")
    #expect(answer.text.contains("The same text"))
    #expect(answer.text.contains("class=\"difference\""))
    #expect(answer.text.contains("<ins>The Post was there.</ins>"))
    // One text, two articles.
    let found = try site.get("/search?q=ferry")
    #expect(found.text.contains("<strong>1 text</strong> in 2 articles"))
    #expect(found.text.contains("+1 copy"))
    #expect(try site.get("/search?q=ferry&copies=each").text.contains("<strong>2 articles"))
  }

  @Test(arguments: [
    (".ris", "TY  - NEWS", "application/x-research-info-systems"),
    (".bib", "@article{", "application/x-bibtex"),
    (".json", "article-newspaper", "application/vnd"),
  ])
  func citationsAreFiles(ending: String, content: String, type: String) async throws {
    let answer = try await get("/article/2019-03-04.1/citation\(ending)")
    #expect(answer.text.contains(content))
    #expect(answer.headers["Content-Type"]?.hasPrefix(type) ?? false)
  }

  // MARK: Others

  @Test func theGuideIsTheHelp() async throws {
    let answer = try await get("/help")
    #expect(answer.text.contains("<code>tariff* w/5 steel</code></a></th>"))
    #expect(!answer.text.contains("| `"))
    #expect(!answer.text.contains("**"))
  }

  @Test func anEmptyArchiveExplainsItself() async throws {
    let site = try await TestSite([])
    let answer = try site.get("/")
    #expect(answer.status == 200)
    #expect(answer.text.contains("Three steps"))
    #expect(try site.get("/search?q=x").status == 200)
    #expect(try site.get("/search?q=").status == 200)
    #expect(try site.get("/home.json").status == 200)
  }

  @Test(arguments: ["/assets/style.css", "/assets/page.js", "/assets/icon.svg"])
  func assetsAreKept(target: String) async throws {
    let answer = try await get(target)
    #expect(answer.status == 200)
    #expect(answer.headers["Cache-Control"]?.contains("immutable") ?? false)
    #expect(!answer.text.isEmpty)
  }

  @Test(arguments: [
    "/../etc/passwd", "/assets/..%2F..%2Fetc%2Fpasswd", "/%00", "//", "/search/", "/article/",
    "/article/%2e%2e/x", "http://evil.example/", "*", "", "/search.exe",
  ])
  func otherPathsAreNowhere(target: String) async throws {
    let status = try await get(target).status
    #expect(status == 404 || target.isEmpty)
  }

  @Test func otherMethodsAreRefused() async throws {
    let site = try await TestSite.sample.value
    let headers = ["host": TestSite.host]
    let answer = try site.answer(Request(.other, "/search", headers: headers))
    #expect(answer.status == 405)
    #expect(answer.headers["Allow"] == "GET")
    #expect(try site.answer(Request(.post, "/search", headers: headers)).status == 405)
    #expect(try site.post("/article/2019-03-04.1/tags", "tag=x").status == 403)
    #expect(try site.answer(Request(.get, "/", headers: ["host": "evil.example"])).status == 421)
  }
}

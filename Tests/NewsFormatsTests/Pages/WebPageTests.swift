import NewsModel
import TestSupport
import Testing

@testable import NewsFormats

/// An invented page: an article among everything that surrounds one.
private func page(head: String = "", byline: String = "", inside: String = "") -> String {
  """
  <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
  <title>Ferry service returns to Northport | Northport Observer</title>\(head)</head><body>
  <nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
  <main><article class="article"><header><h1>Ferry service returns to Northport</h1>\(byline)</header>
  <div class="article-body">
  <p>The ferry between Northport and the islands sailed again on Monday, eleven weeks after a storm
  tore away the pier, and some two hundred people stood in the rain to watch it leave.</p>
  <p>&ldquo;We had almost stopped believing in it,&rdquo; said Greta Halloran, who runs the bakery
  by the harbour and had counted the days without customers from the islands.</p>
  <h2>Repairs took longer than planned</h2>
  <p>The harbour office had hoped to finish in March, but divers found that two of the old piles had
  to be replaced, and the timber came late from the mill in Wexley.</p>\(inside)
  <ul><li>The first boat now leaves at six in the morning, and the last one comes back at ten.</li>
  <li>Tickets cost what they cost before the storm, the office said, and passes remain valid.</li></ul>
  <p>The council will decide in June whether a second boat is bought, which the islanders have asked
  for since the old one was sold eight years ago.</p>
  </div></article>
  <aside class="related"><h3>Most read</h3><ul><li><a href="/a">Bakery wins prize</a></li>
  <li><a href="/b">Council meets on budget</a></li></ul></aside></main>
  <footer class="footer"><p>© Northport Observer. All rights reserved. <a href="/p">Privacy</a></p>
  </footer></body></html>
  """
}

private func read(_ html: String) -> WebPage { WebPage(Array(html.utf8)) }

struct WebPageTests {
  @Test func theTextIsTheArticleAndNothingElse() {
    let text = read(page()).text
    let paragraphs = text.split(separator: "\n\n")
    #expect(paragraphs.count == 7)
    #expect(paragraphs.first?.hasPrefix("The ferry between Northport and the islands") == true)
    #expect(text.contains("“We had almost stopped believing in it,” said Greta Halloran"))
    #expect(text.contains("Repairs took longer than planned"))
    #expect(text.contains("The first boat now leaves at six"))
    #expect(text.hasSuffix("since the old one was sold eight years ago."))
    for other in ["Home", "Most read", "rights reserved", "Bakery wins prize"] {
      #expect(!text.contains(other))
    }
  }

  @Test func theHeadlineIsNotRepeatedInTheText() {
    let page = read(page())
    #expect(page.headline == "Ferry service returns to Northport")
    #expect(!page.text.contains("Ferry service returns to Northport"))
  }

  @Test(arguments: [
    #"<figure class="image"><img src="x"><figcaption class="caption">The pier. Photo: A. Moss</figcaption></figure>"#,
    #"<script>var pier = "The pier. Photo: A. Moss";</script>"#,
    #"<noscript>The pier. Photo: A. Moss</noscript><style>p { content: "Photo: A. Moss" }</style>"#,
  ])
  func whatIsNoTextOfTheArticleIsLeftOut(inside: String) {
    #expect(!read(page(inside: inside)).text.contains("Moss"))
  }

  @Test func aRowOfATableIsOneLine() {
    let rows = [
      ("Northport", "06:00", "212"), ("Wexley", "07:30", "96"), ("Ellery", "09:15", "140"),
    ]
    .map { "<tr><td>\($0.0)</td><td><p>\($0.1)</p></td><td>\($0.2)</td></tr>" }
    let table =
      "<table><tr><th>Port</th><th>First boat</th><th>Seats</th></tr>\(rows.joined())</table>"
    let blocks = PageBlocks(HTMLDocument(Array(page(inside: table).utf8)))
    let lines = blocks.blocks.map(blocks.string)
    #expect(lines.contains("Port First boat Seats"))
    #expect(lines.contains("Wexley 07:30 96"))
  }

  @Test(arguments: [
    "<table><tr><td><h2>News</h2></td><td>The ferry sails.</td></tr></table>",
    "<table><tr><td>The ferry sails.</td><td><ul><li>News</li></ul></td></tr></table>",
    "<table><tr><td>News</td><td>The ferry sails. "
      + String(repeating: "Again ", count: 40) + "</td></tr></table>",
  ])
  func aTableThatMakesTheLayoutIsNoData(table: String) {
    let blocks = PageBlocks(HTMLDocument(Array(table.utf8)))
    #expect(blocks.blocks.count == 2)
  }

  @Test(arguments: [
    #"<div id="comments">"#, #"<section class="post comments-area">"#, #"<ol class="commentlist">"#,
  ])
  func whatReadersWroteBelowIsLeftOut(start: String) {
    let words =
      "I sailed on it for thirty years, and nobody ever asked me what the pier was made of."
    let tag = start.dropFirst().prefix { $0 != " " }
    let comments = start + "<p>\(words)</p><p>\(words)</p></\(tag)>"
    #expect(!read(page(inside: comments)).text.contains("thirty years"))
  }

  @Test func aPageThatIsCalledCommentsIsRead() {
    let html = page().replacing("<main>", with: #"<main class="comments">"#)
    #expect(read(html).text == read(page()).text)
  }

  @Test func aHeadingInTheTrailIsForSearchEngines() {
    let head = #"<meta property="og:title" content="A pier, eleven weeks and a bakery">"#
    let trail =
      #"<nav><ol><li>News</li><li><h1>Ferry service returns to Northport</h1></li></ol></nav>"#
    let html = page(head: head)
      .replacing(
        "<h1>Ferry service returns to Northport</h1>",
        with: trail
          + "<h2>A pier, eleven weeks and a bakery</h2>")
    #expect(read(html).headline == "A pier, eleven weeks and a bakery")
    // What parts a kicker from it may be made by the style alone.
    let kicker = html.replacing("<h2>A pier, eleven", with: "<h2>A pier <b>eleven")
      .replacing("bakery</h2>", with: "bakery</b></h2>")
    #expect(read(kicker).headline == "A pier, eleven weeks and a bakery")
    // Without another heading it is the headline.
    let alone = page().replacing("<h1>Ferry service returns to Northport</h1>", with: trail)
    #expect(read(alone).headline == "Ferry service returns to Northport")
  }

  @Test(arguments: ["<p></p>", "", "<html><body><nav><a href=x>Home</a></nav></body></html>"])
  func aPageWithoutTextHasNone(html: String) { #expect(read(html).text.utf8.count < 10) }

  @Test func theLanguageAndTheSiteAreRead() {
    let page = read(page(head: #"<meta property="og:site_name" content="Northport Observer">"#))
    #expect(page.language == "en-gb")
    #expect(page.site == "Northport Observer")
  }

  // MARK: Kinds of metadata

  @Test func structuredDataIsRead() {
    let data = """
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
      {"@type":"Organization","name":"Observer Group","@id":"#org"},
      {"@type":"Person","@id":"#ann","name":"Ann Prewitt"},
      {"@type":"NewsArticle","headline":"Ferry &amp; service","author":[{"@id":"#ann"},
      {"@type":"Person","name":"Bo Lind"}],"datePublished":"2019-04-01T23:30:00-05:00",
      "dateModified":"2019-04-09","articleSection":["Islands","News"],"inLanguage":"en",
      "publisher":{"@type":"Organization","name":"Northport Observer"},
      "url":"https://observer.example/ferry",}]}</script>
      """
    let page = read(page(head: data))
    #expect(page.authors == ["Ann Prewitt", "Bo Lind"])
    #expect(page.date?.description == "2019-04-02T04:30:00Z")
    #expect(page.day?.description == "2019-04-01")
    #expect(page.dateOrigin == .page)
    #expect(page.section == "Islands")
    #expect(page.site == "Northport Observer")
    #expect(page.url == "https://observer.example/ferry")
  }

  @Test(arguments: [
    #"<meta name="author" content="Ann Prewitt">"#,
    #"<meta property="article:author" content="Ann Prewitt">"#,
    #"<meta name="byl" content="By Ann Prewitt">"#,
    #"<meta property="article:author" content="https://observer.example/ann"><meta name="dc.creator" content="Ann Prewitt">"#,
  ])
  func authorsOfMetaElements(head: String) {
    #expect(read(page(head: head)).authors == ["Ann Prewitt"])
  }

  @Test(arguments: [
    #"<p class="byline">By <a rel="author" href="/ann">Ann Prewitt</a></p>"#,
    #"<span itemprop="author">Ann Prewitt</span>"#, "<p>By Ann Prewitt</p>",
    #"<div class="article-author">Ann Prewitt, Harbour Reporter</div>"#,
  ])
  func authorsThatThePageShows(byline: String) {
    #expect(read(page(byline: byline)).authors == ["Ann Prewitt"])
  }

  @Test func authorsOutsideOfTheArticleAreNone() {
    let outside = #"<div class="trending"><span class="author">Zed Quill</span></div></body>"#
    let html = page().replacing("</body>", with: outside)
    #expect(read(html).authors == [])
  }

  @Test(arguments: [
    #"<meta property="article:published_time" content="2019-04-01T08:00:00Z"><meta property="article:modified_time" content="2019-05-01">"#,
    #"<meta name="date" content="2019-04-01">"#,
    #"<meta itemprop="datePublished" content="2019-04-01">"#,
    #"<link rel="canonical" href="https://observer.example/2019/04/01/ferry">"#,
  ])
  func datesOfTheHead(head: String) {
    #expect(read(page(head: head)).day?.description == "2019-04-01")
  }

  @Test(arguments: [
    #"<time datetime="2019-04-01T08:00:00Z">1 April</time>"#, "<p>Published: 1 April 2019</p>",
    #"<span itemprop="datePublished" content="2019-04-01">Monday</span>"#,
  ])
  func datesThatThePageShows(byline: String) {
    #expect(read(page(byline: byline)).day?.description == "2019-04-01")
  }

  /// A moment in UTC is on another day where it was published, if the page shows one.
  @Test(arguments: [
    (#"<time datetime="2019-04-01T20:30:00-05:00">Monday</time>"#, "2019-04-01"),
    ("<p>April 1, 2019 - 8:30 PM</p>", "2019-04-01"), ("<p>2 April 2019</p>", "2019-04-02"),
    ("<p>7 April 2019</p>", "2019-04-02"), ("", "2019-04-02"),
    ("<p>Published 8:30 PM EST, Mon April 1, 2019</p>", "2019-04-01"),
  ])
  func theDayIsThePublishers(byline: String, day: String) {
    let head = #"<meta property="article:published_time" content="2019-04-02T01:30:00Z">"#
    let page = read(page(head: head, byline: byline))
    #expect(page.day?.description == day)
    #expect(page.date?.description == "2019-04-02T01:30:00Z")
  }

  @Test func anAddressOftenHasTheDayBefore() {
    let head = #"<link rel="canonical" href="https://observer.example/2019/03/31/ferry">"#
    let html = page(head: head).replacing(
      "</footer>", with: #"<time datetime="2019-04-01 05:00">1 April</time></footer>"#)
    #expect(read(html).day?.description == "2019-04-01")
  }

  @Test(arguments: [
    #"<script>var page = {"publishedAt":"2019-04-01T20:15:00Z"}</script>"#,
    #"<div data-page="{&quot;firstPublished&quot;:&quot;2019-04-01&quot;}"></div>"#,
  ])
  func datesInDataAreTheLastResort(inside: String) {
    #expect(read(page(inside: inside)).day?.description == "2019-04-01")
  }

  @Test(arguments: [
    ("By Ann Prewitt and Bo Lind", ["Ann Prewitt", "Bo Lind"]),
    ("Von Ann Prewitt, Bo Lind und Cy Moss", ["Ann Prewitt", "Bo Lind", "Cy Moss"]),
    ("by: Ann Prewitt | Northport Observer", ["Ann Prewitt"]),
    ("Ann Prewitt on 1 April 2019", ["Ann Prewitt"]), ("Ann Prewitt (Wexley)", ["Ann Prewitt"]),
    ("Written by Ann Prewitt/Bo Lind", ["Ann Prewitt", "Bo Lind"]),
    ("Ann Prewitt, Senior Reporter", ["Ann Prewitt"]), ("Anders Andersson", ["Anders Andersson"]),
    ("https://observer.example/ann", []), ("Staff", []), ("", []), ("by ", []),
  ])
  func namesOfABylineAreTakenApart(byline: String, names: [String]) {
    #expect(Bylines.names(in: byline) == names)
  }

  /// Valid is what is valid wherever it stands between ASCII; "é" in Windows-1252 is no UTF-8.
  @Test(arguments: 0..<20)
  func theEncodingIsSeenAnywhere(padding: Int) {
    let before = [UInt8](repeating: 0x61, count: padding)
    func decoded(_ bytes: [UInt8], _ after: [UInt8]) -> String {
      String(decoding: DecodedPage(before + bytes + after).bytes, as: UTF8.self)
    }
    for after in [[], [0x20], [UInt8](repeating: 0x62, count: 9), [0x20, 0xC3, 0xA9]] {
      let end = String(decoding: before, as: UTF8.self)
      #expect(decoded([0xC3, 0xA9], after).hasPrefix(end + "é"))
      #expect(decoded([0xE4, 0xB8, 0xAD, 0xE6, 0x96, 0x87], after).hasPrefix(end + "中文"))
    }
    #expect(DecodedPage(before + [0xE9, 0x20]).remark != nil)
    #expect(DecodedPage(before + [0xE9]).remark != nil)
    #expect(DecodedPage(before + [0xC3, 0xA9] + before + [0xE9, 0x62]).remark != nil)
  }

  // MARK: As a format

  @Test func aPageWithAnIdentifierOfADatabaseIsAPage() {
    let html = page().replacing("<h1>", with: #"<h1 id="articleTitle">"#)
    let sample = Format.Sample(bytes: Array(html.utf8), isWhole: true, fileName: "ferry.html")
    #expect(Format.recognise(sample)?.name == "html")
  }

  @Test func aPageIsRecognisedAndRead() throws {
    let html = page(head: #"<link rel="canonical" href="https://observer.example/ferry">"#)
    let sample = Format.Sample(bytes: Array(html.utf8), isWhole: true, fileName: "ferry.html")
    #expect(Format.recognise(sample)?.name == "html")
    let found = try events(Array(html.utf8), format: .html, fileName: "ferry.html", cuts: [9, 900])
    guard case .article(let draft, _)? = found.first else {
      Issue.record("no article")
      return
    }
    #expect(draft.headline == "Ferry service returns to Northport")
    #expect(draft.url == "https://observer.example/ferry")
    #expect(draft.language == "en-gb")
  }

  @Test func aPageWithoutArticleIsRejected() throws {
    let found = try events(Array("<html><body></body></html>".utf8), format: .html)
    guard case .rejected(_, let reason, _)? = found.first else {
      Issue.record("not rejected")
      return
    }
    #expect(reason == "not an article: no text")
  }

  // MARK: Damage

  @Test func damagedPagesNeverCrash() {
    var state: UInt64 = 20_190_401
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let data =
      #"<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"A B"}}</script>"#
    let whole = Array(page(head: data, byline: "<p>By Ann Prewitt, 1 April 2019</p>").utf8)
    let telling = Array("<>/\"'&;=!-{}[]\0 \u{7F}ax".utf8) + [0x80, 0xC3, 0xE2, 0xF0, 0xFF]
    for _ in 0..<1500 {
      var bytes = whole
      for _ in 0..<1 + random(12) {
        let index = random(bytes.count)
        switch random(4) {
        case 0: bytes[index] = telling[random(telling.count)]
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(telling[random(telling.count)], at: index)
        default: bytes.removeSubrange(index..<min(bytes.count, index + random(200)))
        }
        if bytes.isEmpty { bytes = [0x3C] }
      }
      #expect(WebPage(bytes).text.utf8.count < 4 * whole.count)
    }
  }

  @Test(.enabled(if: Evaluation.path("eval/bad-inputs") != nil))
  func attacksNeverCrash() throws {
    let folders = ["xss-payloads", "xss-h5sc", "xss-payloadbox", "blns", "utf8-kuhn"]
      .compactMap { Evaluation.path("eval/bad-inputs/" + $0) }
    for file in discoverInputs(folders).files {
      let bytes = try readWhole(file)
      _ = WebPage(bytes)
      for line in bytes.split(separator: 0x0A).prefix(6000) { _ = WebPage(Array(line)) }
    }
  }
}

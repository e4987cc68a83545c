import ArchiveImport
import ArchiveQuery
import ArchiveStorage
import NewsModel
import TestSupport
import Testing

@testable import ArchiveServer

/// The pages of speakers, topics, trends, sources and imports; answered without a socket.
struct PartPageTests {
  private func get(_ target: String) async throws -> Answer {
    try await TestSite.sample.value.get(target)
  }

  /// Lines of CSV that are no part of a quoted cell.
  private func rows(_ csv: String) -> Int {
    var (rows, isQuoted) = (0, false)
    for byte in csv.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { rows += 1 }
    }
    return rows
  }

  @Test func everyPartIsInTheNavigation() async throws {
    let page = try await get("/speakers").text
    for part in SitePart.allCases {
      #expect(page.contains("href=\"\(part.address.text)\""), "\(part)")
    }
    #expect(page.contains("<a href=\"/speakers\" aria-current=\"page\">Speakers</a>"))
  }

  // MARK: Speakers

  @Test func speakersAreListedAndFiltered() async throws {
    let site = try await TestSite.sample.value
    let reader = try ArchiveReader(site.archive)
    let all = try SpeakerList(reader).speakers
    let csv = try site.get("/speakers.csv")
    #expect(rows(csv.text) == all.count + 1)
    #expect(try site.get("/speakers.json?limit=1").text.contains("\"total\": \(all.count),"))
    let some = try SpeakerList(reader, having: ["dunm*"], kind: .person).speakers
    #expect(!some.isEmpty && some.count < all.count)
    let filtered = try site.get("/speakers?q=dunm*&kind=person")
    #expect(filtered.text.contains("<strong>\(some.count) speaker"))
    #expect(filtered.text.contains("backfile speakers --kind person &#39;dunm*&#39;"))
    #expect(try site.get("/speakers?q=zzzz").text.contains("<strong>0 speakers"))
    #expect(try site.get("/speakers?kind=ghost").status == 400)
  }

  /// A speaker's page counts what the list counts, whatever else has the same words in its name.
  @Test func everySpeakerHasAPageThatAgreesWithTheList() async throws {
    let site = try await TestSite.sample.value
    let reader = try ArchiveReader(site.archive)
    for speaker in try SpeakerList(reader).speakers.prefix(25) {
      let profile = try #require(try SpeakerProfile(of: speaker.name, in: reader))
      #expect(profile.summary == speaker)
      #expect(profile.cues.reduce(0) { $0 + $1.quotes } == speaker.quotes)
      #expect(profile.outlets.reduce(0) { $0 + $1.quotes } == speaker.quotes)
      let bars = profile.timeline.bars.reduce(0) { $0 + $1.count }
      #expect(bars + profile.timeline.others == speaker.quotes)
      #expect(try QuoteSearch(of: profile, in: reader).total() == speaker.quotes)
      let page = SpeakerAddress.address(of: speaker.name).text
      let answer = try site.get(page)
      #expect(answer.status == 200)
      #expect(answer.text.contains("Reporting words") && answer.text.contains("Outlets"))
      #expect(rows(try site.get(page + ".csv").text) == speaker.quotes + 1)
      #expect(
        try site.get("/api" + page.replacing("/speaker/", with: "/speakers/")).text
          .contains("\"total\": \(speaker.quotes),"))
    }
    #expect(try site.get("/speaker/Nobody").status == 404)
    #expect(try site.get("/speaker/Nobody.json").status == 404)
  }

  @Test func anAliasLeadsToTheSpeaker() async throws {
    let folder = TemporaryFolder()
    let line = """
      {"title":"Fees","source":"Wexley Herald","date":"2019-03-09","text":"“The fees are too \
      high,” said Martha Dunmore, the minister, on Monday in Wexley."}

      """
    let site = try await TestSite([folder.file("a.jsonl", text: line)])
    _ = try SpeakerCorrections(site.archive).addAlias("the Iron Clerk", of: "Martha Dunmore")
    let page = try site.get("/speaker/the%20Iron%20Clerk")
    #expect(page.text.contains("<h1>Martha Dunmore</h1>"))
    #expect(page.text.contains("Also named: the Iron Clerk"))
  }

  @Test func theSameQuoteIsShownAcrossOutlets() async throws {
    let words =
      "“We will not pay a single crown more for the landing of fish in this harbour next year,” "
      + "said Martha Dunmore, the minister, on"
    let lines = [("Wexley Herald", "09", "Monday"), ("Coast Post", "10", "Tuesday")].map {
      #"{"title":"Fees","source":"\#($0.0)","date":"2019-03-\#($0.1)","text":"\#(words) \#($0.2)."}"#
    }
    let folder = TemporaryFolder()
    let site = try await TestSite([
      folder.file("a.jsonl", text: lines.joined(separator: "\n") + "\n")
    ])
    let page = try site.get("/speaker/Martha%20Dunmore?tab=outlets")
    #expect(page.text.contains("<strong>1 quote</strong> that more than one outlet printed"))
    #expect(page.text.contains("<h3>2 outlets, one wording</h3>"))
    #expect(page.text.contains("backfile quotes --speaker &#39;Martha Dunmore&#39; --variants"))
    let csv = try site.get("/speaker/Martha%20Dunmore.csv?tab=outlets")
    #expect(csv.text.hasPrefix("quote,outlets,wording,date,") && rows(csv.text) == 3)
  }

  // MARK: Trends

  @Test func queriesAreComparedOverTime() async throws {
    let site = try await TestSite.sample.value
    let target = "?q=strike&q=&q=tariff*&by=year&per=words&within=date:2018..2020"
    let counts = try Counts(
      of: [Query(parsing: "strike"), Query(parsing: "tariff*")], by: .year, per: .words,
      within: Query(parsing: "date:2018..2020"), in: ArchiveReader(site.archive))
    let page = try site.get("/trends" + target)
    #expect(page.status == 200)
    #expect(page.text.contains(">1 strike</th>") && page.text.contains(">2 tariff*</th>"))
    #expect(
      page.text.contains(
        "backfile count --by year --per words --within date:2018..2020 strike &#39;tariff*&#39;"))
    #expect(rows(try site.get("/trends.csv" + target).text) == counts.rows.count + 1)
    let drawing = try site.get("/trends.svg" + target)
    #expect(drawing.headers["Content-Type"]?.hasPrefix("image/svg+xml") ?? false)
    // No series is told by its colour alone.
    #expect(drawing.text.contains(">2 tariff*</text>") && drawing.text.contains("dasharray"))
    let json = try site.get("/api/trends" + target)
    #expect(json.text.contains("\"within\": \"date:2018..2020\""))
    #expect(json.text.ranges(of: "\"reading\"").count == 2)
  }

  @Test func tenQueriesAreTheMost() async throws {
    let ten = Array(repeating: "q=strike", count: 10).joined(separator: "&")
    let page = try await get("/trends?" + ten)
    #expect(page.status == 200 && page.text.ranges(of: " name=\"q\"").count == 11)
    #expect(try await get("/trends?q=ferry&" + ten).status == 400)
    let drawing = try await get("/trends.svg?by=source&" + ten)
    #expect(drawing.text.contains(">10 strike</text>"))
  }

  @Test func aMistakeIsShownBesideTheOtherQueries() async throws {
    let page = try await get("/trends?q=strike&q=headlin:x")
    #expect(page.status == 400)
    #expect(page.text.contains("value=\"strike\"") && page.text.contains("^^^"))
    #expect(try await get("/trends.json?q=strike&q=headlin:x").status == 400)
    #expect(try await get("/trends.csv?within=headlin:x").status == 400)
    #expect(try await get("/trends?by=colour").status == 400)
  }

  // MARK: Topics

  @Test func topicsAreCountedOverTime() async throws {
    let site = try await TestSite([Evaluation.packageRoot + "/SampleData"])
    #expect(try site.get("/topics").text.contains("backfile topics add strikes"))
    try TopicStore(site.archive).add([
      Topic(name: "strikes", query: "strike*", description: "Industrial <action>"),
      Topic(name: "broken", query: "*"), Topic(name: "ferries", query: "ferr*"),
    ])
    let total = try ArticleSearch(Query(parsing: "strike*"), in: ArchiveReader(site.archive))
      .total()
    let list = try site.get("/topics")
    #expect(list.text.contains("Industrial &lt;action&gt;"))
    #expect(list.text.contains("<a href=\"/topic/strikes\">strikes</a>"))
    #expect(list.text.contains("of 1,000 articles"))
    #expect(
      try site.get("/topics.csv").text.contains("strikes,strike*,Industrial <action>,\(total)"))
    let page = try site.get("/topic/Strikes?by=year")
    #expect(page.text.contains("\(total) articles</a>"))
    #expect(page.text.contains("src=\"/topic/strikes.svg?by=year\""))
    #expect(try site.get("/topic/strikes.svg?by=year").status == 200)
    #expect(try site.get("/api/topics/strikes").text.contains("\"total\": \(total),"))
    #expect(try site.get("/topic/none").status == 404)
  }

  // MARK: Sources and imports

  @Test func sourcesSayWhatIsMissing() async throws {
    let site = try await TestSite.sample.value
    let health = try ArchiveReader(site.archive).sourceHealth()
    let page = try site.get("/sources")
    for source in health {
      guard let name = source.summary.name else { continue }
      #expect(page.text.contains("href=\"\(SourceView.address(of: name).text)\""))
      let own = try site.get(SourceView.address(of: name).text)
      #expect(own.text.contains("Gaps") && own.text.contains("Coverage"))
      // What the number says is what its link finds.
      for (number, condition) in [(source.undated, "no:date"), (source.unsigned, "no:author")] {
        let query = try Query(parsing: "\(source.condition) \(condition)")
        #expect(
          try ArticleSearch(query, in: ArchiveReader(site.archive)).total() == number,
          "\(name) \(condition)")
      }
    }
    #expect(rows(try site.get("/sources.csv").text) == health.count + 1)
    #expect(try site.get("/source/nowhere").status == 404)
  }

  @Test func gapsAndOddDatesAreFound() async throws {
    func line(_ number: Int, _ date: String) -> String {
      let text = "The harbour board met for the \(number)th time, and decided about pier \(number)."
      return
        #"{"title":"Board \#(number)","source":"Coast Post","date":"\#(date)","text":"\#(text)"}"#
    }
    var lines = [
      "2019-01-05", "2019-02-05", "2019-02-07", "2019-06-05", "2019-08-01", "1970-01-01",
    ]
    .enumerated().map { line($0, $1) }
    lines += (100..<130).map { line($0, "2019-08-02") }
    let folder = TemporaryFolder()
    let site = try await TestSite([
      folder.file("a.jsonl", text: lines.joined(separator: "\n") + "\n")
    ])
    let source = try #require(try ArchiveReader(site.archive).sourceHealth().first)
    #expect(source.gaps.suffix(2).map(\.first) == ["2019-03", "2019-07"])
    #expect(source.gaps.suffix(2).map(\.months) == [3, 1])
    #expect(
      source.oddDates.contains { $0.condition == "date:2019-08-02" && $0.articles == 30 })
    #expect(source.unsigned == lines.count)
    let page = try site.get("/source/Coast%20Post").text
    #expect(page.contains("2019-03 – 2019-05 (3 months)"))
    #expect(page.contains("where 1 a day are usual"))
    #expect(try site.get("/source/Coast%20Post.csv").text.contains("gap,2019-03..2019-05,3"))
  }

  @Test func importsSayWhyRecordsWereRejected() async throws {
    let folder = TemporaryFolder()
    let dump = """
      {"title":"One","source":"Coast Post","date":"2019-03-09","text":"The ferry sailed again."}
      {"title":"<b>Two</b>","source":"Coast Post","date":
      {"source":"Coast Post","date":"2019-03-09"}

      """
    let site = try await TestSite([folder.file("a.jsonl", text: dump)])
    let list = try site.get("/imports")
    #expect(list.text.contains("href=\"/import/1\"") && list.text.contains("finished"))
    let page = try site.get("/import/1")
    #expect(page.text.contains("Why records were rejected"))
    #expect(page.text.contains("&lt;b&gt;Two") && !page.text.contains("<b>Two"))
    #expect(page.text.contains("backfile imports rejects 1"))
    let rejects = try ArchiveReader(site.archive).rejects(ofRun: 1)
    #expect(rejects.count == 2)
    #expect(rows(try site.get("/import/1.csv").text) == rejects.count + 1)
    #expect(try site.get("/api/imports/1").text.contains("\"total\": \(rejects.count),"))
    #expect(try site.get("/import/2").status == 404)
    #expect(try site.get("/import/x").status == 404)
  }
}

import ArchiveStorage
import NewsModel
import Testing

@testable import ArchiveQuery

/// One quote as several outlets printed it.
struct QuoteVariantsTests {
  /// An article that is a quote.
  private static func printing(
    _ source: String, _ date: String?, _ text: String, by speaker: String? = "Ann Lee",
    kind: QuoteKind = .direct
  ) -> Sample {
    Sample(
      headline: nil, body: "\(text) said \(speaker ?? "somebody").", date: date, source: source,
      quotes: [SampleQuote(text: text, speakers: speaker.map { [$0] } ?? [], kind: kind)])
  }

  private static let long =
    "We will open the old bridge in May, whatever the council says, and nobody will pay a toll"

  static let file = Result {
    try SampleFile([
      printing("The Herald", "2019-03-04", long),
      printing(
        "Coast Post", "2019-03-05", "WE WILL OPEN the old bridge in May whatever the council says"),
      printing("Wire", "2019-03-03", "we will open the old bridge in May", by: "Lee", kind: .mixed),
      printing("Wire", "2019-03-06", long + "."),
      // Other dates, other speakers, other words, too few words, the writer's words, one outlet.
      printing("Coast Post", "2019-06-05", long),
      printing("Inland", "2019-03-05", "open the old bridge in May", by: "Ruth Okafor"),
      printing("Inland", "2019-03-05", "The old mill will be sold in autumn to whoever wants it"),
      printing("Inland", "2019-03-05", "whatever the council says"),
      printing("Inland", "2019-03-05", "the old bridge in May", kind: .indirect),
      printing("Solo", "2019-03-05", "A lamp for each of the nine captains of the harbour"),
      printing("Solo", "2019-03-06", "A lamp for each of the nine captains of the harbour"),
      // Undated, and its day is another's.
      printing("Harbour", nil, long, by: nil),
      printing("Harbour", "2020-01-02", "Größe zählt hier nicht, Mut zählt", by: "Ilse Brandt"),
      printing("Coast Post", "2020-01-02", "„Größe zahlt hier nicht — Mut zahlt“", by: "Brandt"),
      printing("Harbour", "2021-01-02", "我们将在五月开放这座旧桥", by: nil),
      printing("Coast Post", "2021-01-03", "我们将在五月开放这座旧桥，", by: nil),
    ])
  }

  private func groups(_ query: String = "", days: Int = 7, order: HitOrder = .oldest) throws
    -> [[[String]]]
  {
    let reader = try SampleArchive(Self.file.get()).reader
    let variants = try QuoteVariants(Query(parsing: query), in: reader, days: days)
    let page = variants.page(order: order, limit: nil)
    #expect(page.count == variants.total)
    defer { #expect(!reader.connection.hasOpenStatement) }
    return try page.map { group in
      try variants.hits(of: group).map {
        $0.map { "\($0.date?.description ?? "-") \($0.source ?? "")" }
      }
    }
  }

  private static let bridge = [
    ["2019-03-03 Wire"], ["2019-03-04 The Herald", "2019-03-06 Wire", "- Harbour"],
    ["2019-03-05 Coast Post"],
  ]
  private static let courage = [["2020-01-02 Harbour", "2020-01-02 Coast Post"]]
  private static let chinese = [["2021-01-02 Harbour", "2021-01-03 Coast Post"]]

  @Test func theSameQuoteIsGroupedByItsWordings() throws {
    #expect(try groups() == [Self.bridge, Self.courage, Self.chinese])
  }

  @Test func anyQueryNarrowsThem() throws {
    #expect(try groups("speaker:brandt") == [Self.courage])
    #expect(try groups("bridge source:wire").isEmpty)
    #expect(try groups("bridge kind:direct").first == Array(Self.bridge.dropFirst()))
    #expect(try groups("nothinglikethis").isEmpty)
  }

  @Test func theWindowAndTheOrderCanBeChosen() throws {
    #expect(try groups("bridge", days: 0).map { $0.flatMap { $0 }.count } == [2])
    #expect(
      try groups("bridge", days: 100).first?.flatMap { $0 }.contains("2019-06-05 Coast Post")
        == true)
    #expect(try groups(order: .newest).first == Self.chinese)
    #expect(try groups(order: .relevance).first == Self.bridge)
  }

  @Test func manyAlikeQuotesTakeNoQuadraticTime() {
    let quotes = (0..<6_000).map { number in
      PrintedQuote(
        id: Int64(number), day: number % 3, outlet: Int64(number), isIndirect: false,
        speaker: [UInt64(number)], words: [1, 2, 3, 4, 5])
    }
    let clock = ContinuousClock()
    let time = clock.measure { #expect(!VariantGrouping(quotes, days: 7).groups().isEmpty) }
    #expect(time < .seconds(30))
  }
}

import NewsModel
import Testing

@testable import ArchiveQuery

struct ConcordanceTests {
  private static let samples = [
    Sample(
      headline: "Ferry strike ends",
      body: "The ferry strike is over.\n\nNo strike, said the mayor, was ever “strike-like”.",
      date: "2019-03-04", source: "Herald"),
    Sample(
      headline: nil,
      body: "A strike on steel. Tariffs on foreign steel strike hard, steel men say.",
      date: "2018-05", source: "Bulletin"),
    Sample(headline: "新港", body: "渡轮罢工结束了。罢工", date: nil, source: nil),
    Sample(
      headline: "Words",
      body: "Ferry men spoke. “No ferry sails,” said Dunmore. The ferry did sail.",
      date: "2020-01-01", source: "Herald",
      quotes: [SampleQuote(text: "No ferry sails,", speakers: ["Dunmore"])]),
    Sample(
      headline: "Naïve café", body: "the the the end", date: "2017", source: "Post"),
  ]
  private static let file = Result { try SampleFile(samples) }
  let archive: SampleArchive

  init() throws { archive = try SampleArchive(Self.file.get()) }

  private func lines(
    _ query: String, width: Int = 2, _ order: Concordance.Order = .newest, sample: Int? = nil,
    seed: UInt64 = 1
  ) throws -> [ConcordanceLine] {
    let concordance = try Concordance(Query(parsing: query), in: archive.reader, width: width)
    let lines = try concordance.lines(order: order, sample: sample, seed: seed, limit: 1000)
    #expect(lines.count == min(sample ?? .max, concordance.total))
    return lines
  }

  @Test(arguments: [
    (
      "strike",
      [
        "The ferry|strike|is over.", "over. No|strike|, said the", "was ever “|strike|-like”.",
        "Ferry|strike|ends", "A|strike|on steel.", "foreign steel|strike|hard, steel",
      ]
    ),
    // Of a proximity only what takes part in it.
    ("steel w/2 tariffs", ["strike on|steel|. Tariffs on", "on steel.|Tariffs|on foreign"]),
    (
      "steel pre/3 men", ["strike hard,|steel|men say.", "hard, steel|men|say."]
    ),
    ("\"ferry strike\"", ["The|ferry strike|is over.", "|Ferry strike|ends"]),
    ("headline:strike", ["Ferry|strike|ends"]),
    ("罢工", ["渡轮|罢工|结束", "束了。|罢工|"]),
    // Places that overlap are one hit.
    ("\"the the\"", ["|the the the|end"]),
    // Words inside of quotes have their hits there.
    ("quote:ferry", ["spoke. “No|ferry|sails,” said"]),
    ("speaker:Dunmore quote:ferry", ["spoke. “No|ferry|sails,” said"]),
    ("cafe", ["Naïve|café|"]),
    // The words of one side of an OR are hits where that side is met.
    (
      "mayor AND steel OR spoke", ["Ferry men|spoke|. “No ferry"]
    ),
    ("(mayor NOT over) OR spoke", ["Ferry men|spoke|. “No ferry"]),
    (
      "(over AND mayor) OR spoke",
      ["Ferry men|spoke|. “No ferry", "strike is|over|. No strike,", "said the|mayor|, was ever"]
    ),
    ("-strike", []),
  ])
  func hitsAreWhatTheQueryMarks(query: String, expected: [String]) throws {
    let shown = try lines(query).map { "\($0.left)|\($0.match)|\($0.right)" }
    #expect(shown == expected)
  }

  @Test func offsetsAreCodePointsOfTheText() throws {
    for query in ["strike", "罢工", "ferry", "cafe", "naive"] {
      for line in try lines(query) {
        let article = try #require(try archive.reader.article(line.id))
        let text = line.part == .body ? article.body : article.headline ?? ""
        let found = text.unicodeScalars.dropFirst(line.offset)
          .prefix(line.match.unicodeScalars.count)
        #expect(String(String.UnicodeScalarView(found)) == line.match)
      }
    }
  }

  @Test(arguments: [
    (Concordance.Order.words([.right(1)]), ["ends", "hard", "is", "like", "on", "said"]),
    (.words([.left(1), .right(1)]), ["on", "like", "ends", "is", "said", "hard"]),
    (.words([.match, .left(2)]), ["ends", "on", "hard", "said", "is", "like"]),
    (.oldest, ["on", "hard", "is", "said", "like", "ends"]),
    (.source, ["on", "hard", "is", "said", "like", "ends"]),
  ])
  func linesStandInTheOrderAskedFor(order: Concordance.Order, next: [String]) throws {
    let words = try lines("strike", order).map { line in
      line.right.split { !$0.isLetter }.first.map(String.init) ?? ""
    }
    #expect(words == next)
  }

  @Test func samplesAreDrawnOnceAndAgain() throws {
    let all = try lines("strike")
    let drawn = try lines("strike", sample: 3, seed: 5)
    #expect(drawn.count == 3)
    #expect(drawn.allSatisfy(all.contains))
    #expect(Set(drawn.map { "\($0.id) \($0.part) \($0.offset)" }).count == 3)
    #expect(try lines("strike", sample: 3, seed: 5) == drawn)
    let others = try (6...20).map { try lines("strike", sample: 3, seed: $0) }
    #expect(others.contains { $0 != drawn })
    // Each line comes with the same chance.
    var seen: [String: Int] = [:]
    for seed in 0..<300 {
      for line in try lines("strike", sample: 2, seed: UInt64(seed)) {
        seen["\(line.id) \(line.part) \(line.offset)", default: 0] += 1
      }
    }
    #expect(seen.count == 6)
    #expect(seen.values.allSatisfy { (60...140).contains($0) })
  }

  @Test(arguments: [("steel hard", Int.max), ("the the", .max), ("strike", -1)])
  func aWidthOfAnySizeIsTaken(query: String, width: Int) throws {
    let nearest = width < 0 ? 0 : 1000
    #expect(try lines(query, width: width) == lines(query, width: nearest))
  }

  /// A text that is all hits: each is found in its place in no more than a moment.
  @Test(arguments: [Concordance.Order.oldest, .words([.right(1)])])
  func aLongTextTakesNoLongerAHit(order: Concordance.Order) throws {
    let words = 30_000
    let file = try SampleFile([Sample(body: String(repeating: "fährt ", count: words))])
    let reader = try SampleArchive(file).reader
    let concordance = try Concordance(Query(parsing: "fährt"), in: reader, width: 1)
    var offsets: [Int] = []
    let time = try ContinuousClock().measure {
      try concordance.forEachLine(order: order) {
        offsets.append($0.offset)
        return true
      }
    }
    #expect(offsets.sorted() == (0..<words).map { $0 * 6 })
    // Counted from the text's start, the offsets alone took a minute.
    #expect(time < .seconds(20))
  }

  @Test func aQueryWithoutWordsHasNone() throws {
    let concordance = try Concordance(Query(parsing: "source:Herald"), in: archive.reader)
    #expect(!concordance.hasWords && concordance.total == 0)
  }
}

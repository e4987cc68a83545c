import NewsModel
import Testing

@testable import ArchiveQuery
@testable import ArchiveServer

/// An article's body in pieces: quotes, speakers, reporting words and boilerplate in their places.
struct ArticleTextTests {
  /// An article whose quotes are given by their words, with speaker and cue.
  private func article(
    _ body: String, quotes: [(text: String, speaker: String?, cue: String?)] = [],
    blocks: [(text: String, start: Int)] = []
  ) throws -> StoredArticle {
    func start(_ text: String) throws -> Int {
      let range = try #require(body.firstRange(of: text))
      return body[..<range.lowerBound].unicodeScalars.count
    }
    return StoredArticle(
      id: try #require(ArticleID("2019-03-04.1")), source: nil, headline: nil, date: nil,
      dateOrigin: nil, author: nil, url: nil, section: nil, language: nil, words: 0, body: body,
      layout: nil, metadata: nil, remarks: nil, sha256: [], file: "", importRun: 1,
      position: RecordPosition(record: 1),
      boilerplate: blocks.map {
        StoredArticle.Block(kind: .other, text: $0.text, start: $0.start, rule: "words:test")
      },
      quotes: try quotes.enumerated().map { index, quote in
        StoredArticle.Quote(
          id: Int64(index), kind: .direct, text: quote.text, start: try start(quote.text),
          length: quote.text.unicodeScalars.count, speaker: quote.speaker,
          speakerText: quote.speaker, speakerStart: try quote.speaker.map(start), cue: quote.cue,
          rule: "test", confidence: 1)
      })
  }

  /// The parts as one text: `[quote]`, `{speaker}`, `<cue>`, `*mark*`, `#block`, a line a part.
  private func drawn(_ article: StoredArticle, marks: [Range<Int>] = []) -> String {
    ArticleText(article, marks: marks).parts.map { part in
      switch part {
      case .block(let index): return "#\(index)"
      case .paragraph(let runs):
        return runs.map { run in
          let text = run.isMarked ? "*\(run.text)*" : run.text
          switch run.role {
          case .plain: return text
          case .quote(let index): return "[\(index):\(text)]"
          case .speaker: return "{\(text)}"
          case .cue: return "<\(text)>"
          }
        }.joined()
      }
    }.joined(separator: "\n")
  }

  @Test func quotesSpeakersAndCuesStandInTheirPlaces() throws {
    let article = try article(
      "“We sail,” said Ada. She said little.\n\n“At dawn,” Ada said.",
      quotes: [("We sail,", "Ada", "said"), ("At dawn,", nil, "said")])
    #expect(
      drawn(article)
        == "“[0:We sail,]” <said> {Ada}. She said little.\n“[1:At dawn,]” Ada <said>.")
  }

  @Test func aQuoteInsideOfAnotherIsItself() throws {
    let article = try article(
      "He said it had “no room” at all.",
      quotes: [("it had “no room” at all", nil, "said"), ("no room", nil, nil)])
    #expect(drawn(article) == "He <said> [0:it had “][1:no room][0:” at all].")
  }

  @Test func placesAreCodePointsAndMarksAreBytes() throws {
    let article = try article("👩‍👩‍👧 Né: “Ça va”, dit Zoé. 港口", quotes: [("Ça va", "Zoé", "dit")])
    let body = Array(article.body.utf8)
    let start = body.count - "港口".utf8.count
    #expect(
      drawn(article, marks: [start..<body.count])
        == "👩‍👩‍👧 Né: “[0:Ça va]”, <dit> {Zoé}. *港口*")
  }

  @Test func boilerplateStandsWhereItStood() throws {
    let article = try article(
      "One.\n\nTwo. Three.", blocks: [("a", 0), ("b", 6), ("c", 11), ("d", 17), ("e", 17)])
    #expect(drawn(article) == "#0\nOne.\n#1\nTwo. \n#2\nThree.\n#3\n#4")
    #expect(drawn(try self.article("", blocks: [("a", 0)])) == "#0")
  }

  /// Numbers of a damaged archive break nothing.
  @Test func placesOutsideOfTheTextDoNoHarm() throws {
    var article = try article("Short.", blocks: [("a", 99), ("b", -5)])
    let quote = StoredArticle.Quote(
      id: 1, kind: .direct, text: "x", start: 3, length: .max, speaker: "A", speakerText: "A",
      speakerStart: -7, cue: "said", rule: "test", confidence: 1)
    article = StoredArticle(
      id: article.id, source: nil, headline: nil, date: nil, dateOrigin: nil, author: nil,
      url: nil, section: nil, language: nil, words: 0, body: article.body, layout: nil,
      metadata: nil, remarks: nil, sha256: [], file: "", importRun: 1, position: article.position,
      boilerplate: article.boilerplate, quotes: [quote])
    #expect(drawn(article).contains("[0:rt.]"))
  }

  @Test func speakersAreNumberedInTheirOrder() throws {
    let article = try article(
      "“A,” said Ada. “B,” it said. “C,” said Bo. “D,” said Ada.",
      quotes: [("A,", "Ada", nil), ("B,", nil, nil), ("C,", "Bo", nil), ("D,", "Ada", nil)])
    let legend = SpeakerLegend(article.quotes)
    #expect(legend.speakers.map(\.name) == ["Ada", "Bo", nil])
    #expect((0..<4).map { legend.number(of: $0) } == [1, 3, 2, 1])
  }
}

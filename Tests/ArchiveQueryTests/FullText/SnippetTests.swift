import ArchiveStorage
import NewsText
import Testing

@testable import ArchiveQuery

/// What is marked in a text, and which part of it is shown. Marks are ⟦ and ⟧.
struct SnippetTests {
  let tokenizer: Tokenizer
  let terms: TermResolver

  init() throws {
    let archive = try SampleArchive(ArticleSearchTests.file.get())
    tokenizer = archive.reader.tokenizer
    terms = try archive.reader.terms(for: .everything, in: .articles)
  }

  private func mark(_ text: MarkedText) -> String {
    text.pieces.map { $0.isMarked ? "⟦\($0.text)⟧" : String($0.text) }.joined()
  }

  private func marked(_ query: String, body: String, headline: String = "") throws -> [String] {
    let finder = try TextFinder(Query(parsing: query).root, in: .articles, terms)
    let columns = [body, headline].map { text in
      finder.read(text, segmented: segmentedForIndex(text), tokenizer)
    }
    let places = try finder.places(in: columns)
    return [0, 1].map { mark(MarkedText(columns[$0], places: places, column: $0)) }
  }

  static let marks: [(query: String, marked: String)] = [
    ("oil", "The ⟦Oil⟧ and the ⟦OIL⟧."),
    ("uber", "⟦Über⟧ alles"),
    ("über", "⟦Uber⟧ rides"),
    ("\"oil price\"", "oil, the ⟦oil price⟧ and the price"),
    ("oil price", "⟦oil⟧, the ⟦oil⟧ ⟦price⟧"),
    ("sanction*", "⟦Sanctions⟧, ⟦sanctioned⟧, sanity"),
    ("\"partner like coop\"*", "a “⟦partner-like cooperation⟧” as partner like"),
    ("U.S.", "The ⟦U.S⟧. and us"),
    ("a w/2 b", "a x x b x x x ⟦a⟧ x ⟦b⟧ x x x a"),
    ("a pre/1 b", "b a x ⟦a⟧ ⟦b⟧"),
    ("a NOT w/1 b", "a b x x ⟦a⟧ x b"),
    ("a w/1 b w/1 c", "a b x ⟦a⟧ ⟦b⟧ ⟦c⟧ x b c"),
    ("\"a b c\"~3", "a x x ⟦b⟧ ⟦c⟧ ⟦a⟧ x ⟦b⟧ x x x a"),
    ("atleast2(a)", "⟦a⟧ b ⟦a⟧"),
    ("atleast3(a) OR b", "a ⟦b⟧ a"),
    ("a -c", "⟦a⟧ b"),
    ("a source:x date:2017", "⟦a⟧ x 2017"),
    ("a OR source:x", "⟦a⟧ x"),
    ("-a b", "c ⟦b⟧"),
    ("新闻", "中国⟦新闻⟧报道"),
    ("中国新闻", "⟦中国新闻⟧报道"),
  ]

  @Test(arguments: marks)
  func marksWhatQualifies(_ item: (query: String, marked: String)) throws {
    let plain = item.marked.filter { $0 != "⟦" && $0 != "⟧" }
    #expect(try marked(item.query, body: plain)[0] == item.marked)
  }

  @Test func marksHeadlines() throws {
    #expect(
      try marked("headline:oil price", body: "oil price", headline: "oil price")
        == ["oil ⟦price⟧", "⟦oil⟧ ⟦price⟧"])
  }

  private func snippet(_ query: String, _ body: String) throws -> String {
    let finder = try TextFinder(Query(parsing: query).root, in: .articles, terms)
    let text = finder.read(body, segmented: segmentedForIndex(body), tokenizer)
    return mark(Snippet.make(of: text, places: try finder.places(in: [text]), column: 0))
  }

  private let filler = (1...60).map { "w\($0)" }.joined(separator: " ")

  @Test func shortTextsAreShownWhole() throws {
    #expect(try snippet("oil", "Oil.\n\n  And\tmore “oil”.") == "⟦Oil⟧. And more “⟦oil⟧”.")
    #expect(try snippet("oil", "") == "")
    #expect(try snippet("oil", "…") == "…")
  }

  @Test func showsTheDensestPart() throws {
    let text = "oil \(filler) (“oil oil”), \(filler)"
    let shown = try snippet("oil", text)
    #expect(shown.hasPrefix("…w"))
    #expect(shown.hasSuffix("…"))
    #expect(shown.contains("w60 (“⟦oil⟧ ⟦oil⟧”), w1"))
    #expect(shown.split(separator: " ").count == Snippet.length)
  }

  @Test func showsTheBeginningWhereNothingIsFound() throws {
    let shown = try snippet("oil", filler)
    #expect(shown.hasPrefix("w1 w2"))
    #expect(shown.hasSuffix("w30…"))
  }

  @Test func showsTheEnd() throws {
    let shown = try snippet("oil", "\(filler) oil.")
    #expect(shown.hasPrefix("…w32 "))
    #expect(shown.hasSuffix("w60 ⟦oil⟧."))
  }

  @Test func aLongPhraseIsShownWhole() throws {
    let shown = try snippet("\"\(filler)\"", "x \(filler) y")
    #expect(shown == "…⟦\(filler)⟧…")
  }
}

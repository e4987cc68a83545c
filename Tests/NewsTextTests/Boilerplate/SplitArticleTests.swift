import NewsModel
import NewsText
import Testing

/// Knows every so many-th paragraph as repeated.
private struct EveryNth: ParagraphKnowledge {
  let number: UInt64
  init(_ number: UInt64) { self.number = number }
  func clusters(of hash: UInt64) -> Int { hash % number == 0 ? 3 : 0 }
  func isKept(_ hash: UInt64, by rule: BoilerplateRule) -> Bool { false }
}

@Suite struct SplitArticleTests {
  static let article = """
    The council of Port Ellery voted on Tuesday to rebuild the bridge that a flood swept away.
    "We have waited for this day for eleven years," said Mayor Ada Lindqvist after the vote.
    Work is to begin in the spring, and the bridge should be open within two years.
    """

  @Test func setsTheEndApart() {
    let split = splitArticle(
      Self.article + "\nSign up for our newsletter\nReporting by Jo Marsh; Editing by Ann Foley\n")
    #expect(split.body == Self.article.replacing("\n", with: "\n\n"))
    #expect(split.blocks.map(\.kind) == [.newsletter, .credit])
    #expect(split.blocks.allSatisfy { $0.bodyOffset == split.body.utf8.count })
    #expect(split.layout == "n;$:n")
  }

  @Test func placesBlocksBeforeTheirParagraph() {
    let split = splitArticle("Advertisement\n\nFirst of all.\n\nAdvertisement\n\nThen this.")
    #expect(split.body == "First of all.\n\nThen this.")
    #expect(split.blocks.map(\.bodyOffset) == [0, 15])
    #expect(split.layout == nil)
  }

  @Test func keepsWhatSomebodySaid() {
    let text =
      "\"Please consider supporting us, because the museum has no other income,\" she said."
    #expect(splitArticle(text).body == text)
  }

  @Test func cutsFusedTextAtSentences() {
    let fused = Self.article.replacing("\n", with: " ")
    let long = fused + " " + fused + " " + fused
    let split = splitArticle(long + " (Reporting by Jo Marsh; Editing by Ann Foley)")
    #expect(split.body == long)
    #expect(split.blocks.map(\.text) == ["(Reporting by Jo Marsh; Editing by Ann Foley)"])
    #expect(split.layout == "s")
  }

  @Test(arguments: [
    "", "\n", " \n\n ", "One.", "One.\nTwo.\n", "Advertisement",
    "Advertisement\n\n\nBody here.\r\n",
    "\u{FEFF}Share\n\nBody.\u{3000}\u{3000}\n\nAdvertisement", "a\n\n\n\nb\nc\n\nd\te",
    ParagraphsTests.wrapped, ParagraphsTests.wrapped + "\r\n\r\n  Advertisement\r\n",
    ParagraphsTests.wrapped.replacing("\n", with: "\r\n"),
    ParagraphsTests.wrapped.replacing("\n\n", with: "\n\u{A0}\u{A0} "),
  ]) func givesTheOriginalBack(text: String) {
    #expect(splitArticle(text).originalText() == text)
    let noisy = splitArticle(text, knowing: EveryNth(3))
    #expect(noisy.originalText() == text)
  }

  /// Texts of random pieces: what white space and words can be told apart must come back.
  @Test(arguments: 0..<300) func givesRandomTextBack(seed: UInt64) {
    var random = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    let pieces = [
      "word", "Advertisement", "Read more: a thing", "a longer run of words that ends.", "\n",
      "\n\n",
      "\r\n", " ", "\t", "\u{A0}", "\u{2028}", "\u{85}", "\u{FEFF}", "é", "新闻", "“", "\"", "\u{0C}",
      ";", "<", ParagraphsTests.wrapped,
    ]
    let count = Int.random(in: 0..<60, using: &random)
    let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let split = splitArticle(text, knowing: EveryNth(4))
    #expect(split.originalText() == text)
    #expect(!split.body.contains("\n\n\n"))
  }

  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  @Test func aTextOfAPageIsKnownByItsLayout() {
    let text = "The bridge is open again.\n\nAll rights reserved.\n\nTwo hundred people came."
    let split = splitArticle(text, isOfPage: true)
    #expect(split.blocks.map(\.text) == ["All rights reserved."])
    #expect(SplitArticle.isOfPage(layout: split.layout))
    #expect(split.originalText() == text)
    #expect(!SplitArticle.isOfPage(layout: splitArticle(text).layout))
    #expect(!SplitArticle.isOfPage(layout: nil))
  }

  @Test func survivesDamagedLayouts() {
    for layout in [
      "", ";", "n9999999999999999999", ";/n,x,3", "<zz>;$:<110000>", "n;7:;-1:n", ";p;p",
    ] {
      let split = SplitArticle(body: "One.\n\nTwo.", blocks: [], layout: layout)
      #expect(split.originalText().contains("Two."))
    }
  }
}

@Suite struct RecognisedSourceTests {
  @Test(arguments: [
    ("Port Ellery Courier delivers independent coverage of the coast.", "Port Ellery Courier"),
    ("© 2017 The Ellery Times. All rights reserved.", "The Ellery Times"),
    ("Copyright 2017 by Ellery Media", "Ellery Media"),
    ("Subscribe to the Harbour Post newsletter", "Harbour Post"),
    ("New HPX newsletter: Tides of the Week", "HPX"),
    ("Sign up for our daily newsletter", nil),
    ("All rights reserved.", nil),
    ("Advertisement", nil),
  ]) func namesTheOutlet(boilerplate: String, source: String?) {
    let split = splitArticle("The bridge is open again.\n\n" + boilerplate)
    #expect(split.blocks.count == 1)
    #expect(recognisedSource(in: split) == source)
  }
}

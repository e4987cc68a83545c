import NewsModel
import NewsText
import Testing

@Suite struct RepeatLearnerTests {
  /// Twelve words and more, so that it tells near-copies.
  func prose(_ name: String) -> String {
    "The paragraph named \(name) has twelve words at least and nobody else has \(name)."
  }

  func keys(_ paragraphs: [String]) -> [ParagraphKey] {
    paragraphs.compactMap { ParagraphKey(ofParagraph: $0) }
  }

  func hash(_ paragraph: String) throws -> UInt64 {
    try #require(ParagraphKey(ofParagraph: paragraph)).hash
  }

  let footer = "Harbour Post is printed on the island. Call 12345."

  @Test func reportsTheSecondCluster() throws {
    var learner = RepeatLearner()
    let footer = try hash(footer)
    #expect(learner.observe(source: "A", paragraphs: keys([prose("a"), self.footer])).isEmpty)
    #expect(!learner.isRepeated(footer, in: "A"))
    #expect(learner.observe(source: "A", paragraphs: keys([prose("b"), self.footer])) == [footer])
    #expect(learner.observe(source: "A", paragraphs: keys([prose("c"), self.footer])).isEmpty)
    #expect(learner.clusterCount(of: footer, in: "A") == 3)
    #expect(!learner.isRepeated(try hash(prose("a")), in: "A"))
  }

  @Test func foldsCaseAndNumbers() throws {
    #expect(try hash("Page 12 of 340") == hash("PAGE 7 of 9"))
    #expect(try hash("Page 12") != hash("Page twelve"))
  }

  @Test func keepsSourcesApart() throws {
    var learner = RepeatLearner()
    learner.observe(source: "A", paragraphs: keys([prose("a"), footer]))
    #expect(learner.observe(source: "B", paragraphs: keys([prose("b"), footer])).isEmpty)
    #expect(!learner.isRepeated(try hash(footer), in: "A"))
  }

  @Test(arguments: [
    // The same again; with a page's leftovers; an extract of it; with an edit.
    ["v", "w", "x", "y", "z"], ["m", "n", "v", "w", "x", "y", "z", "o"], ["v", "w", "x"],
    ["v", "w", "x", "y", "changed"],
  ]) func doesNotCountNearCopies(second: [String]) throws {
    var learner = RepeatLearner()
    learner.observe(
      source: "A", paragraphs: keys(["v", "w", "x", "y", "z"].map(prose) + [footer]))
    #expect(learner.observe(source: "A", paragraphs: keys(second.map(prose) + [footer])).isEmpty)
    #expect(
      learner.observe(source: "A", paragraphs: keys([prose("other"), footer]))
        == [try hash(footer)])
  }

  @Test func comesBackFromItsRows() throws {
    var learner = RepeatLearner()
    for name in ["a", "b", "c"] {
      learner.observe(source: "A", paragraphs: keys([prose(name), footer]))
    }
    learner.observe(source: "A", paragraphs: keys([prose("d"), "Seen once, in d."]))
    var restored = RepeatLearner(rows: learner.rows, seenOnce: learner.encodedSeenOnce)
    #expect(restored.clusterCount(of: try hash(footer), in: "A") == 3)
    #expect(
      restored.observe(source: "A", paragraphs: keys([prose("e"), "Seen once, in d."]))
        == [try hash("Seen once, in d.")])
    #expect(
      RepeatLearner(rows: learner.rows, seenOnce: [7, 1, 2]).isRepeated(try hash(footer), in: "A"))
  }

  /// More paragraphs than the first tables hold: none of those seen again may be missed, nor others
  /// be reported.
  @Test func remembersManyParagraphs() {
    var learner = RepeatLearner()
    let count: UInt64 = 40_000
    func article(_ number: UInt64, _ salt: UInt64) -> [ParagraphKey] {
      (0..<5).map {
        ParagraphKey(hash: (number * 5 + $0 + salt) &* 0x9E37_79B9_7F4A_7C15, isLong: true)
      }
    }
    var reported = 0
    for number in 0..<count / 5 {
      reported += learner.observe(source: "A", paragraphs: article(number, 0)).count
    }
    #expect(reported == 0)
    for number in 0..<count / 5 {
      // One paragraph of an earlier article among four new ones.
      let fresh = article(number, 1 << 32)
      let old = ParagraphKey(hash: number * 5 &* 0x9E37_79B9_7F4A_7C15, isLong: true)
      reported += learner.observe(source: "A", paragraphs: [old] + fresh.dropFirst()).count
    }
    #expect((7_900...8_000).contains(reported))
  }

  @Test func splitsWhatRepeats() throws {
    var learner = RepeatLearner()
    let articles = ["a", "b", "c"].map { prose($0) + "\n\n" + footer }
    for article in articles { learner.observe(source: "A", paragraphs: paragraphKeys(of: article)) }
    for (article, name) in zip(articles, ["a", "b", "c"]) {
      let split = splitArticle(article) { learner.isRepeated($0, in: "A") }
      #expect(split.body == prose(name))
      #expect(split.blocks.map(\.rule) == [.repeats])
    }
  }
}

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

  @Test func reportsTheSecondAndTheThirdCluster() throws {
    var learner = RepeatLearner()
    let footer = try hash(footer)
    #expect(
      learner.observe(source: "A", paragraphs: keys([prose("a"), self.footer])).newlyRepeated
        .isEmpty)
    #expect(!learner.isRepeated(footer, in: "A"))
    #expect(
      learner.observe(source: "A", paragraphs: keys([prose("b"), self.footer])).newlyRepeated
        == [footer])
    #expect(
      learner.observe(source: "A", paragraphs: keys([prose("c"), self.footer])).newlyRepeated
        == [footer])
    #expect(
      learner.observe(source: "A", paragraphs: keys([prose("d"), self.footer])).newlyRepeated
        .isEmpty)
    #expect(learner.clusterCount(of: footer, in: "A") == 4)
    #expect(!learner.isRepeated(try hash(prose("a")), in: "A"))
  }

  @Test func foldsCaseAndNumbers() throws {
    #expect(try hash("Page 12 of 340") == hash("PAGE 7 of 9"))
    #expect(try hash("Page 12") != hash("Page twelve"))
  }

  @Test func keepsSourcesApart() throws {
    var learner = RepeatLearner()
    learner.observe(source: "A", paragraphs: keys([prose("a"), footer]))
    #expect(
      learner.observe(source: "B", paragraphs: keys([prose("b"), footer])).newlyRepeated.isEmpty)
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
    #expect(
      learner.observe(source: "A", paragraphs: keys(second.map(prose) + [footer])).newlyRepeated
        .isEmpty)
    #expect(
      learner.observe(source: "A", paragraphs: keys([prose("other"), footer])).newlyRepeated
        == [try hash(footer)])
  }

  @Test func comesBackFromItsRows() throws {
    var learner = RepeatLearner()
    for name in ["a", "b", "c"] {
      learner.observe(source: "A", paragraphs: keys([prose(name), footer]))
    }
    learner.observe(source: "A", paragraphs: keys([prose("d"), "Seen once, in d."]))
    var restored = RepeatLearner(rows: learner.rows)
    for piece in learner.seenOnce {
      let isRestored = restored.restore(seenOnce: piece)
      #expect(isRestored)
    }
    #expect(restored.clusterCount(of: try hash(footer), in: "A") == 3)
    #expect(
      restored.observe(source: "A", paragraphs: keys([prose("e"), "Seen once, in d."]))
        .newlyRepeated
        == [try hash("Seen once, in d.")])
    let isRestored = restored.restore(seenOnce: [7, 1, 2])
    #expect(!isRestored)
    #expect(restored.isRepeated(try hash(footer), in: "A"))
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
      reported += learner.observe(source: "A", paragraphs: article(number, 0)).newlyRepeated.count
    }
    #expect(reported == 0)
    for number in 0..<count / 5 {
      // One paragraph of an earlier article among four new ones.
      let fresh = article(number, 1 << 32)
      let old = ParagraphKey(hash: number * 5 &* 0x9E37_79B9_7F4A_7C15, isLong: true)
      reported +=
        learner.observe(source: "A", paragraphs: [old] + fresh.dropFirst())
        .newlyRepeated.count
    }
    #expect((7_900...8_000).contains(reported))
  }

  /// Articles that hold a paragraph before it is known as repeated are found by their clusters.
  @Test func namesTheClustersOfEarlierArticles() {
    var learner = RepeatLearner()
    let first = learner.observe(source: "A", paragraphs: keys([prose("a"), footer]))
    let copy = learner.observe(source: "A", paragraphs: keys([prose("a"), footer, "Share this"]))
    let other = learner.observe(source: "A", paragraphs: keys([prose("b")]))
    let second = learner.observe(source: "A", paragraphs: keys([prose("c"), footer]))
    #expect(second.clustersBefore == Set(first.clusters))
    #expect(copy.clusters == first.clusters)
    #expect(second.clustersBefore.isDisjoint(with: other.clusters + second.clusters))
  }

  @Test func storesSevenBytesAParagraph() {
    var learner = RepeatLearner()
    #expect(Array(learner.seenOnce).isEmpty)
    func size() -> Int { learner.seenOnce.reduce(0) { $0 + $1.count } }
    var count = 0
    for number: UInt64 in 0..<12_000 {
      let hashes = (0..<5).map { (number * 5 + $0) &* 0x9E37_79B9_7F4A_7C15 }
      learner.observe(
        source: "A", paragraphs: hashes.map { ParagraphKey(hash: $0, isLong: true) })
      count += hashes.count
      if number > 1000, number % 1000 == 0 {
        #expect(size() <= count * 15 / 2)
      }
    }
    #expect(size() <= count * 7)
  }

  @Test func refusesDamagedState() throws {
    var learner = RepeatLearner()
    for name in ["a", "b", "c"] {
      learner.observe(source: "A", paragraphs: keys([prose(name), footer, "Only in \(name)"]))
    }
    let piece = try #require(Array(learner.seenOnce).first)
    func restores(_ bytes: some Sequence<UInt8>) -> Bool {
      var restored = RepeatLearner()
      return restored.restore(seenOnce: Array(bytes))
    }
    #expect(restores(piece))
    for length in stride(from: 0, to: piece.count, by: 7) {
      #expect(!restores(piece.prefix(length)))
    }
    #expect(!restores(piece.prefix(piece.count - 1)))
    #expect(!restores(piece + [0]))
    // Another table, another part of it, one entry more, a tag that no hash has.
    #expect(!restores([2] + piece.dropFirst()))
    #expect(!restores([255] + piece.dropFirst()))
    #expect(!restores([0, 9] + piece.dropFirst(2)))
    var damaged = piece
    damaged[3] ^= 1
    #expect(!restores(damaged))
    damaged = piece
    for offset in 3 + 512..<3 + 512 + 4 { damaged[offset] = 0 }
    #expect(!restores(damaged))
  }

  @Test func splitsWhatRepeats() throws {
    var learner = RepeatLearner()
    let articles = ["a", "b", "c"].map { prose($0) + "\n\n" + footer }
    for article in articles { learner.observe(source: "A", paragraphs: paragraphKeys(of: article)) }
    for (article, name) in zip(articles, ["a", "b", "c"]) {
      let split = splitArticle(article, knowing: RepeatsOfSource(learner, source: "A"))
      #expect(split.body == prose(name))
      #expect(split.blocks.map(\.rule) == [.repeats])
    }
  }
}

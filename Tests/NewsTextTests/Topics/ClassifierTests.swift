import Testing

@testable import NewsText

struct ClassifierTests {
  private static let words = [
    "port": ["ferry", "harbour", "crew", "sailing", "quay", "tide", "pilot", "anchor"],
    "steel": ["furnace", "ingot", "mill", "foundry", "alloy", "slag", "rolling", "ore"],
    "vote": ["ballot", "council", "mayor", "turnout", "poll", "ward", "candidate", "count"],
  ]

  /// Invented articles, each about one thing, among words that all of them have.
  static func texts(_ count: Int, seed: UInt64) -> [LabelledText] {
    var random = SplitMix(seed)
    return (0..<count).map { number in
      let label = ["port", "steel", "vote"][number % 3]
      let its = words[label, default: []]
      let body = (0..<40).map { _ in
        random.next() % 4 == 0
          ? its[Int(random.next() % UInt64(its.count))] : "word\(random.next() % 200)"
      }
      return LabelledText(
        headline: its[number % its.count], body: body.joined(separator: " "), labels: [label])
    }
  }

  @Test func itTellsWhatWasTaught() async {
    let classifier = await TopicClassifier.learn(Self.texts(90, seed: 1))
    var score = ClassificationScore()
    for text in Self.texts(60, seed: 2) {
      score.add(true: text.labels, given: classifier.labels(for: text))
    }
    #expect(score.accuracy > 0.95 && score.microF1 == score.accuracy)
  }

  @Test func theSameTextsGiveTheSameClassifier() async {
    let texts = Self.texts(60, seed: 3)
    let (a, b) = (await TopicClassifier.learn(texts), await TopicClassifier.learn(texts))
    let asked = Self.texts(1, seed: 4)[0]
    #expect(a.margins(of: asked) == b.margins(of: asked))
  }

  @Test func severalLabelsAreToldApart() async {
    var texts = Self.texts(120, seed: 5)
    for index in stride(from: 0, to: texts.count - 1, by: 4) {
      texts[index].body += " " + texts[index + 1].body
      texts[index].labels += texts[index + 1].labels
    }
    let classifier = await TopicClassifier.learn(texts)
    #expect(!classifier.isExclusive)
    #expect(Set(classifier.labels(for: texts[0])) == Set(texts[0].labels))
  }

  @Test func aModelIsKeptAndReadAgain() throws {
    let texts = Self.texts(90, seed: 6)
    let (model, report) = TagModel.learn(texts, hasTag: texts.map { $0.labels == ["port"] })
    #expect(report.score.precision > 0.9 && report.score.recall > 0.9)
    let again = try #require(TagModel(record: model.record))
    for text in Self.texts(9, seed: 7) {
      #expect(model.score(of: text) == again.score(of: text))
      #expect((model.score(of: text) > 0.5) == (text.labels == ["port"]))
    }
  }

  @Test func whatIsNoModelIsNone() {
    let record = TagModel.learn(
      Self.texts(30, seed: 8), hasTag: (0..<30).map { $0 % 3 == 0 }
    ).model.record
    for length in [0, 1, 16, 17, record.count - 1] {
      #expect(TagModel(record: Array(record.prefix(length))) == nil)
    }
    #expect(TagModel(record: [2] + record.dropFirst()) == nil)
  }

  @Test(arguments: ["", " ", "a", "\u{0}", "ﷺ😀", "中国新闻", String(repeating: "x", count: 100_000)])
  func anyTextIsRead(text: String) async {
    var texts = Self.texts(30, seed: 9)
    texts.append(LabelledText(headline: text, body: text, labels: ["port"]))
    let classifier = await TopicClassifier.learn(texts)
    #expect(classifier.labels(for: texts[30]).count == 1)
  }

  @Test func scoresAreThoseOfTheBooks() {
    var score = ClassificationScore()
    score.add(true: ["a"], given: ["a"])
    score.add(true: ["a"], given: ["b"])
    score.add(true: ["b", "c"], given: ["b"])
    // a: 1 right, 1 missed; b: 1 right, 1 wrong; c: 1 missed.
    #expect(score.accuracy == 1.0 / 3)
    #expect(score.microF1 == 4.0 / 7)
    #expect(abs(score.macroF1 - (2.0 / 3 + 2.0 / 3 + 0) / 3) < 1e-12)
  }
}

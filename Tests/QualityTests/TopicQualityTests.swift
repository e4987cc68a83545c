import NewsFormats
import NewsText
import TestSupport
import Testing

/// A floor for telling what articles are about, on a part of one set that is small enough to be learnt
/// while one waits; the figures of all sets are in Docs/topics.md.
struct TopicQualityTests {
  @Test(.enabled(if: Evaluation.path("eval/topics/bbc5.dev.jsonl.gz") != nil))
  func topicsAreToldAsWellAsBefore() async throws {
    let path = try #require(Evaluation.path("eval/topics/bbc5.dev.jsonl.gz"))
    let lines = run(["zcat", path]).output.split(separator: "\n")
    let texts = try lines.enumerated().filter { $0.offset % 3 == 0 }.map { _, line in
      let record = try JSONObject(Array(line.utf8).span)
      return LabelledText(
        headline: record.string("headline") ?? "", body: record.string("body") ?? "",
        labels: record.strings(inArray: "labels") ?? [])
    }
    let parts = texts.indices.map { TopicClassifier.fold($0, of: 4) }
    let classifier = await TopicClassifier.learn(
      texts.indices.filter { parts[$0] > 0 }.map { texts[$0] })
    var score = ClassificationScore()
    for index in texts.indices where parts[index] == 0 {
      score.add(true: texts[index].labels, given: classifier.labels(for: texts[index]))
    }
    #expect(score.accuracy >= 0.93, "\(score.accuracy)")
  }
}

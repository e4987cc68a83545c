import NewsFormats
import NewsModel
import NewsText
import TestSupport
import Testing

/// Nothing is lost: of every article of the evaluation material, body and boilerplate together are the
/// text as it was imported, byte for byte.
struct RoundTripTests {
  /// Knows a third of all paragraphs as repeated, and keeps some: everything that can happen happens.
  private struct Noise: ParagraphKnowledge {
    func clusters(of hash: UInt64) -> Int { hash % 3 == 0 ? 3 : hash % 3 == 1 ? 2 : 0 }
    func isKept(_ hash: UInt64, by rule: BoilerplateRule) -> Bool { hash % 5 == 0 }
  }

  private struct Enough: Error {}

  /// Checks the first articles of a dump; returns how many it has looked at.
  private func check(_ path: String, limit: Int) throws -> Int {
    var articles = 0
    do {
      try readRecords(from: InputFile(path: path, size: nil)) { event in
        guard case .article(let draft, let position) = event else { return }
        let place = "\(path), record \(position.record)"
        let split = splitArticle(draft.text, headline: draft.headline)
        #expect(split.originalText() == draft.text, "\(place)")
        let noisy = splitArticle(draft.text, headline: draft.headline, knowing: Noise())
        #expect(noisy.originalText() == draft.text, "\(place)")
        articles += 1
        if articles >= limit { throw Enough() }
      }
    } catch is Enough {} catch is FormatError {}
    return articles
  }

  @Test(.enabled(if: Evaluation.path("eval/unpack.sh") != nil))
  func everySampleOfEveryFormatComesBack() throws {
    let script = try #require(Evaluation.path("eval/unpack.sh"))
    let unpacked = run(["/bin/sh", script])
    let folder = try #require(unpacked.output.split(separator: "\n").last)
    var articles = 0
    for file in discoverInputs([folder + "/formats"]).files {
      articles += try check(file.path, limit: 25)
    }
    #expect(articles > 2_000)
  }

  @Test(
    .enabled(if: Evaluation.path("eval/corpora") != nil),
    arguments: [
      "allsides-12k", "bbc", "fakenews_es", "masakhanews", "reuters-16k", "reuters21578",
      "wikinews", "zh_terminus2049",
    ])
  func everyCorpusComesBack(name: String) throws {
    let path = try #require(Evaluation.path("eval/corpora/\(name).jsonl.gz"))
    #expect(try check(path, limit: 200) >= 200)
  }
}

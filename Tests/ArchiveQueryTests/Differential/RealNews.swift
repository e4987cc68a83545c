import FoundationEssentials
import TestSupport

@testable import ArchiveQuery

/// Real articles from beside the repository, where there are some: those in which every character is one
/// that the reference evaluator knows.
enum RealNews {
  private struct Article: Decodable {
    let headline: String?
    let body: String
  }

  /// The first articles of a corpus; nil where this machine has none.
  static func samples(_ corpus: String, count: Int) -> [Sample]? {
    guard let path = Evaluation.path("eval/corpora/\(corpus).jsonl.gz") else { return nil }
    let lines = run(["sh", "-c", "zcat '\(path)' | head -n \(count * 3)"]).output
    let articles = lines.split(separator: "\n").compactMap { line in
      try? JSONDecoder().decode(Article.self, from: Data(line.utf8))
    }
    let samples = articles.map { Sample(headline: $0.headline, body: $0.body) }
    return Array(
      samples.filter { isKnown($0.body) && isKnown($0.headline ?? "") && $0.body.utf8.count < 4000 }
        .prefix(count))
  }

  private static func isKnown(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.isASCII && ($0.value >= 32 || $0 == "\n") }
  }

  /// Words of the articles: of each a few, so that many are in several articles.
  static func words(of samples: [Sample]) -> [String] {
    var counts: [String: Int] = [:]
    for sample in samples {
      for word in ReferenceText(sample.body).words where word.folded.utf8.count < 16 {
        counts[word.written, default: 0] += 1
      }
    }
    let usual = counts.filter { $0.value > 4 && $0.key.allSatisfy { $0.isASCII && $0.isLetter } }
    return usual.keys.sorted().enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
  }
}

import NewsFormats
import NewsModel
import NewsText
import TestSupport
import Testing

/// How surely copies are found: precision and recall of pairs, over the evaluation set. Both are 1.0 here;
/// the floor is what is promised (Docs/duplicates.md).
struct CopyQualityTests {
  private static let floor = 0.995

  @Test(.enabled(if: Evaluation.path("eval/near-duplicates/dev.pairs.tsv") != nil))
  func copiesAreFoundAndNothingElse() throws {
    let folder = try #require(Evaluation.path("eval/near-duplicates"))
    var ids: [String] = []
    var texts: [String] = []
    try readRecords(from: InputFile(path: folder + "/dev.jsonl.gz", size: nil)) { event in
      guard case .article(let draft, _) = event else { return }
      let id = draft.metadata.first { $0.name == "id" }?.json ?? ""
      ids.append(String(id.dropFirst().dropLast()))
      texts.append(splitArticle(draft.text, headline: draft.headline).body)
    }
    let sequences = texts.map(WordSequences.init(of:))
    let found = try CopyAssignment(
      texts.map(Fingerprint.init(of:)), known: texts.map { _ in nil }
    ) { sequences[$0].containmentOfCopies(with: sequences[$1]) }
    var clusters: [Int: [Int]] = [:]
    for (number, kind) in found.kinds.enumerated() {
      switch kind {
      case .copy(let original, _): clusters[original, default: []].append(number)
      default: clusters[number, default: []].append(number)
      }
    }
    var pairs: Set<[String]> = []
    for members in clusters.values {
      for (place, a) in members.enumerated() {
        for b in members[(place + 1)...]
        where sequences[a].containmentOfCopies(with: sequences[b]) != nil {
          pairs.insert([ids[a], ids[b]].sorted())
        }
      }
    }
    let gold = String(decoding: bytes(ofFile: folder + "/dev.pairs.tsv"), as: UTF8.self)
    let right = Set(
      gold.split(separator: "\n").map { line in
        line.split(separator: "\t").prefix(2).map(String.init).sorted()
      })
    let common = Double(pairs.intersection(right).count)
    #expect(common / Double(pairs.count) >= Self.floor)
    #expect(common / Double(right.count) >= Self.floor)
  }
}

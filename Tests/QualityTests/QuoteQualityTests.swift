import NewsFormats
import NewsModel
import TestSupport
import Testing

/// Floors for the accuracy of quotes on every evaluation set: what was reached is not lost again.
struct QuoteQualityTests {
  /// The figures of a JSON file: set, then figure, in per cent.
  private func figures(_ path: String) throws -> [String: [String: Double]] {
    let text = String(decoding: bytes(ofFile: path), as: UTF8.self)
    var result: [String: [String: Double]] = [:]
    for set in try #require(jsonMembers(of: text)) {
      for figure in jsonMembers(of: set.json) ?? [] {
        result[set.name, default: [:]][figure.name] = Double(figure.json)
      }
    }
    return result
  }

  @Test(.enabled(if: Evaluation.path("eval/quotes/score.py") != nil))
  func quotesAreFoundAsWellAsBefore() throws {
    let evaluation = try #require(Evaluation.path("eval"))
    let root = Evaluation.packageRoot
    let folder = TemporaryFolder()
    let result = run(
      [
        "python3", "-B", root + "/Benchmarks/quote-accuracy.py", evaluation,
        "--binary", root + "/.build/debug/backfile", "--json", "reached.json",
      ], folder: folder.path)
    #expect(result.code == 0, "\(result.errors)")
    let reached = try figures(folder.path + "/reached.json")
    let floors = try figures(root + "/Tests/QualityTests/quote-floors.json")
    #expect(!floors.isEmpty)
    for (set, figures) in floors {
      for (name, floor) in figures {
        let value = reached[set]?[name] ?? 0
        #expect(value >= floor, "\(set): \(name)")
      }
    }
  }
}

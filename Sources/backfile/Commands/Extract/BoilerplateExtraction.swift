import ArchiveExport
import ArgumentParser
import NewsFormats
import NewsModel
import NewsText

/// `extract --boilerplate`: which paragraphs are no part of the reporting, and what they are.
///
/// All inputs are read twice: first to learn what repeats within each source, with the learner that
/// imports use, then to judge. Of standard input a temporary copy is made.
struct BoilerplateExtraction: Extraction {
  static let help: ArgumentHelp =
    "Which of \"paragraphs\" ([{\"text\": …}]) are boilerplate, learning repeats by \"source\"."

  private var learner = RepeatLearner()

  /// Learns from inputs, lines that cannot be read aside: those are answered later.
  init(learningFrom inputs: [InputFile]) throws {
    for input in inputs {
      var reader = try LineReader(input)
      while let lines = try reader.next() {
        for line in lines where !line.isTooLong { learn(from: line) }
      }
    }
  }

  private mutating func learn(from line: InputLine) {
    guard let record = try? JSONObject(line.bytes.span), let source = record.source,
      let paragraphs = record.paragraphs
    else { return }
    learner.observe(
      source: source, paragraphs: paragraphs.compactMap { ParagraphKey(ofParagraph: $0) })
  }

  func members(of record: JSONObject) throws(ExtractProblem) -> String {
    guard let paragraphs = record.paragraphs else {
      throw ExtractProblem(message: "\"paragraphs\" is no array of objects")
    }
    let verdicts = BoilerplateClassifier.standard.judge(
      paragraphs: paragraphs, headline: record.string("title") ?? record.string("headline"),
      knowing: RepeatsOfSource(learner, source: record.source))
    let dropped = verdicts.enumerated().compactMap { index, verdict in
      verdict.map { (index, $0.kind) }
    }
    let indexes = dropped.map { String($0.0) }.joined(separator: ",")
    let kinds = dropped.map { "\"\($0.1.rawValue)\"" }.joined(separator: ",")
    return "\"drop\":[\(indexes)],\"kinds\":[\(kinds)]"
  }
}

extension JSONObject {
  /// The outlet that the record names, if any.
  fileprivate var source: String? { string("source").flatMap { $0.isEmpty ? nil : $0 } }

  /// The texts of the record's paragraphs.
  fileprivate var paragraphs: [String]? { strings(named: "text", inObjectsOf: "paragraphs") }
}

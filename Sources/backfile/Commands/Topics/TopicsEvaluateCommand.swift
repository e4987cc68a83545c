import ArchiveExport
import ArgumentParser
import NewsFormats
import NewsText

struct TopicsEvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Say how well labels are told: learn from one file, be asked about another.",
    discussion: """
      Both are JSON Lines with headline, body and labels, an array; no archive is needed. Where each
      article to learn from has one label, each to be asked about is given one.

        backfile topics evaluate train.jsonl test.jsonl
      """)

  @Argument(help: ArgumentHelp("What to learn from.", valueName: "train"))
  var train: String

  @Argument(help: ArgumentHelp("What to be asked about.", valueName: "test"))
  var test: String

  @Flag(help: "List each label.")
  var labels = false

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let known = try Self.read(train)
    let asked = try Self.read(test)
    guard !known.isEmpty, !asked.isEmpty else {
      throw CommandFailure(message: "there is nothing to learn from or to be asked about")
    }
    let clock = ContinuousClock()
    let began = clock.now
    let classifier = await TopicClassifier.learn(known)
    let seconds = (clock.now - began) / .seconds(1)
    var score = ClassificationScore()
    for text in asked { score.add(true: text.labels, given: classifier.labels(for: text)) }
    var table = try output.tableWriterOrTable()
    if labels {
      try table.begin(columns: ["label", "precision", "recall", "f1", "articles"])
      for (label, count) in score.counts.sorted(by: { $0.key < $1.key }) {
        try table.write([
          .text(label), .real(rounded(count.precision, places: 4)),
          .real(rounded(count.recall, places: 4)),
          .real(rounded(count.f1, places: 4)), .integer(count.right + count.missed),
        ])
      }
    } else {
      try table.begin(columns: ["measure", "value"])
      for (name, value) in [
        ("accuracy", score.accuracy), ("micro_f1", score.microF1), ("macro_f1", score.macroF1),
      ] {
        try table.write([.text(name), .real(rounded(value, places: 4))])
      }
    }
    try table.end()
    Console.inform(
      "learnt from \(grouped(known.count)) articles with \(grouped(classifier.labels.count)) labels"
        + " in \(decimal(seconds, places: 1)) s; asked about \(grouped(asked.count))")
  }

  private static func read(_ path: String) throws -> [LabelledText] {
    var texts: [LabelledText] = []
    var reader = try LineReader(path == "-" ? .standardInput : InputFile(path: path))
    while let lines = try reader.next() {
      for line in lines where line.bytes.contains(where: { $0 > 0x20 }) {
        func failure(_ message: String) -> CommandFailure {
          CommandFailure(message: "\(path), line \(line.number): \(message)")
        }
        guard !line.isTooLong else { throw failure("the line is too long") }
        let record: JSONObject
        do {
          record = try JSONObject(line.bytes.span)
        } catch {
          throw failure(error.message)
        }
        guard let body = record.string("body") ?? record.string("text") else {
          throw failure("there is no body")
        }
        guard let labels = record.strings(inArray: "labels") else {
          throw failure("there is no array of labels")
        }
        texts.append(
          LabelledText(headline: record.string("headline") ?? "", body: body, labels: labels))
      }
    }
    return texts
  }
}

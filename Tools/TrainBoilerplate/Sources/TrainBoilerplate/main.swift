import FoundationEssentials
import Glibc

@testable import NewsText

// Trains the models that tell paragraphs from boilerplate and writes their weights as Swift:
//
//     swift run -c release TrainBoilerplate LABELLED.jsonl… > ../../Sources/NewsText/Boilerplate/Model/LearntWeights.swift
//
// Articles whose `set` begins with `more` (label-pages.py makes them) are trained on and not scored.
// Figures of a cross-validation by source go to standard error. `--quick` leaves the weights out;
// `--errors` shows each paragraph of an article that was lost.

let folds = 8
let arguments = CommandLine.arguments.dropFirst()
let articles = try arguments.filter { !$0.hasPrefix("--") }.flatMap(LabelledArticle.read)
let classifier = BoilerplateClassifier.standard
// Found by cross-validation, to a factor of two.
let ownPenalty: Float = 0.2
/// An error on a paragraph of the article costs more than one on boilerplate.
let bodyWeight: Float = 1.5
/// How much an article that is not of the evaluation's kind counts.
let moreWeight: Float = 0.4

/// Everything about one article that does not depend on a model.
struct Prepared {
  var paragraphs: [ReadParagraph] = []
  var own: [Example] = []
  var clusters: [Int] = []
  var headline = HeadlineWords.none
}

// What repeats within each source, as an import would learn it; of pages that come in several forms
// only where a source has many.
var learner = RepeatLearner()
let isLearntFrom = articles.map { $0.part != "more" || $0.set == "more-daniel" }
for (article, isLearntFrom) in zip(articles, isLearntFrom) where isLearntFrom {
  learner.observe(
    source: article.source,
    paragraphs: article.paragraphs.compactMap { ParagraphKey(ofParagraph: $0.text) })
}

func weight(_ paragraph: LabelledArticle.Paragraph) -> Float {
  guard paragraph.counts else { return 0 }
  guard !paragraph.isBoilerplate else { return 1 }
  let size = min(Float(paragraph.text.utf8.count) / 400, 2)
  return bodyWeight * (1 + size)
}

let prepared: [Prepared] = zip(articles, isLearntFrom).map { article, isLearntFrom in
  var prepared = Prepared()
  prepared.headline = HeadlineWords(article.title)
  for paragraph in article.paragraphs {
    let bytes = Array(paragraph.text.utf8)
    let read = ReadParagraph(bytes, bytes.trimmed(0..<bytes.count), cues: classifier.cues)
    prepared.paragraphs.append(read)
    prepared.own.append(
      Example(
        features: ParagraphFeatures(read).indices.map { ($0, 1) },
        isBoilerplate: paragraph.isBoilerplate, weight: weight(paragraph)))
    prepared.clusters.append(
      isLearntFrom ? learner.clusterCount(of: read.shape.hash, in: article.source) : 0)
  }
  return prepared
}

func indices(without fold: Int?) -> [Int] {
  articles.indices.filter { fold == nil || articles[$0].fold(of: folds) != fold }
}

func trainOwn(without fold: Int?) -> LinearModel {
  .train(
    indices(without: fold).flatMap { prepared[$0].own }, count: ParagraphFeatures.count,
    penalty: ownPenalty, epochs: 12)
}

// Scores of each article by a model that has not seen its source.
let ownModels = (0..<folds).map { trainOwn(without: $0) }
let contexts = articles.indices.map { number in
  let model = ownModels[articles[number].fold(of: folds)]
  let article = prepared[number]
  return ContextFeatures(
    zip(article.own, article.paragraphs).map { example, read in
      JudgedParagraph(read, score: model.score(example.features), headline: article.headline)
    }, clusters: article.clusters)
}
tell("paragraphs scored\n")

let features: [[[UInt8]]] = contexts.map { context in
  context.paragraphs.indices.map { index in
    var bytes = [UInt8](repeating: 0, count: ContextFeatures.count)
    context.write(of: index, to: &bytes)
    return bytes
  }
}

/// The mean of trees for the evaluation's own kind of articles, and of trees for all.
func trainContext(without fold: Int?) -> TreeModel {
  func train(more: Float) -> TreeModel {
    let numbers = indices(without: fold).filter { more > 0 || articles[$0].part != "more" }
    return .train(
      TreeExamples(
        features: numbers.flatMap { features[$0] },
        isBoilerplate: numbers.flatMap { articles[$0].paragraphs.map(\.isBoilerplate) },
        weights: numbers.flatMap { number in
          prepared[number].own.map { $0.weight * (articles[number].part == "more" ? more : 1) }
        }))
  }
  return .mean(train(more: 0), train(more: moreWeight))
}

let contextModels = (0..<folds).map { trainContext(without: $0) }

/// How well it does on sources that it has not seen, rules on words and repeats included.
@MainActor func report(_ part: String, offset: Float) -> String {
  var (hits, wrong, missed, core, coreHits, lost, body) = (0, 0, 0, 0, 0, 0, 0)
  for number in articles.indices where articles[number].part == part {
    let article = articles[number]
    let model = contextModels[article.fold(of: folds)]
    for (index, paragraph) in article.paragraphs.enumerated() where paragraph.counts {
      let verdict = classifier.decide(on: index, in: contexts[number]) {
        model.score(features[number][index]) - offset
      }
      let drop = verdict != nil
      if let verdict, !paragraph.isBoilerplate, offset == 0, arguments.contains("--errors") {
        let score = model.score(features[number][index])
        tell(
          "  \(article.source) \(index)/\(article.paragraphs.count) \(verdict.rule) "
            + "clusters \(prepared[number].clusters[index]) score \(score): "
            + "\(paragraph.text.prefix(100))\n")
      }
      let size = paragraph.text.unicodeScalars.count
      if paragraph.isBoilerplate {
        if drop { hits += 1 } else { missed += 1 }
        core += paragraph.core == true ? 1 : 0
        coreHits += paragraph.core == true && drop ? 1 : 0
      } else {
        body += size
        wrong += drop ? 1 : 0
        lost += drop ? size : 0
      }
    }
  }
  func share(_ part: Int, _ whole: Int) -> String {
    "\(Double(whole == 0 ? 0 : part * 10_000 / whole) / 100)%"
  }
  return """
    \(part), threshold \(offset): precision \(share(hits, hits + wrong)), \
    recall \(share(hits, hits + missed)), core recall \(share(coreHits, core)), \
    body lost \(share(lost, body))

    """
}

func tell(_ line: String) {
  let bytes = Array(line.utf8)
  _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

for part in ["region", "dump", "multidoc"] {
  for offset: Float in [-0.25, 0, 0.25, 0.5] { tell(report(part, offset: offset)) }
}
if arguments.contains("--quick") { exit(0) }

let finalOwn = trainOwn(without: nil)
let finalContext = trainContext(without: nil)
func indented(_ text: String) -> String {
  text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
}
print(
  """
  /// The weights of the boilerplate model, written by `Tools/TrainBoilerplate`: numbers over the
  /// features of ``ParagraphFeatures`` and ``ContextFeatures``, and nothing of the texts.
  enum LearntWeights {
    static let paragraph = #\"""
  \(indented(finalOwn.encoded))
      \"""#

    static let context = #\"""
  \(indented(finalContext.encoded))
      \"""#
  }
  """)

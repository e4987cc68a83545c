import FoundationEssentials
import Glibc

@testable import NewsText

// Trains the model that tells paragraphs from boilerplate and writes its weights as Swift:
//
//     swift run -c release TrainBoilerplate LABELLED.jsonl… > ../../Sources/NewsText/Boilerplate/Model/LearntWeights.swift
//
// Figures of a cross-validation by source go to standard error.

let folds = 8
let files = Array(CommandLine.arguments.dropFirst())
let articles = try files.flatMap(LabelledArticle.read)
let classifier = BoilerplateClassifier.standard
// Found by cross-validation, to a factor of two.
let ownPenalty: Float = 0.2
let contextPenalty: Float = 0.01
/// An error on a paragraph of the article costs more than one on boilerplate.
let bodyWeight: Float = 1.5

let paragraphs = articles.map { article in
  article.paragraphs.map { paragraph in
    let bytes = Array(paragraph.text.utf8)
    return ReadParagraph(bytes, bytes.trimmed(0..<bytes.count), cues: classifier.cues)
  }
}
func weight(_ paragraph: LabelledArticle.Paragraph) -> Float {
  guard paragraph.counts else { return 0 }
  guard !paragraph.isBoilerplate else { return 1 }
  let size = min(Float(paragraph.text.utf8.count) / 400, 2)
  return bodyWeight * (1 + size)
}

let own: [[Example]] = zip(articles, paragraphs).map { article, read in
  zip(article.paragraphs, read).map { paragraph, read in
    let features = ParagraphFeatures(read)
    return Example(
      features: features.indices.map { ($0, 1) }, isBoilerplate: paragraph.isBoilerplate,
      weight: weight(paragraph))
  }
}

func trainOwn(without fold: Int?) -> LinearModel {
  let examples = articles.indices.filter { fold == nil || articles[$0].fold(of: folds) != fold }
    .flatMap { own[$0] }
  return .train(examples, count: ParagraphFeatures.count, penalty: ownPenalty)
}

// Scores of each article by a model that has not seen its source.
let ownModels = (0..<folds).map { trainOwn(without: $0) }
let contexts = articles.indices.map { number in
  let model = ownModels[articles[number].fold(of: folds)]
  let headline = HeadlineWords(articles[number].title)
  return ContextFeatures(
    zip(own[number], paragraphs[number]).map { example, read in
      JudgedParagraph(read, score: model.score(example.features), headline: headline)
    })
}
let inContext: [[Example]] = articles.indices.map { number in
  own[number].indices.map { index in
    var example = own[number][index]
    example.features = []
    contexts[number].features(of: index) { example.features.append(($0, $1)) }
    return example
  }
}

func trainContext(without fold: Int?) -> LinearModel {
  let examples = articles.indices.filter { fold == nil || articles[$0].fold(of: folds) != fold }
    .flatMap { inContext[$0] }
  return .train(examples, count: ContextFeatures.count, penalty: contextPenalty)
}

let contextModels = (0..<folds).map { trainContext(without: $0) }

// What repeats within each source, as an import would learn it.
var learner = RepeatLearner()
for article in articles where article.part == "multidoc" {
  learner.observe(
    source: article.source,
    paragraphs: article.paragraphs.compactMap { ParagraphKey(ofParagraph: $0.text) })
}

/// How well it does on sources that it has not seen, rules on words and repeats included.
@MainActor func report(_ part: String, offset: Float) -> String {
  var (hits, wrong, missed, core, coreHits, lost, body) = (0, 0, 0, 0, 0, 0, 0)
  for number in articles.indices where articles[number].part == part {
    let article = articles[number]
    let model = contextModels[article.fold(of: folds)]
    let threshold = contexts[number].threshold + offset
    for (index, paragraph) in article.paragraphs.enumerated() where paragraph.counts {
      let read = paragraphs[number][index]
      let drop =
        read.sureCue != nil
        || !read.shape.quotesSomebody && learner.isRepeated(read.shape.hash, in: article.source)
        || !read.shape.quotesSomebody && model.score(inContext[number][index].features) > threshold
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
  for offset: Float in [-0.8, -0.4, 0, 0.4, 0.8] { tell(report(part, offset: offset)) }
}

let finalOwn = trainOwn(without: nil)
let finalContext = trainContext(without: nil)
print(
  """
  /// The weights of the boilerplate model, written by `Tools/TrainBoilerplate`: numbers over the
  /// features of ``ParagraphFeatures`` and ``ContextFeatures``, and nothing of the texts.
  enum LearntWeights {
    static let paragraph = #\"""
  \(finalOwn.encoded.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
      \"""#

    static let context = #\"""
  \(finalContext.encoded.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
      \"""#
  }
  """)

import Foundation

@testable import NewsFormats

// TrainPages PAGES [--folds N] [--without N] [--write FILE]
//
// Cross-validates the model of pages' blocks by site, over the evaluation sets unpacked in PAGES, and
// with --write trains it on all of them and writes the weights. --without 0 or 1 leaves one half of
// the sites out of what is written and prints the ids of its pages: to measure the program on them.

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
  print("usage: TrainPages PAGES [--folds N] [--without N] [--write FILE]")
  exit(2)
}
func option(_ name: String) -> String? {
  arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}

let sets = ["scrapinghub", "fundus-eval", "aed", "fundus-pub", "wcxb-article", "daniel"]
let pages = try readSets(arguments[1], sets)
let samples = pages.map(sample)

func result(_ sample: Sample, _ kept: [Bool]) -> (tp: Double, fp: Double, fn: Double) {
  var all: [UInt64] = []
  for index in kept.indices where kept[index] { all += sample.tokens[index] }
  let found = shingles(all)
  let a = agreement(sample.gold, found)
  guard let full = sample.full else { return a }
  let b = agreement(full, found)
  func f(_ t: (tp: Double, fp: Double, fn: Double)) -> Double { 2 * t.tp / (2 * t.tp + t.fp + t.fn + 1e-9) }
  return f(b) > f(a) ? b : a
}

if let path = option("--write") {
  let half = option("--without").flatMap { Int($0) }
  let model = BlockModel.train(samples.filter { half == nil || part($0.site, of: 2) != half })
  for (page, sample) in zip(pages, samples) where half == part(sample.site, of: 2) {
    print(page.id)
  }
  func literal(_ name: String, _ weights: [Float]) -> String {
    let lines = BlockModel.encoded(weights).map { "    \($0)\n" }.joined()
    return "  static let \(name) = #\"\"\"\n\(lines)    \"\"\"#\n"
  }
  let text = """
    /// The weights of ``BlockModel``, written by `Tools/TrainPages`: numbers over the features of
    /// ``FeatureGroup`` and ``ContextGroup``, and nothing of the pages.
    enum BlockWeights {
    \(literal("first", model.first))
    \(literal("second", model.second))}

    """
  try text.write(toFile: path, atomically: true, encoding: .utf8)
} else {
  let folds = option("--folds").flatMap { Int($0) } ?? 6
  var results: [Int: (tp: Double, fp: Double, fn: Double)] = [:]
  for number in 0..<folds {
    let model = BlockModel.train(samples.filter { part($0.site, of: folds) != number })
    for (index, sample) in samples.enumerated() where part(sample.site, of: folds) == number {
      results[index] = result(sample, model.choice(sample))
    }
  }
  for set in sets {
    let own = samples.indices.filter { samples[$0].set == set }.compactMap { results[$0] }
    print(set, own.count, String(format: "%.4f", shingleF1(own)))
  }
}

import Foundation

@testable import NewsFormats

// TrainPages PAGES [--folds N] [--errors FILE] [--without N] [--write FILE]
//
// Cross-validates the model of pages' blocks by site, over the evaluation sets unpacked in PAGES, and
// with --write trains it on all of them and writes the weights. --without 0 or 1 leaves one half of
// the sites out of what is written and prints the ids of its pages: to measure the program on them.
// --errors writes the blocks that were judged wrongly, the worst pages first.

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
  print("usage: TrainPages PAGES [--folds N] [--errors FILE] [--without N] [--write FILE]")
  exit(2)
}
func option(_ name: String) -> String? {
  arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}

let sets = ["scrapinghub", "fundus-eval", "aed", "fundus-pub", "wcxb-article", "daniel"]
let pages = try readSets(arguments[1], sets)
let samples = pages.map(sample)

if let path = option("--write") {
  let half = option("--without").flatMap { Int($0) }
  let model = BlockModel.train(samples.filter { half == nil || part($0.site, of: 2) != half })
  for (page, sample) in zip(pages, samples) where half == part(sample.site, of: 2) {
    print(page.id)
  }
  func cut(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count, by: 94).map {
      String(decoding: bytes[$0..<min($0 + 94, bytes.count)], as: UTF8.self)
    }
  }
  func literal(_ name: String, _ lines: [String]) -> String {
    let lines = lines.map { "    \($0)\n" }.joined()
    return "  static let \(name) = #\"\"\"\n\(lines)    \"\"\"#\n"
  }
  let text = """
    /// What ``BlockModel`` has learnt, written by `Tools/TrainPages`: weights of the features of
    /// ``FeatureGroup``, and trees over ``BlockMeasures``; nothing of the pages.
    enum BlockWeights {
    \(literal("first", BlockModel.encoded(model.first)))
    \(literal("second", cut(model.second.encoded)))}

    """
  try text.write(toFile: path, atomically: true, encoding: .utf8)
} else {
  let folds = option("--folds").flatMap { Int($0) } ?? 6
  var results = [Agreement](repeating: Agreement(), count: samples.count)
  var choices = [[Bool]](repeating: [], count: samples.count)
  for number in 0..<folds {
    let model = BlockModel.train(samples.filter { part($0.site, of: folds) != number })
    for (index, sample) in samples.enumerated() where part(sample.site, of: folds) == number {
      choices[index] = model.choice(sample)
      results[index] = sample.result(choices[index])
    }
  }
  func show(_ name: String, _ sets: [String]) {
    let own = samples.indices.filter { sets.contains(samples[$0].set) }.map { results[$0] }
    let (f1, precision, recall) = shingleF1(own)
    print(String(format: "%@ %d: %.4f (%.3f, %.3f)", name, own.count, f1, precision, recall))
  }
  for set in sets { show(set, [set]) }
  show("first four", Array(sets.prefix(4)))
  if let path = option("--errors") {
    var text = ""
    for index in samples.indices.sorted(by: { results[$0].f1 < results[$1].f1 }) {
      let (sample, choice) = (samples[index], choices[index])
      text += String(
        format: "%@ %@ F1 %.3f (%.4f, %.4f), with the right blocks %.3f\n", sample.set,
        pages[index].id, results[index].f1, results[index].precision, results[index].recall,
        sample.f1(sample.labels))
      for block in choice.indices where choice[block] != sample.labels[block] {
        let words = sample.tokens[block].count
        let shown = sample.page.string(sample.page.blocks[block]).prefix(120)
        text += "  \(choice[block] ? "too much" : "missing") \(block) (\(words) words) \(shown)\n"
      }
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

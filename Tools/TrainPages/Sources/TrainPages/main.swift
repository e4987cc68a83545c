import Foundation
@testable import NewsFormats

// TrainPages FOLDER [folds]: cross-validates the model of pages' blocks by site over the evaluation
// sets in FOLDER, and trains it on all of them; writes the weights to standard output.

struct Sample {
  var set: String
  var site: String
  var document: HTMLDocument
  var page: PageBlocks
  var lists: [[Int32]]
  var labels: [Bool]
  var weights: [Float]
  var tokens: [[UInt64]]
  var gold: [UInt64: Int]
  var full: [UInt64: Int]?
}

nonisolated(unsafe) var daniel: Float = Float(ProcessInfo.processInfo.environment["DANIEL"] ?? "1") ?? 0.4

func sample(_ gold: GoldPage) -> Sample {
  let document = HTMLDocument(DecodedPage(gold.html).bytes)
  let page = PageBlocks(document)
  let meta = MetaElements(document)
  let title = meta.first("og:title") ?? meta.title
  var features = PageFeatures(document, page, title: title)
  var lists: [[Int32]] = []
  for index in page.blocks.indices {
    var list: [Int32] = []
    features.append(of: index, to: &list)
    lists.append(list)
  }
  let text = gold.full ?? gold.body
  let goldTokens = tokens(text)
  let goldShingles = shingles(goldTokens)
  let goldLines = Set(
    text.split(separator: "\n").map { shingles(tokens(String($0)), of: 1000).keys.first ?? 0 })
  let blockTokens = page.blocks.map { tokens(page.string($0)) }
  var labels = [Bool?](repeating: nil, count: page.blocks.count)
  for (index, block) in blockTokens.enumerated() {
    if block.count >= 4 {
      let own = shingles(block)
      let known = own.filter { goldShingles[$0.key] != nil }.values.reduce(0, +)
      labels[index] = known * 2 > block.count - 3
    } else if !block.isEmpty {
      let key = shingles(block, of: 1000).keys.first ?? 0
      if !goldLines.contains(key) { labels[index] = false }
    } else {
      labels[index] = false
    }
  }
  // A short line that is one of the gold's too is the article's near other lines of it.
  for index in labels.indices where labels[index] == nil {
    let near = (max(0, index - 3)..<min(labels.count, index + 4)).contains { labels[$0] == true }
    labels[index] = near
  }
  // The headline is no part of the text: a field of its own has it.
  if let title {
    let hash = textHash(Array(title.utf8).span)
    for (index, block) in page.blocks.enumerated()
    where textHash(page.text.span.extracting(block.text)) == hash || document.nodes[block.container].tag == .h1 && index < labels.count && blockTokens[index].count < 40 {
      labels[index] = false
    }
  }
  let size = Float(goldTokens.count + 100)
  let share: Float = gold.set == "daniel" ? daniel : 1
  let weights = blockTokens.map { share * min(4, Float($0.count + 2) * 40 / size) }
  return Sample(
    set: gold.set, site: gold.site, document: document, page: page, lists: lists,
    labels: labels.map { $0 ?? false }, weights: weights, tokens: blockTokens,
    gold: shingles(tokens(gold.body)), full: gold.full.map { shingles(tokens($0)) })
}

struct Settings: Sendable {
  var penalty: Float = 1e-4
  var epochs = 8
  var rate: Float = 0.1
  /// The share of features that is left out of each example, at random.
  var dropout: Float = Float(ProcessInfo.processInfo.environment["DROP"] ?? "0.35") ?? 0
  /// On how many sites a feature must occur.
  var sites = Int(ProcessInfo.processInfo.environment["SITES"] ?? "1") ?? 1
}

func train(_ samples: [Sample], lists: [[[Int32]]], count: Int, _ settings: Settings) -> [Float] {
  var weights = [Float](repeating: 0, count: count)
  var squares = [Float](repeating: 1e-3, count: count)
  var state: UInt64 = 88_172_645_463_325_252
  var seenSites = [Int32](repeating: 0, count: count)
  var lastSite = [Int](repeating: 0, count: count)
  for (number, sample) in samples.enumerated() {
    let site = sample.site.hashValue
    for list in lists[number] { for f in list where lastSite[Int(f)] != site { lastSite[Int(f)] = site; seenSites[Int(f)] += 1 } }
  }
  let isUsed = seenSites.map { Int($0) >= settings.sites }
  var order: [(Int, Int)] = []
  for (number, sample) in samples.enumerated() {
    for index in sample.labels.indices { order.append((number, index)) }
  }
  for _ in 0..<settings.epochs {
    for index in stride(from: order.count - 1, to: 0, by: -1) {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      order.swapAt(index, Int(state % UInt64(index + 1)))
    }
    for (number, index) in order {
      var list = lists[number][index]
      if settings.sites > 1 { list.removeAll { !isUsed[Int($0)] } }
      if settings.dropout > 0 {
        list.removeAll { _ in
          state ^= state << 13
          state ^= state >> 7
          state ^= state << 17
          return Float(state >> 40) / Float(1 << 24) < settings.dropout
        }
      }
      var score: Float = 0
      for feature in list { score += weights[Int(feature)] }
      if settings.dropout > 0 { score /= 1 - settings.dropout }
      let chance = 1 / (1 + expf(-score))
      let error = (chance - (samples[number].labels[index] ? 1 : 0)) * samples[number].weights[index]
      for feature in list {
        let place = Int(feature)
        let gradient = error + settings.penalty * weights[place]
        squares[place] += gradient * gradient
        weights[place] -= settings.rate * gradient / squares[place].squareRoot()
      }
    }
  }
  return weights
}

func scores(_ weights: [Float], _ lists: [[Int32]]) -> [Float] {
  lists.map { list in list.reduce(0) { $0 + weights[Int($1)] } }
}

func withContext(_ sample: Sample, _ first: [Float]) -> [[Int32]] {
  let context = PageContext(sample.document, sample.page, scores: scores(first, sample.lists))
  return sample.lists.indices.map { index in
    var list = sample.lists[index]
    context.append(of: index, to: &list)
    return list
  }
}

nonisolated(unsafe) let salt = ProcessInfo.processInfo.environment["SALT"] ?? ""

func context(_ sample: Sample, _ scores: [Float]) -> [[Int32]] {
  let context = PageContext(sample.document, sample.page, scores: scores)
  return sample.lists.indices.map { index in
    var list = sample.lists[index]
    context.append(of: index, to: &list)
    return list
  }
}

func fold(_ site: String, _ count: Int) -> Int {
  var hash: UInt64 = 5381
  for byte in (site + salt).utf8 { hash = hash &* 33 &+ UInt64(byte) }
  return Int((hash >> 7) % UInt64(count))
}

struct Models { var first: [Float]; var second: [Float]; var third: [Float]? }

func trainBoth(_ samples: [Sample], _ settings: Settings) -> Models {
  let first = train(samples, lists: samples.map(\.lists), count: FeatureGroup.total, settings)
  // The second look learns from first looks at pages that the first did not learn from.
  let parts = 3
  func outOfFold(_ lists: [[[Int32]]], _ count: Int, _ name: String) -> [[[Int32]]] {
    var result = [[[Int32]]](repeating: [], count: samples.count)
    for part in 0..<parts {
      let rest = samples.indices.filter { fold(name + samples[$0].site, parts) != part }
      let other = train(rest.map { samples[$0] }, lists: rest.map { lists[$0] }, count: count, settings)
      for (index, sample) in samples.enumerated() where fold(name + sample.site, parts) == part {
        result[index] = context(sample, scores(other, lists[index]))
      }
    }
    return result
  }
  let lists = outOfFold(samples.map(\.lists), FeatureGroup.total, "x")
  let second = train(samples, lists: lists, count: ContextGroup.total, settings)
  let third = train(samples, lists: outOfFold(lists, ContextGroup.total, "y"), count: ContextGroup.total, settings)
  return Models(first: first, second: second, third: third)
}

/// The blocks with which the expected F1 is largest.
func bestExpected(_ sample: Sample, _ scores: [Float], _ sharp: Float = 1) -> [Bool] {
  let chances = scores.map { 1 / (1 + expf(-$0 * sharp)) }
  let sizes = sample.page.blocks.map { Float($0.counts.letters) }
  var expected: Float = 0
  for i in scores.indices { expected += chances[i] * sizes[i] }
  var best: (Float, Float) = (0, 0.5)
  var (hit, all): (Float, Float) = (0, 0)
  for i in scores.indices.sorted(by: { scores[$0] > scores[$1] }) {
    hit += chances[i] * sizes[i]
    all += sizes[i]
    let f = 2 * hit / (all + expected)
    if f > best.0 { best = (f, chances[i]) }
  }
  return chances.map { $0 >= best.1 }
}

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

let arguments = CommandLine.arguments
let sets = ["scrapinghub", "fundus-eval", "aed", "fundus-pub", "wcxb-article", "daniel"]
let folds = arguments.count > 2 ? Int(arguments[2]) ?? 4 : 4
let gold = try readSets(arguments[1], sets)
var start = Date()
let samples = gold.map(sample)
FileHandle.standardError.write(
  Data("\(samples.count) pages, \(samples.reduce(0) { $0 + $1.labels.count }) blocks, \(FeatureGroup.total) features, \(Date().timeIntervalSince(start)) s\n".utf8))
func report(_ name: String, _ results: [Int: (tp: Double, fp: Double, fn: Double)]) {
  var line = name
  for set in sets {
    let pages = samples.indices.filter { samples[$0].set == set }.compactMap { results[$0] }
    line += "  \(set) \(String(format: "%.4f", shingleF1(pages)))"
  }
  FileHandle.standardError.write(Data((line + "\n").utf8))
}
report("labels", Dictionary(uniqueKeysWithValues: samples.indices.map { ($0, result(samples[$0], samples[$0].labels)) }))
var settings = Settings()
if arguments.count > 3 { settings.penalty = Float(arguments[3]) ?? settings.penalty }
if arguments.count > 4 { settings.epochs = Int(arguments[4]) ?? settings.epochs }
var one: [Int: (tp: Double, fp: Double, fn: Double)] = [:]
var two: [Int: (tp: Double, fp: Double, fn: Double)] = [:]
var three: [Int: (tp: Double, fp: Double, fn: Double)] = [:]
var five: [Int: (tp: Double, fp: Double, fn: Double)] = [:]
var six: [Int: (tp: Double, fp: Double, fn: Double)] = [:]
var four: [Int: (tp: Double, fp: Double, fn: Double)] = [:]
for number in 0..<folds where folds > 1 {
  let model = trainBoth(samples.filter { fold($0.site, folds) != number }, settings)
  for (index, sample) in samples.enumerated() where fold(sample.site, folds) == number {
    one[index] = result(sample, scores(model.first, sample.lists).map { $0 > 0 })
    let second = scores(model.second, withContext(sample, model.first))
    two[index] = result(sample, second.map { $0 > 0 })
    three[index] = result(sample, bestExpected(sample, second))
    four[index] = result(sample, bestExpected(sample, second, 0.7))
    six[index] = result(sample, bestExpected(sample, second, 0.5))
    if let third = model.third {
      five[index] = result(sample, bestExpected(sample, scores(third, context(sample, second)), 0.7))
    }
  }
}
if folds > 1 {
  report("first", one)
  report("second", two)
  report("expect", three)
  report("exp0.7", four)
  report("exp0.5", six)
  report("third", five)
}
if folds > 1, let path = ProcessInfo.processInfo.environment["DUMP"] {
  var text = ""
  func f(_ t: (tp: Double, fp: Double, fn: Double)) -> Double { 2 * t.tp / (2 * t.tp + t.fp + t.fn + 1e-9) }
  var kept: [Int: [Float]] = [:]
  for number in 0..<folds {
    let model = trainBoth(samples.filter { fold($0.site, folds) != number }, settings)
    for (index, sample) in samples.enumerated() where fold(sample.site, folds) == number {
      kept[index] = scores(model.second, withContext(sample, model.first))
    }
  }
  let order = samples.indices.sorted { f(four[$0] ?? (0,0,0)) < f(four[$1] ?? (0,0,0)) }
  for index in order where f(four[index] ?? (0,0,0)) < 0.97 && !(samples[index].set == "daniel") {
    let sample = samples[index]
    let chosen = bestExpected(sample, kept[index]!, 0.7)
    text += String(format: "\n=== %.3f %@ %@ %d (labels %.3f) fp %.2f fn %.2f\n", f(four[index] ?? (0,0,0)), sample.set, gold[index].id, sample.gold.count, f(result(sample, sample.labels)), four[index]!.fp, four[index]!.fn)
    for block in sample.page.blocks.indices {
      let score = kept[index]![block]
      let wrong = chosen[block] != sample.labels[block]
      if wrong && sample.tokens[block].count > 0 {
        let b = sample.page.blocks[block]
        var chain = ""
        var node = b.container
        for _ in 0..<3 where node > 0 {
          chain += "<\(sample.document.nodes[node].tag) \(sample.document.value(.class, of: node)?.prefix(40) ?? "")#\(sample.document.value(.id, of: node)?.prefix(20) ?? "")"
          node = Int(sample.document.nodes[node].parent)
        }
        text += String(format: "  %@ %.1f [%d/%d] ", chosen[block] ? "FP" : "FN", score, block, sample.page.blocks.count) + sample.page.string(b).prefix(110) + "  \(chain)\n"
      }
    }
  }
  try text.write(toFile: path, atomically: true, encoding: .utf8)
}
// Experiment: features out, scores in.
if let path = ProcessInfo.processInfo.environment["FEATURES"] {
  var text = ""
  for (index, sample) in samples.enumerated() {
    for block in sample.labels.indices {
      let own = sample.page.blocks[block]
      text += "\(index) \(fold(sample.site, folds)) \(sample.labels[block] ? 1 : 0) \(sample.weights[block]) \(own.counts.letters)"
      for f in sample.lists[block] { text += " \(f)" }
      text += "\n"
    }
  }
  try text.write(toFile: path, atomically: true, encoding: .utf8)
}
if let path = ProcessInfo.processInfo.environment["SCORES"] {
  let values = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { Float($0) ?? 0 }
  var place = 0
  var a: [Int: (tp: Double, fp: Double, fn: Double)] = [:]
  var b = a
  for (index, sample) in samples.enumerated() {
    let own = Array(values[place..<place + sample.labels.count])
    place += sample.labels.count
    a[index] = result(sample, own.map { $0 > 0 })
    b[index] = result(sample, bestExpected(sample, own, 0.8))
  }
  report("scores", a)
  report("scores expected", b)
}

if let path = ProcessInfo.processInfo.environment["WRITE"] {
  let half = ProcessInfo.processInfo.environment["HALF"].flatMap { Int($0) }
  let model = trainBoth(samples.filter { half == nil || fold($0.site, 2) != half }, settings)
  if let half {
    for (index, sample) in samples.enumerated() where fold(sample.site, 2) == half { print(gold[index].id) }
  }
  func literal(_ name: String, _ weights: [Float]) -> String {
    "  static let \(name) = #\"\"\"\n" + BlockModel.encoded(weights).map { "    \($0)\n" }.joined() + "    \"\"\"#\n"
  }
  let text = """
    /// The weights of ``BlockModel``, written by `Tools/TrainPages`: numbers over the features of
    /// ``FeatureGroup`` and ``ContextGroup``, and nothing of the pages.
    enum BlockWeights {
    \(literal("first", model.first))
    \(literal("second", model.second))}

    """
  try text.write(toFile: path, atomically: true, encoding: .utf8)
}

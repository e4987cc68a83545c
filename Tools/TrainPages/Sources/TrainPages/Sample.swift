@testable import NewsFormats

/// A page with the features, right answers and weights of its blocks.
struct Sample {
  var set: String
  var site: String
  var document: HTMLDocument
  var page: PageBlocks
  var features: PageFeatures
  var declared: DeclaredText
  var lists: [[Int32]]
  var labels: [Bool]
  var weights: [Float]
  var tokens: [[UInt64]]
  var gold: [UInt64: Int]
  var full: [UInt64: Int]?

  /// The measures of its blocks by a first look's scores.
  func measures(_ scores: [Float]) -> BlockMeasures {
    BlockMeasures(document, page, features, declared, scores: scores)
  }

  /// How far a choice of blocks is the right text, by the better of its two versions: normalised true
  /// and false positives, and false negatives.
  func result(_ kept: [Bool]) -> Agreement {
    let found = shingles(kept.indices.flatMap { kept[$0] ? tokens[$0] : [] })
    let plain = agreement(gold, found)
    guard let full else { return plain }
    let whole = agreement(full, found)
    return whole.f1 > plain.f1 ? whole : plain
  }

  func f1(_ kept: [Bool]) -> Double { result(kept).f1 }
}

/// How much the sets count beside 1: the first four are of news alone and few; daniel has as many pages
/// as the others together, and none in English.
private let setWeights: [String: Float] = [
  "scrapinghub": 2, "fundus-eval": 2, "aed": 2, "fundus-pub": 2, "daniel": 0.4,
]

func sample(_ gold: GoldPage) -> Sample {
  let document = HTMLDocument(DecodedPage(gold.html).bytes)
  let page = PageBlocks(document)
  let meta = MetaElements(document)
  let title = meta.first("og:title") ?? meta.title
  var features = PageFeatures(document, page, title: title)
  var lists: [[Int32]] = []
  for index in page.blocks.indices {
    var list = FeatureList()
    features.append(of: index, to: &list)
    lists.append(list.features)
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
  let setWeight = setWeights[gold.set] ?? 1
  let weights = blockTokens.map { setWeight * min(4, Float($0.count + 2) * 40 / size) }
  return Sample(
    set: gold.set, site: gold.site, document: document, page: page,
    features: features, declared: DeclaredText(title: title, meta, StructuredData(document, meta.structuredData)),
    lists: lists,
    labels: labels.map { $0 ?? false }, weights: weights, tokens: blockTokens,
    gold: shingles(tokens(gold.body)), full: gold.full.map { shingles(tokens($0)) })
}

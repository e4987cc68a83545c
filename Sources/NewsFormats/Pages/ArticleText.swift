/// The article's text on a page.
struct ArticleText: Sendable {
  /// The paragraphs, separated by blank lines.
  private(set) var text = ""
  /// The first and the last block that belong to it.
  private(set) var range: ClosedRange<Int>?

  init(
    _ document: HTMLDocument, _ page: PageBlocks, _ meta: MetaElements, _ data: StructuredData
  ) {
    let title = meta.first("og:title") ?? meta.title
    var features = PageFeatures(document, page, title: title)
    let declared = DeclaredText(title: title, meta, data)
    let scores = BlockModel.learnt.scores(document, page, &features, declared)
    let kept = Self.best(page, scores)
    var paragraphs: [UInt8] = []
    for (index, block) in page.blocks.enumerated() where kept[index] {
      if !paragraphs.isEmpty { paragraphs += [0x0A, 0x0A] }
      paragraphs += page.text[block.text]
    }
    text = String(decoding: paragraphs, as: UTF8.self)
    if let first = kept.firstIndex(of: true), let last = kept.lastIndex(of: true) {
      range = first...last
    }
  }

  /// Scores are flattened a little: the model is surer of itself than it should be.
  private static let trust: Float = 0.8

  /// The blocks for which the expected F1 of the text is largest.
  ///
  /// With the chance p that a block belongs to the article and its size s, the expected F1 of a
  /// choice is about 2·Σps / (Σs of the chosen + Σps of all), and the best choice is one of the
  /// surest blocks.
  static func best(_ page: PageBlocks, _ scores: [Float]) -> [Bool] {
    let chances = scores.map { 1 / (1 + exponential(-$0 * trust)) }
    let sizes = page.blocks.map { Float($0.counts.letters) }
    var expected: Float = 0
    for index in scores.indices { expected += chances[index] * sizes[index] }
    var best: (f1: Float, chance: Float) = (0, 2)
    var (hits, all): (Float, Float) = (0, 0)
    for index in scores.indices.sorted(by: { scores[$0] > scores[$1] }) {
      hits += chances[index] * sizes[index]
      all += sizes[index]
      let f1 = 2 * hits / (all + expected)
      if f1 > best.f1 { best = (f1, chances[index]) }
    }
    return chances.map { $0 >= best.chance }
  }
}

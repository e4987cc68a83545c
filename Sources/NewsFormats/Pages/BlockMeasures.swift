/// What the second look at a page's blocks weighs: numbers of a block, of what stands around it and
/// of how the first look judged that.
struct BlockMeasures {
  private let document: HTMLDocument
  private let page: PageBlocks
  private let features: PageFeatures
  private let context: PageContext
  private let scores: [Float]
  private let declared: DeclaredText
  /// The first and the last block that the first look is sure of, and how many there are.
  private var sure: (first: Int, last: Int, count: Int)

  init(
    _ document: HTMLDocument, _ page: PageBlocks, _ features: PageFeatures,
    _ declared: DeclaredText, scores: [Float]
  ) {
    (self.document, self.page, self.features) = (document, page, features)
    (self.declared, self.scores) = (declared, scores)
    context = PageContext(document, page, scores: scores)
    sure = (0, scores.count, 0)
    for index in scores.indices where scores[index] > 1 && page.blocks[index].counts.letters > 60 {
      if sure.count == 0 { sure.first = index }
      sure.last = index
      sure.count += 1
    }
  }

  /// Writes the measures of a block, always as many and in one order.
  func append(of index: Int, to values: inout [Float]) {
    let block = page.blocks[index]
    appendNeighbours(of: index, to: &values)
    context.append(of: index, to: &values)
    features.append(measuresOf: index, to: &values)
    appendText(of: block, to: &values)
    appendPlace(of: index, to: &values)
    declared.append(page, block, to: &values)
    appendElements(of: block, to: &values)
  }

  /// What a block beyond the page's ends has as its score.
  private static let outside: Float = -9

  private func score(_ index: Int) -> Float {
    scores.indices.contains(index) ? scores[index] : Self.outside
  }

  private func appendNeighbours(of index: Int, to values: inout [Float]) {
    for step in -3...3 { values.append(score(index + step)) }
    let tag = document.nodes[page.blocks[index].container].tag
    for step in [-2, -1, 1, 2] {
      guard page.blocks.indices.contains(index + step) else {
        values += [-1, -1, -1]
        continue
      }
      let other = page.blocks[index + step]
      let letters = Float(other.counts.letters)
      values.append(letters)
      values.append(Float(other.linkLetters) / letters)
      values.append(document.nodes[other.container].tag == tag ? 1 : 0)
    }
    values.append(score(longBlock(from: index, step: 1)))
    values.append(score(longBlock(from: index, step: -1)))
  }

  /// The next block that is as long as a sentence, or the last one that was looked at.
  private func longBlock(from index: Int, step: Int) -> Int {
    for distance in 1..<8 {
      let other = index + distance * step
      if !page.blocks.indices.contains(other) || page.blocks[other].counts.letters >= 60 {
        return other
      }
    }
    return index + 8 * step
  }

  private func appendText(of block: ContentBlock, to values: inout [Float]) {
    let counts = block.counts
    let letters = Float(counts.letters)
    values.append(letters)
    values.append(Float(counts.words))
    values.append(Float(counts.stops))
    values.append(Float(counts.commas))
    values.append(Float(counts.digits) / letters)
    values.append(Float(counts.upper) / letters)
    values.append(Float(block.linkLetters) / letters)
    values.append(Float(block.emphasisLetters) / letters)
    values.append(letters / Float(max(1, counts.words)))
    values.append(block.followsBreak ? 1 : 0)
  }

  private func appendPlace(of index: Int, to values: inout [Float]) {
    values.append(Float(index - sure.first))
    values.append(Float(index - sure.last))
    values.append(Float(sure.count))
    values.append(Float(page.blocks.count))
    values.append(Float(index) / Float(page.blocks.count))
  }

  private static let ownTags: [HTMLTag] = [
    .p, .li, .h2, .h3, .h4, .div, .td, .blockquote, .figcaption, .span,
  ]

  /// Elements in which it is said to be of use whether a block stands.
  private static let aroundTags: [[HTMLTag]] = [
    [.article], [.main], [.aside], [.figure, .figcaption], [.header], [.footer], [.nav], [.table],
    [.blockquote], [.section],
  ]

  private func appendElements(of block: ContentBlock, to values: inout [Float]) {
    let own = document.nodes[block.container].tag
    values.append(Float(Self.ownTags.firstIndex(of: own) ?? Self.ownTags.count))
    let start = values.count + 2
    var (depth, items): (Float, Float) = (0, 0)
    values += [0, 0]
    for _ in Self.aroundTags { values.append(0) }
    var node = block.container
    while node > 0 {
      let tag = document.nodes[node].tag
      depth += 1
      if tag == .li { items += 1 }
      if tag != .div, tag != .p {
        for (place, tags) in Self.aroundTags.enumerated() where tags.contains(tag) {
          values[start + place] = 1
        }
      }
      node = Int(document.nodes[node].parent)
    }
    values[start - 2] = depth
    values[start - 1] = items
  }
}

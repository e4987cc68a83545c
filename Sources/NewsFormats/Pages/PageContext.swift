/// The page as the first look judged it.
struct PageContext {
  private let document: HTMLDocument
  private let page: PageBlocks
  private var chances: [Float]
  /// The element that gains most by taking all its text; its ancestors.
  private(set) var best = 0
  private var isBestOrAbove: Set<Int32> = []
  private var before: [Float] = []
  private var total: Float = 0
  private var siblingSums: [Int32: (letters: Float, weighted: Float)] = [:]
  private var kinships: [UInt64] = []
  private var kinSums: [UInt64: (letters: Float, weighted: Float)] = [:]
  private var gains: [Float]
  private var hits: [Float]

  /// The page by the first model's log-odds of each block.
  init(_ document: HTMLDocument, _ page: PageBlocks, scores: [Float]) {
    (self.document, self.page) = (document, page)
    chances = scores.map { 1 / (1 + exponential(-$0)) }
    gains = [Float](repeating: 0, count: document.nodes.count)
    hits = gains
    for (index, block) in page.blocks.enumerated() {
      let letters = Float(block.counts.letters)
      gains[block.container] += letters * (2 * chances[index] - 1)
      hits[block.container] += letters * chances[index]
      let kinship = Self.kinship(document, block)
      kinships.append(kinship)
      let kin = kinSums[kinship] ?? (0, 0)
      kinSums[kinship] = (kin.letters + letters, kin.weighted + letters * chances[index])
      before.append(total)
      total += letters * chances[index]
      let parent = document.nodes[block.container].parent
      let sums = siblingSums[parent] ?? (0, 0)
      siblingSums[parent] = (sums.letters + letters, sums.weighted + letters * chances[index])
    }
    for index in stride(from: document.nodes.count - 1, to: 0, by: -1) where hits[index] != 0 {
      gains[Int(document.nodes[index].parent)] += gains[index]
      hits[Int(document.nodes[index].parent)] += hits[index]
    }
    for index in gains.indices where !document.nodes[index].isText {
      // Of an element and its only child, the child.
      if gains[index] >= gains[best] * 0.999 || best == 0 && gains[index] > 0 { best = index }
    }
    var node = best
    while node > 0 {
      isBestOrAbove.insert(Int32(node))
      node = Int(document.nodes[node].parent)
    }
  }

  /// Writes what the blocks around a block are like, by the first judgement.
  func append(of index: Int, to values: inout [Float]) {
    let block = page.blocks[index]
    let letters = Float(block.counts.letters)
    values.append(share(index - 4, index + 4, without: index))
    values.append(share(index - 12, index - 1, without: index))
    values.append(share(index + 1, index + 12, without: index))
    let parent = Int(document.nodes[block.container].parent)
    for sums in [siblingSums[Int32(parent)], kinSums[kinships[index]]] {
      let (all, weighted) = sums ?? (0, 0)
      let others = all - letters
      values.append(others > 0.5 ? (weighted - letters * chances[index]) / others : -1)
      values.append(others)
    }
    let (inside, outside) = place(block)
    values.append(inside)
    values.append(outside)
    values.append(total > 0 ? before[index] / total : 0)
    values.append(total)
    let grandparent = Int(document.nodes[parent].parent)
    let third = Int(document.nodes[grandparent].parent)
    let all = max(hits[0], 1)
    for node in [parent, grandparent, third] { values.append(hits[node] / all) }
    let gain = max(gains[best], 1)
    for node in [block.container, parent, grandparent, third] { values.append(gains[node] / gain) }
  }

  /// How much of a run of blocks is the article's.
  private func share(_ first: Int, _ last: Int, without index: Int) -> Float {
    var (letters, weighted): (Float, Float) = (0, 0)
    let range = max(0, first)..<max(0, first, min(page.blocks.count, last + 1))
    for other in range where other != index {
      let size = Float(min(page.blocks[other].counts.letters, 300))
      letters += size
      weighted += size * chances[other]
    }
    return letters > 0 ? weighted / letters : -1
  }

  /// What the elements that hold a block have in common with those of other blocks.
  private static func kinship(_ document: HTMLDocument, _ block: ContentBlock) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var node = block.container
    for _ in 0..<2 {
      hash = (hash ^ UInt64(document.nodes[node].tag.rawValue)) &* 0x100_0000_01B3
      if let range = document.attribute(.class, of: node) {
        for index in range {
          hash = (hash ^ UInt64(document.bytes[index])) &* 0x100_0000_01B3
        }
      }
      node = Int(document.nodes[node].parent)
    }
    return hash
  }

  /// How deep a block stands within the best element, or -1; else how many levels above that the two
  /// have an element in common, negative for what stands before it.
  private func place(_ block: ContentBlock) -> (inside: Float, outside: Float) {
    var node = block.container
    var levels = 0
    while node > 0 {
      if node == best { return (Float(min(levels, 5)), 0) }
      if isBestOrAbove.contains(Int32(node)) { break }
      levels += 1
      node = Int(document.nodes[node].parent)
    }
    var up = 0
    var above = best
    while above > 0, above != node {
      up += 1
      above = Int(document.nodes[above].parent)
    }
    let distance = Float(min(5, max(1, up)))
    return (-1, block.firstNode < best ? -distance : distance)
  }
}

/// What the second look at a page's blocks weighs: how the blocks around were judged at first, and
/// where the text lies that was judged to be the article's.
enum ContextGroup: Int, CaseIterable {
  case own
  case previous
  case next
  case previousButOne
  case nextButOne
  case siblings
  case window
  case tree
  case ownInTree
  case progress
  case ownInWindow
  case lengthInTree
  /// How blocks of the same class in parents of the same class were judged.
  case kin
  case ownInKin
  /// How much of the page's text is in the parent, by the first judgement.
  case parentShare
  case grandparentShare
  case parentGain

  static let scoreBins = 12

  var size: Int {
    switch self {
    case .own, .previous, .next, .previousButOne, .nextButOne: Self.scoreBins + 1
    case .siblings, .window, .parentShare, .grandparentShare: 12
    case .kin: 24
    case .ownInKin: Self.scoreBins * 12
    case .parentGain: 24
    case .tree: 16
    case .ownInTree: Self.scoreBins * 16
    case .progress: 12
    case .ownInWindow: Self.scoreBins * 12
    case .lengthInTree: 16 * 6
    }
  }

  /// Where the group's weights begin: behind those of ``FeatureGroup``.
  var start: Int { Self.starts[rawValue] }

  private static let starts: [Int] = {
    var starts: [Int] = []
    var next = FeatureGroup.total
    for group in allCases {
      starts.append(next)
      next += group.size
    }
    return starts
  }()

  /// How many features the second model has, those of the first included.
  static let total = FeatureGroup.total + allCases.reduce(0) { $0 + $1.size }
}

/// The page as the first look judged it.
struct PageContext {
  private let document: HTMLDocument
  private let page: PageBlocks
  private let scores: [Float]
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
    (self.document, self.page, self.scores) = (document, page, scores)
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

  /// Writes the features that a block has besides its own.
  func append(of index: Int, to features: inout [Int32]) {
    func add(_ group: ContextGroup, _ bin: Int) {
      features.append(Int32(group.start + min(bin, group.size - 1)))
    }
    let block = page.blocks[index]
    let own = scoreBin(index)
    add(.own, own)
    add(.previous, scoreBin(index - 1))
    add(.next, scoreBin(index + 1))
    add(.previousButOne, scoreBin(index - 2))
    add(.nextButOne, scoreBin(index + 2))
    let tree = treeBin(block)
    add(.tree, tree)
    add(.ownInTree, own * 16 + tree)
    add(.siblings, siblingBin(index, block))
    let window = windowBin(index)
    add(.window, window)
    add(.ownInWindow, own * 12 + window)
    add(
      .lengthInTree,
      tree * 6 + FeatureBins.bin(block.counts.letters, [12, 30, 60, 120, 250]))
    addParents(index, add)
    let progress = total > 0 ? before[index] / total : 0
    add(.progress, progress < 0.001 ? 0 : progress > 0.999 ? 11 : 1 + Int(progress * 10))
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

  private func addParents(_ index: Int, _ add: (ContextGroup, Int) -> Void) {
    let block = page.blocks[index]
    let kin = kinSums[kinships[index]] ?? (0, 0)
    let letters = Float(block.counts.letters)
    let others = kin.letters - letters
    var bin = 11
    if others > 0.5 {
      bin = max(0, min(10, Int((kin.weighted - letters * chances[index]) / others * 10)))
    }
    add(.kin, others > 400 ? 12 + bin : bin)
    add(.ownInKin, scoreBin(index) * 12 + bin)
    let parent = Int(document.nodes[block.container].parent)
    let grandparent = Int(document.nodes[parent].parent)
    let all = max(hits[0], 1)
    add(.parentShare, min(11, Int(hits[parent] / all * 11)))
    add(.grandparentShare, min(11, Int(hits[grandparent] / all * 11)))
    let gain = max(gains[best], 1)
    add(
      .parentGain,
      max(0, min(11, Int(6 + gains[parent] / gain * 5)))
        + (gains[parent] > gains[grandparent] ? 12 : 0))
  }

  private func scoreBin(_ index: Int) -> Int {
    guard scores.indices.contains(index) else { return ContextGroup.scoreBins }
    let bounds: [Float] = [-5, -3.5, -2.5, -1.5, -0.7, 0, 0.7, 1.5, 2.5, 3.5, 5]
    var bin = 0
    while bin < bounds.count, scores[index] > bounds[bin] { bin += 1 }
    return bin
  }

  /// Within the best element: how deep. Outside: before or behind it, and how many levels up the
  /// two have an element in common.
  private func treeBin(_ block: ContentBlock) -> Int {
    var node = block.container
    var levels = 0
    while node > 0 {
      if node == best { return min(levels, 5) }
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
    return (block.firstNode < best ? 6 : 11) + min(4, up - 1 < 0 ? 0 : up - 1)
  }

  private func siblingBin(_ index: Int, _ block: ContentBlock) -> Int {
    let sums = siblingSums[document.nodes[block.container].parent] ?? (0, 0)
    let letters = Float(block.counts.letters)
    let others = sums.letters - letters
    guard others > 0.5 else { return 11 }
    return max(0, min(10, Int((sums.weighted - letters * chances[index]) / others * 10)))
  }

  private func windowBin(_ index: Int) -> Int {
    var (letters, weighted): (Float, Float) = (0, 0)
    for other in max(0, index - 4)..<min(page.blocks.count, index + 5) where other != index {
      let size = Float(min(page.blocks[other].counts.letters, 300))
      letters += size
      weighted += size * chances[other]
    }
    return letters > 0 ? min(10, Int(weighted / letters * 10)) : 11
  }
}

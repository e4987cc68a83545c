import Glibc

/// What tells the article's blocks from others: a logistic regression over binary features as a first
/// look at every block, and boosted trees as a second one at those that may be the article's, which
/// also knows how the first look judged the blocks around.
struct BlockModel: Sendable {
  var first: [Float]
  var second: DecisionTrees

  /// The model learnt from the evaluation pages.
  static let learnt = BlockModel(
    first: decoded(BlockWeights.first, count: FeatureGroup.total),
    second: DecisionTrees(BlockWeights.second))

  /// Blocks with less are not looked at again: a quarter of a page's blocks have more, and 98.7% of
  /// what is the articles'.
  static let leastScore: Float = -4
  /// The score of those.
  static let hopeless: Float = -12

  /// The log-odds that each block is the article's, in the order of the blocks.
  func scores(
    _ document: HTMLDocument, _ page: PageBlocks, _ features: inout PageFeatures,
    _ declared: DeclaredText
  ) -> [Float] {
    var sum = WeightSum(weights: first)
    var scores: [Float] = []
    for index in page.blocks.indices {
      sum.sum = 0
      features.append(of: index, to: &sum)
      scores.append(sum.sum)
    }
    let measures = BlockMeasures(document, page, features, declared, scores: scores)
    var values: [Float] = []
    for index in page.blocks.indices {
      guard scores[index] > Self.leastScore else {
        scores[index] = Self.hopeless
        continue
      }
      values.removeAll(keepingCapacity: true)
      measures.append(of: index, to: &values)
      scores[index] = second.score(values)
    }
    Self.evenOutTables(document, page, &scores)
    return scores
  }

  /// What a row that got no second look counts when its table is judged.
  private static let leastRowScore: Float = -4

  /// The rows of a table belong to the article together or not at all: each gets the mean of their
  /// log-odds, by their letters.
  static func evenOutTables(
    _ document: HTMLDocument, _ page: PageBlocks, _ scores: inout [Float]
  ) {
    var index = 0
    while index < scores.count {
      let table = document.table(of: page.blocks[index].container)
      var end = index + 1
      guard let table else {
        index = end
        continue
      }
      while end < scores.count, document.table(of: page.blocks[end].container) == table { end += 1 }
      if end - index > 2 {
        var (sum, letters): (Float, Float) = (0, 0)
        for row in index..<end {
          let size = Float(page.blocks[row].counts.letters)
          sum += max(scores[row], leastRowScore) * size
          letters += size
        }
        for row in index..<end { scores[row] = sum / letters }
      }
      index = end
    }
  }
}

extension HTMLDocument {
  /// The table of a row that is a block; nil for other blocks.
  fileprivate func table(of container: Int) -> Int32? {
    guard nodes[container].tag == .tr else { return nil }
    let parent = nodes[container].parent
    return nodes[Int(parent)].tag == .table ? parent : nodes[Int(parent)].parent
  }
}

extension BlockModel {
  private static let zero = UInt8(ascii: "0")
  private static let pairsALine = 47

  /// Weights in steps of 1/256 from -8 to 8: two digits of base 64 each, the digits being the 64 ASCII
  /// characters from `0` on; line ends do not count, and weights that are missing are 0.
  static func decoded(_ text: String, count: Int) -> [Float] {
    var weights: [Float] = []
    weights.reserveCapacity(count)
    var high: Int?
    for byte in text.utf8 where byte >= zero {
      let digit = Int(byte - zero)
      if let first = high {
        weights.append(Float(first * 64 + digit - 2048) / 256)
        high = nil
      } else {
        high = digit
      }
    }
    return weights + [Float](repeating: 0, count: max(0, count - weights.count))
  }

  /// Weights as ``decoded(_:count:)`` reads them, in lines.
  static func encoded(_ weights: [Float]) -> [String] {
    var lines: [String] = []
    var line = ""
    for (index, weight) in weights.enumerated() {
      let number = Int((min(max(weight, -7.99), 7.99) * 256).rounded()) + 2048
      for digit in [number / 64, number % 64] {
        line.unicodeScalars.append(Unicode.Scalar(zero + UInt8(digit)))
      }
      if index % pairsALine == pairsALine - 1 {
        lines.append(line)
        line = ""
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

/// e to a power.
func exponential(_ power: Float) -> Float { expf(power) }

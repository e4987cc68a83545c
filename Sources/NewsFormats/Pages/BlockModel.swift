import Glibc

/// Two logistic regressions over binary features: a first look at each block, and a second one that
/// knows how the first judged the blocks around it.
struct BlockModel: Sendable {
  var first: [Float]
  var second: [Float]

  /// The model learnt from the evaluation pages.
  static let learnt = BlockModel(
    first: decoded(BlockWeights.first, count: FeatureGroup.total),
    second: decoded(BlockWeights.second, count: ContextGroup.total))

  /// The log-odds that each block is the article's, in the order of the blocks.
  func scores(_ document: HTMLDocument, _ page: PageBlocks, _ features: inout PageFeatures)
    -> [Float]
  {
    var lists: [Int32] = []
    var ends: [Int] = []
    var scores: [Float] = []
    for index in page.blocks.indices {
      let start = lists.count
      features.append(of: index, to: &lists)
      ends.append(lists.count)
      scores.append(sum(first, lists, start..<lists.count))
    }
    let context = PageContext(document, page, scores: scores)
    var extra: [Int32] = []
    var start = 0
    for index in page.blocks.indices {
      extra.removeAll(keepingCapacity: true)
      context.append(of: index, to: &extra)
      scores[index] = sum(second, lists, start..<ends[index]) + sum(second, extra, extra.indices)
      start = ends[index]
    }
    return scores
  }

  private func sum(_ weights: [Float], _ features: [Int32], _ range: Range<Int>) -> Float {
    var sum: Float = 0
    for index in range { sum += weights[Int(features[index])] }
    return sum
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

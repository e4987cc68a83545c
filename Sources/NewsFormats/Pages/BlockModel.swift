import Glibc

/// Two logistic regressions over binary features: a first look at each block, and a second one that
/// knows how the first judged the blocks around it.
struct BlockModel: Sendable {
  var first: [Float]
  var second: [Float]

  /// The log-odds that each block is the article's, in the order of the blocks.
  func scores(_ document: HTMLDocument, _ page: PageBlocks, _ features: inout PageFeatures) -> [Float]
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

/// e to a power.
func exponential(_ power: Float) -> Float { expf(power) }

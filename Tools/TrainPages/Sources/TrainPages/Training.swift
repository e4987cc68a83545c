import Glibc

@testable import NewsFormats

/// How the model is trained: logistic regression by AdaGrad with an L2 penalty. Of each example a
/// share of the features is left out at random, so that no one word of a class is relied upon.
struct Settings: Sendable {
  var penalty: Float = 1e-4
  var epochs = 8
  var rate: Float = 0.1
  var dropout: Float = 0.35
}

private struct Xorshift {
  var state: UInt64 = 88_172_645_463_325_252

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// The same samples give the same weights.
private func train(
  _ samples: [Sample], lists: [[[Int32]]], count: Int, _ settings: Settings
) -> [Float] {
  var weights = [Float](repeating: 0, count: count)
  var squares = [Float](repeating: 1e-3, count: count)
  var random = Xorshift()
  var order = samples.indices.flatMap { page in samples[page].labels.indices.map { (page, $0) } }
  for _ in 0..<settings.epochs {
    for index in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(index, Int(random.next() % UInt64(index + 1)))
    }
    for (page, block) in order {
      var list = lists[page][block]
      list.removeAll { _ in Float(random.next() >> 40) / Float(1 << 24) < settings.dropout }
      let score = list.reduce(Float(0)) { $0 + weights[Int($1)] } / (1 - settings.dropout)
      let chance = 1 / (1 + expf(-score))
      let truth: Float = samples[page].labels[block] ? 1 : 0
      let error = (chance - truth) * samples[page].weights[block]
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

private func scores(_ weights: [Float], _ lists: [[Int32]]) -> [Float] {
  lists.map { list in list.reduce(0) { $0 + weights[Int($1)] } }
}

private func withContext(_ sample: Sample, _ first: [Float]) -> [[Int32]] {
  let context = PageContext(sample.document, sample.page, scores: scores(first, sample.lists))
  return sample.lists.indices.map { index in
    var list = sample.lists[index]
    context.append(of: index, to: &list)
    return list
  }
}

/// In which of so many parts a site is; all pages of a site are in one.
func part(_ site: String, of count: Int) -> Int {
  var hash: UInt64 = 5381
  for byte in site.utf8 { hash = hash &* 33 &+ UInt64(byte) }
  return Int((hash >> 7) % UInt64(count))
}

extension BlockModel {
  /// Trains both looks; the second learns from first looks at pages that the first did not learn from.
  static func train(_ samples: [Sample], _ settings: Settings = Settings()) -> BlockModel {
    func first(_ samples: [Sample]) -> [Float] {
      TrainPages.train(
        samples, lists: samples.map(\.lists), count: FeatureGroup.total, settings)
    }
    var lists = [[[Int32]]](repeating: [], count: samples.count)
    for number in 0..<3 {
      let other = first(samples.filter { part("x" + $0.site, of: 3) != number })
      for (index, sample) in samples.enumerated() where part("x" + sample.site, of: 3) == number {
        lists[index] = withContext(sample, other)
      }
    }
    let second = TrainPages.train(samples, lists: lists, count: ContextGroup.total, settings)
    return BlockModel(first: first(samples), second: second)
  }

  /// The blocks that are chosen.
  func choice(_ sample: Sample) -> [Bool] {
    ArticleText.best(sample.page, scores(second, withContext(sample, first)))
  }

  private func scores(_ weights: [Float], _ lists: [[Int32]]) -> [Float] {
    TrainPages.scores(weights, lists)
  }
}

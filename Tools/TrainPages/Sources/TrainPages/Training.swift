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

struct Xorshift {
  private var state: UInt64 = 88_172_645_463_325_252

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

private func firstLook(_ weights: [Float], _ lists: [[Int32]]) -> [Float] {
  lists.map { list in list.reduce(0) { $0 + weights[Int($1)] } }
}

/// In which of so many parts a site is; all pages of a site are in one.
func part(_ site: String, of count: Int) -> Int {
  var hash: UInt64 = 5381
  for byte in site.utf8 { hash = hash &* 33 &+ UInt64(byte) }
  return Int((hash >> 7) % UInt64(count))
}

extension BlockModel {
  /// Of how many parts of the sites each is judged by what the others taught.
  private static let parts = 5
  /// Pages of which a first look at other sites finds less are left out: next to always it is the
  /// right answer that ends early or is of another text.
  private static let leastF1 = 0.6

  /// Trains both looks; the second learns from first looks at pages that the first did not learn from.
  static func train(_ samples: [Sample], _ settings: Settings = Settings()) -> BlockModel {
    func first(_ samples: [Sample]) -> [Float] {
      TrainPages.train(
        samples, lists: samples.map(\.lists), count: FeatureGroup.total, settings)
    }
    var looks = [[Float]](repeating: [], count: samples.count)
    for number in 0..<parts {
      let other = first(samples.filter { part("x" + $0.site, of: parts) != number })
      for (index, sample) in samples.enumerated()
      where part("x" + sample.site, of: parts) == number {
        looks[index] = firstLook(other, sample.lists)
      }
    }
    var examples = Examples()
    var used: [Sample] = []
    for (sample, look) in zip(samples, looks) {
      guard sample.f1(ArticleText.best(sample.page, look)) >= leastF1 else { continue }
      used.append(sample)
      examples.append(sample, look)
    }
    var boosting = Boosting(examples)
    return BlockModel(first: first(used), second: boosting.trees())
  }

  /// The blocks that are chosen.
  func choice(_ sample: Sample) -> [Bool] {
    var scores = firstLook(first, sample.lists)
    let measures = sample.measures(scores)
    var values: [Float] = []
    for index in scores.indices {
      guard scores[index] > Self.leastScore else {
        scores[index] = Self.hopeless
        continue
      }
      values.removeAll(keepingCapacity: true)
      measures.append(of: index, to: &values)
      scores[index] = second.score(values)
    }
    Self.evenOutTables(sample.document, sample.page, &scores)
    return ArticleText.best(sample.page, scores)
  }
}

extension Examples {
  /// Adds the blocks of a page that get a second look.
  mutating func append(_ sample: Sample, _ look: [Float]) {
    let measures = sample.measures(look)
    for index in look.indices where look[index] > BlockModel.leastScore {
      let start = values.count
      measures.append(of: index, to: &values)
      width = values.count - start
      labels.append(sample.labels[index])
      weights.append(sample.weights[index])
    }
  }
}

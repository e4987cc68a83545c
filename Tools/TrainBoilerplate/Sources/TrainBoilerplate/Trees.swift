@testable import NewsText

/// What trees are trained on: an example a row, a byte a feature.
struct TreeExamples {
  var features: [[UInt8]]
  var isBoilerplate: [Bool]
  /// How much an error costs; examples of weight 0 are left out.
  var weights: [Float]
}

extension TreeModel {
  /// Gradient boosting with a logistic loss (Friedman 2001), the steps Newton's; each tree sees half of
  /// the features and most of the examples. The same examples give the same trees.
  static func train(
    _ examples: TreeExamples, trees: Int = 160, rate: Float = 0.12, penalty: Float = 8
  ) -> TreeModel {
    let rows = examples.weights.indices.filter { examples.weights[$0] > 0 }
    var boosting = Boosting(examples, rows: rows, penalty: penalty)
    var model = TreeModel()
    for _ in 0..<trees {
      let (questions, values) = boosting.addTree(rate: rate)
      model.add(questions, values)
    }
    return model
  }

  /// The mean of two models.
  static func mean(_ a: TreeModel, _ b: TreeModel) -> TreeModel {
    var mean = TreeModel()
    for model in [a, b] { mean.add(model.questions, model.values.map { $0 / 2 }) }
    return mean
  }
}

private struct Boosting {
  private static let featuresAsked = 0.5
  private static let examplesSeen = 0.8

  private let rows: Int
  private let features: Int
  /// A column a feature.
  private var columns: [[UInt8]]
  private let labels: [Float]
  private let weights: [Float]
  private let penalty: Float
  private var scores: [Float]
  private var random = Xorshift(state: 88_172_645_463_325_252)

  init(_ examples: TreeExamples, rows: [Int], penalty: Float) {
    self.rows = rows.count
    features = ContextFeatures.count
    columns = (0..<features).map { feature in rows.map { examples.features[$0][feature] } }
    labels = rows.map { examples.isBoilerplate[$0] ? 1 : 0 }
    weights = rows.map { examples.weights[$0] }
    scores = [Float](repeating: 0, count: rows.count)
    self.penalty = penalty
  }

  mutating func addTree(rate: Float) -> (questions: [TreeModel.Question], values: [Float]) {
    var gradients = [Float](repeating: 0, count: rows)
    var curvatures = [Float](repeating: 0, count: rows)
    for row in 0..<rows {
      let probability = 1 / (1 + exponential(-scores[row]))
      gradients[row] = (labels[row] - probability) * weights[row]
      curvatures[row] = max(probability * (1 - probability), 1e-6) * weights[row]
    }
    let seen = (0..<rows).filter { _ in Double.random(in: 0..<1, using: &random) < Self.examplesSeen
    }
    let asked = (0..<features).filter { _ in
      Double.random(in: 0..<1, using: &random) < Self.featuresAsked
    }
    var leaves = [UInt8](repeating: 0, count: rows)
    var questions: [TreeModel.Question] = []
    for depth in 0..<TreeModel.depth {
      let best = bestQuestion(asked, seen, leaves, 1 << depth, gradients, curvatures)
      questions.append(best)
      let column = columns[Int(best.feature)]
      for row in 0..<rows where column[row] > best.bound { leaves[row] |= 1 << depth }
    }
    var sums = [(gradient: Float, curvature: Float)](repeating: (0, 0), count: 1 << TreeModel.depth)
    for row in seen {
      sums[Int(leaves[row])].gradient += gradients[row]
      sums[Int(leaves[row])].curvature += curvatures[row]
    }
    let values = sums.map { rate * $0.gradient / ($0.curvature + penalty) }
    for row in 0..<rows { scores[row] += values[Int(leaves[row])] }
    return (questions, values)
  }

  /// The question that parts all leaves of a depth best.
  private func bestQuestion(
    _ asked: [Int], _ seen: [Int], _ leaves: [UInt8], _ leafCount: Int, _ gradients: [Float],
    _ curvatures: [Float]
  ) -> TreeModel.Question {
    var best = TreeModel.Question(feature: 0, bound: 255)
    var bestGain: Float = 0
    var sums = [Float](repeating: 0, count: leafCount * 512)
    for feature in asked {
      for index in sums.indices { sums[index] = 0 }
      columns[feature].withUnsafeBufferPointer { column in
        sums.withUnsafeMutableBufferPointer { sums in
          for row in seen {
            let bin = (Int(leaves[row]) << 8 | Int(column[row])) << 1
            sums[bin] += gradients[row]
            sums[bin + 1] += curvatures[row]
          }
        }
      }
      var totals = [(g: Float, h: Float)](repeating: (0, 0), count: leafCount)
      for leaf in 0..<leafCount {
        for bin in 0..<256 {
          totals[leaf].g += sums[(leaf << 8 | bin) << 1]
          totals[leaf].h += sums[(leaf << 8 | bin) << 1 + 1]
        }
      }
      var below = [(g: Float, h: Float)](repeating: (0, 0), count: leafCount)
      for bin in 0..<255 {
        var gain: Float = 0
        var isEmpty = true
        for leaf in 0..<leafCount {
          let h = sums[(leaf << 8 | bin) << 1 + 1]
          if h > 0 { isEmpty = false }
          below[leaf].g += sums[(leaf << 8 | bin) << 1]
          below[leaf].h += h
          let (low, total) = (below[leaf], totals[leaf])
          let (g, h2) = (total.g - low.g, total.h - low.h)
          gain +=
            low.g * low.g / (low.h + penalty) + g * g / (h2 + penalty)
            - total.g * total.g / (total.h + penalty)
        }
        if !isEmpty, gain > bestGain {
          bestGain = gain
          best = TreeModel.Question(feature: UInt8(feature), bound: UInt8(bin))
        }
      }
    }
    return best
  }
}

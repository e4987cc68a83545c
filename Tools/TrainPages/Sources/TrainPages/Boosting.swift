import Glibc

@testable import NewsFormats

/// How the trees are grown: gradient boosting of the logistic loss over numbers in bins; each tree sees
/// a share of the examples and of the measures.
struct BoostingSettings: Sendable {
  var trees = 300
  var rate: Float = 0.05
  var penalty: Float = 10
  var rows: Float = 0.7
  var columns: Float = 0.4
  var bins = 63
}

/// Examples: so many numbers each, one behind the other.
struct Examples {
  var width = 0
  var values: [Float] = []
  var labels: [Bool] = []
  var weights: [Float] = []
}

/// Grows the trees; the same examples give the same.
struct Boosting {
  private let examples: Examples
  private let settings: BoostingSettings
  private let count: Int
  /// Of each measure the upper bounds of its bins, and of each measure and example the bin.
  private var bounds: [[Float]] = []
  private var bins: [UInt8] = []
  private var random = Xorshift()
  private var gradients: [Float]
  private var curvatures: [Float]

  init(_ examples: Examples, _ settings: BoostingSettings = BoostingSettings()) {
    (self.examples, self.settings) = (examples, settings)
    count = examples.labels.count
    gradients = [Float](repeating: 0, count: count)
    curvatures = gradients
    bins.reserveCapacity(count * examples.width)
    for measure in 0..<examples.width {
      let column = (0..<count).map { examples.values[$0 * examples.width + measure] }
      let own = Self.bounds(column, settings.bins)
      bounds.append(own)
      for value in column {
        var (low, high) = (0, own.count)
        while low < high {
          let middle = (low + high) / 2
          if value <= own[middle] { high = middle } else { low = middle + 1 }
        }
        bins.append(UInt8(low))
      }
    }
  }

  private static func bounds(_ column: [Float], _ most: Int) -> [Float] {
    let sorted = column.sorted()
    var bounds: [Float] = []
    for step in 1..<most {
      let bound = DecisionTrees.storable(sorted[step * (sorted.count - 1) / most])
      if bound > bounds.last ?? -.infinity, bound < sorted[sorted.count - 1] {
        bounds.append(bound)
      }
    }
    return bounds
  }

  mutating func trees() -> DecisionTrees {
    var (yes, no): (Float, Float) = (1, 1)
    for row in 0..<count {
      if examples.labels[row] { yes += examples.weights[row] } else { no += examples.weights[row] }
    }
    var trees = DecisionTrees(base: DecisionTrees.storable(value: logf(yes / no)))
    var scores = [Float](repeating: trees.base, count: count)
    for _ in 0..<settings.trees {
      for row in 0..<count {
        let chance = 1 / (1 + expf(-scores[row]))
        gradients[row] = (chance - (examples.labels[row] ? 1 : 0)) * examples.weights[row]
        curvatures[row] = chance * (1 - chance) * examples.weights[row]
      }
      let tree = grow()
      trees.append(
        tree.questions.map { .init(measure: Int32($0.measure), bound: bounds[$0.measure][$0.bin]) },
        leaves: tree.leaves)
      for row in 0..<count {
        var leaf = 0
        for (level, question) in tree.questions.enumerated()
        where bins[question.measure * count + row] > question.bin { leaf |= 1 << level }
        scores[row] += tree.leaves[leaf]
      }
    }
    return trees
  }

  private mutating func isTaken(_ share: Float) -> Bool {
    Float(random.next() >> 40) / Float(1 << 24) < share
  }

  private typealias Question = (measure: Int, bin: Int)

  private struct Sums {
    var gradient: Float = 0
    var curvature: Float = 0

    mutating func add(_ other: Sums) {
      gradient += other.gradient
      curvature += other.curvature
    }

    func without(_ other: Sums) -> Sums {
      Sums(gradient: gradient - other.gradient, curvature: curvature - other.curvature)
    }

    func gain(_ penalty: Float) -> Float { gradient * gradient / (curvature + penalty) }
  }

  /// A tree: level by level the question that parts the examples of all places best.
  private mutating func grow() -> (questions: [Question], leaves: [Float]) {
    let measures = (0..<examples.width).filter { _ in isTaken(settings.columns) }
    let rows = (0..<Int32(count)).filter { _ in isTaken(settings.rows) }
    var places = [Int32](repeating: 0, count: rows.count)
    var questions: [Question] = []
    for level in 0..<DecisionTrees.depth {
      let question = best(rows, places, 1 << level, measures)
      questions.append(question)
      for index in rows.indices
      where bins[question.measure * count + Int(rows[index])] > question.bin {
        places[index] |= 1 << Int32(level)
      }
    }
    var sums = [Sums](repeating: Sums(), count: 1 << DecisionTrees.depth)
    for (row, place) in zip(rows, places) {
      sums[Int(place)].gradient += gradients[Int(row)]
      sums[Int(place)].curvature += curvatures[Int(row)]
    }
    let leaves = sums.map { sum in
      DecisionTrees.storable(
        value: -sum.gradient / (sum.curvature + settings.penalty) * settings.rate)
    }
    return (questions, leaves)
  }

  private func best(
    _ rows: [Int32], _ places: [Int32], _ placeCount: Int, _ measures: [Int]
  ) -> Question {
    let width = settings.bins + 1
    var sums = [Sums](repeating: Sums(), count: width * placeCount)
    var best: (gain: Float, question: Question) = (-1, (0, 0))
    for measure in measures where !bounds[measure].isEmpty {
      for index in sums.indices { sums[index] = Sums() }
      bins.withUnsafeBufferPointer { bins in
        gradients.withUnsafeBufferPointer { gradients in
          curvatures.withUnsafeBufferPointer { curvatures in
            rows.withUnsafeBufferPointer { rows in
              places.withUnsafeBufferPointer { places in
                sums.withUnsafeMutableBufferPointer { sums in
                  for index in rows.indices {
                    let row = Int(rows[index])
                    let slot = Int(places[index]) * width + Int(bins[measure * count + row])
                    sums[slot].gradient += gradients[row]
                    sums[slot].curvature += curvatures[row]
                  }
                }
              }
            }
          }
        }
      }
      var gains = [Float](repeating: 0, count: bounds[measure].count)
      for place in 0..<placeCount {
        var all = Sums()
        for bin in 0..<width { all.add(sums[place * width + bin]) }
        var low = Sums()
        for bin in gains.indices {
          low.add(sums[place * width + bin])
          gains[bin] += low.gain(settings.penalty) + all.without(low).gain(settings.penalty)
        }
      }
      for bin in gains.indices where gains[bin] > best.gain {
        best = (gains[bin], (measure, bin))
      }
    }
    return best.question
  }
}

import Glibc

@testable import NewsFormats

/// How the trees are grown: gradient boosting of the logistic loss, the leaf that gains most first,
/// over numbers in bins; each tree sees a share of the examples and of the measures.
struct BoostingSettings: Sendable {
  var trees = 150
  var rate: Float = 0.07
  var leaves = 24
  var leastExamples = 60
  var penalty: Float = 5
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
    var trees = DecisionTrees()
    var (yes, no): (Float, Float) = (1, 1)
    for row in 0..<count {
      if examples.labels[row] { yes += examples.weights[row] } else { no += examples.weights[row] }
    }
    let base = DecisionTrees.storable(leaf: logf(yes / no))
    trees.append([.leaf(base)])
    var scores = [Float](repeating: base, count: count)
    for _ in 0..<settings.trees {
      for row in 0..<count {
        let chance = 1 / (1 + expf(-scores[row]))
        gradients[row] = (chance - (examples.labels[row] ? 1 : 0)) * examples.weights[row]
        curvatures[row] = chance * (1 - chance) * examples.weights[row]
      }
      let tree = grow()
      trees.append(tree)
      for row in 0..<count { scores[row] += value(tree, row) }
    }
    return trees
  }

  private mutating func isTaken(_ share: Float) -> Bool {
    Float(random.next() >> 40) / Float(1 << 24) < share
  }

  /// The value of an example in a tree.
  private func value(_ tree: [DecisionTrees.Node], _ row: Int) -> Float {
    var place = 0
    while tree[place].measure >= 0 {
      let node = tree[place]
      let number = examples.values[row * examples.width + Int(node.measure)]
      place = number <= node.value ? place + 1 : Int(node.right)
    }
    return tree[place].value
  }

  private final class Branch {
    var measure = -1
    var bound: Float = 0
    var value: Float = 0
    var sides: (Branch, Branch)?
  }

  private mutating func grow() -> [DecisionTrees.Node] {
    let measures = (0..<examples.width).filter { _ in isTaken(settings.columns) }
    var rows = (0..<Int32(count)).filter { _ in isTaken(settings.rows) }
    let root = Branch()
    var leaves = [(range: 0..<rows.count, branch: root, split: split(rows[...], measures))]
    while leaves.count < settings.leaves {
      let best = leaves.indices.max { leaves[$0].split?.gain ?? 0 < leaves[$1].split?.gain ?? 0 }
      guard let best, let split = leaves[best].split else { break }
      let leaf = leaves[best]
      // The smaller numbers first.
      var middle = leaf.range.lowerBound
      for place in leaf.range where bins[split.measure * count + Int(rows[place])] <= split.bin {
        rows.swapAt(place, middle)
        middle += 1
      }
      let sides = (Branch(), Branch())
      leaf.branch.measure = split.measure
      leaf.branch.bound = bounds[split.measure][split.bin]
      leaf.branch.sides = sides
      let (low, high) = (leaf.range.lowerBound..<middle, middle..<leaf.range.upperBound)
      leaves[best] = (low, sides.0, self.split(rows[low], measures))
      leaves.append((high, sides.1, self.split(rows[high], measures)))
    }
    for leaf in leaves {
      var (gradient, curvature): (Float, Float) = (0, 0)
      for row in rows[leaf.range] {
        gradient += gradients[Int(row)]
        curvature += curvatures[Int(row)]
      }
      leaf.branch.value = DecisionTrees.storable(
        leaf: -gradient / (curvature + settings.penalty) * settings.rate)
    }
    var nodes: [DecisionTrees.Node] = []
    func walk(_ branch: Branch) {
      guard let sides = branch.sides else {
        nodes.append(.leaf(branch.value))
        return
      }
      let place = nodes.count
      nodes.append(.init(measure: Int32(branch.measure), right: 0, value: branch.bound))
      walk(sides.0)
      nodes[place].right = Int32(nodes.count)
      walk(sides.1)
    }
    walk(root)
    return nodes
  }

  /// The question that parts rows best.
  private func split(
    _ rows: ArraySlice<Int32>, _ measures: [Int]
  ) -> (gain: Float, measure: Int, bin: Int)? {
    guard rows.count >= 2 * settings.leastExamples else { return nil }
    var best: (gain: Float, measure: Int, bin: Int)?
    let width = settings.bins + 1
    var sums = [(gradient: Float, curvature: Float, count: Int32)](
      repeating: (0, 0, 0), count: width)
    let penalty = settings.penalty
    for measure in measures {
      for bin in 0..<width { sums[bin] = (0, 0, 0) }
      bins.withUnsafeBufferPointer { bins in
        gradients.withUnsafeBufferPointer { gradients in
          curvatures.withUnsafeBufferPointer { curvatures in
            sums.withUnsafeMutableBufferPointer { sums in
              let column = measure * count
              for row in rows {
                let bin = Int(bins[column + Int(row)])
                sums[bin].gradient += gradients[Int(row)]
                sums[bin].curvature += curvatures[Int(row)]
                sums[bin].count += 1
              }
            }
          }
        }
      }
      var (gradient, curvature): (Float, Float) = (0, 0)
      for sum in sums {
        gradient += sum.gradient
        curvature += sum.curvature
      }
      let whole = gradient * gradient / (curvature + penalty)
      var left: (gradient: Float, curvature: Float, count: Int) = (0, 0, 0)
      for bin in bounds[measure].indices {
        left.gradient += sums[bin].gradient
        left.curvature += sums[bin].curvature
        left.count += Int(sums[bin].count)
        guard left.count >= settings.leastExamples,
          rows.count - left.count >= settings.leastExamples
        else { continue }
        let rest = gradient - left.gradient
        let gain =
          left.gradient * left.gradient / (left.curvature + penalty)
          + rest * rest / (curvature - left.curvature + penalty) - whole
        if gain > max(best?.gain ?? 0, 1e-4) { best = (gain, measure, bin) }
      }
    }
    return best
  }
}

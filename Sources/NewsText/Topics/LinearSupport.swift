/// Learns a plane between two classes of texts: a linear support vector machine with squared hinge loss.
///
/// Dual coordinate descent with shrinking (Hsieh, Chang, Lin, Keerthi and Sundararajan, "A dual coordinate
/// descent method for large-scale linear SVM", ICML 2008), which LIBLINEAR uses. The order in which texts
/// are gone through is drawn with a fixed seed: the same texts give the same plane.
struct LinearSupport {
  /// How much an error costs, beside the length of the plane's normal.
  var cost: Float = 1
  /// It ends when no text violates its condition by more than this…
  var tolerance: Float = 0.05
  /// …or after so many rounds.
  var rounds = 40
  var seed: UInt64 = 1

  /// The weight of each feature, and a constant.
  func learn(
    _ vectors: SparseVectors, isMember: [Bool], features: Int
  ) -> (weights: [Float], bias: Float) {
    var weights = [Float](repeating: 0, count: features)
    var bias: Float = 0
    let count = vectors.count
    guard count > 0 else { return (weights, bias) }
    let diagonal = 0.5 / cost
    var alpha = [Float](repeating: 0, count: count)
    var order = Array(0..<count)
    var random = SplitMix(seed)
    vectors.entries.withUnsafeBufferPointer { entries in
      weights.withUnsafeMutableBufferPointer { weights in
        let squares = (0..<count).map { index -> Float in
          var sum: Float = 1 + diagonal
          for place in vectors.range(index) { sum += entries[place].value * entries[place].value }
          return sum
        }
        var active = count
        var largest = Float.infinity
        for _ in 0..<rounds {
          var (highest, lowest) = (-Float.infinity, Float.infinity)
          for index in 0..<active {
            order.swapAt(index, index + Int(random.next() % UInt64(active - index)))
          }
          var index = 0
          while index < active {
            let text = order[index]
            let sign: Float = isMember[text] ? 1 : -1
            let range = vectors.range(text)
            var sum = bias
            for place in range {
              let entry = entries[place]
              sum += weights[Int(entry.feature)] * entry.value
            }
            let gradient = sign * sum - 1 + alpha[text] * diagonal
            var violation = gradient
            if alpha[text] == 0 {
              if gradient > largest {
                // It lies far on its own side, and is left out until the end.
                active -= 1
                order.swapAt(index, active)
                continue
              }
              violation = min(gradient, 0)
            }
            highest = max(highest, violation)
            lowest = min(lowest, violation)
            if abs(violation) > 1e-9 {
              let before = alpha[text]
              alpha[text] = max(before - gradient / squares[text], 0)
              let step = (alpha[text] - before) * sign
              for place in range {
                let entry = entries[place]
                weights[Int(entry.feature)] += step * entry.value
              }
              bias += step
            }
            index += 1
          }
          if highest - lowest <= tolerance {
            if active == count { break }
            active = count
            largest = .infinity
          } else {
            largest = highest > 0 ? highest : .infinity
          }
        }
      }
    }
    return (weights, bias)
  }
}

/// Random numbers with a seed (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

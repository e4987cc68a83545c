import Glibc

@testable import NewsText

extension LinearModel {
  func score(_ features: [(index: Int, value: Float)]) -> Float {
    features.reduce(0) { $0 + weights[$1.index] * $1.value }
  }

  /// Logistic regression by AdaGrad with an L2 penalty; the same examples give the same weights.
  static func train(
    _ examples: [Example], count: Int, penalty: Float, epochs: Int = 25, rate: Float = 0.15
  ) -> LinearModel {
    var model = LinearModel(weights: [Float](repeating: 0, count: count))
    var squares = [Float](repeating: 1e-4, count: count)
    var random = Xorshift(state: 88_172_645_463_325_252)
    var order = Array(examples.indices)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for index in order where examples[index].weight > 0 {
        let example = examples[index]
        let probability = 1 / (1 + expf(-model.score(example.features)))
        let error = (probability - (example.isBoilerplate ? 1 : 0)) * example.weight
        for (feature, value) in example.features {
          let gradient = error * value + penalty * model.weights[feature]
          squares[feature] += gradient * gradient
          model.weights[feature] -= rate * gradient / squares[feature].squareRoot()
        }
      }
    }
    return model
  }
}

/// e to the power of a number.
func exponential(_ number: Float) -> Float { expf(number) }

struct Xorshift: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

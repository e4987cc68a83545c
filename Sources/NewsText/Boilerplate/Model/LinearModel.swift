/// A logistic regression: its score is the logarithm of the odds.
struct LinearModel: Sendable {
  /// One weight a feature.
  var weights: [Float]

  init(weights: [Float]) { self.weights = weights }

  /// Reads weights as ``encoded`` writes them; those of `count` that the text lacks are 0.
  init(encoded text: String, count: Int) {
    weights = Base64Numbers(text).numbers.map {
      Float($0 - Base64Numbers.middle) / Self.scale
    }
    weights += [Float](repeating: 0, count: max(0, count - weights.count))
  }

  private static let scale: Float = 256

  /// The weights in steps of 1/256 from -8 to 8, as ``Base64Numbers``.
  var encoded: String {
    Base64Numbers(
      weights.map { Int((min(max($0, -7.99), 7.99) * Self.scale).rounded()) + Base64Numbers.middle }
    ).text
  }
}

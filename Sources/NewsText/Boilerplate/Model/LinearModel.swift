/// A logistic regression: its score is the logarithm of the odds.
struct LinearModel: Sendable {
  /// One weight a feature.
  var weights: [Float]

  init(weights: [Float]) { self.weights = weights }

  /// Reads weights as ``encoded`` writes them.
  ///
  /// - Parameters:
  ///   - text: Two characters a weight; line ends do not count.
  ///   - count: How many weights the model has; those that the text lacks are 0.
  init(encoded text: String, count: Int) {
    weights = []
    weights.reserveCapacity(count)
    var high: Int?
    for byte in text.utf8 where byte >= Self.zero {
      let digit = Int(byte - Self.zero)
      if let first = high {
        weights.append(Float(first * 64 + digit - 2048) / 256)
        high = nil
      } else {
        high = digit
      }
    }
    weights += [Float](repeating: 0, count: max(0, count - weights.count))
  }

  private static let zero = UInt8(ascii: "0")
  private static let charactersALine = 96

  /// The weights in steps of 1/256 from -8 to 8: two digits of base 64 each, the digits being the 64
  /// ASCII characters from `0` on; in lines.
  var encoded: String {
    var text = ""
    for (index, weight) in weights.enumerated() {
      if index > 0, index % (Self.charactersALine / 2) == 0 { text += "\n" }
      let number = Int((min(max(weight, -7.99), 7.99) * 256).rounded()) + 2048
      for digit in [number / 64, number % 64] {
        text.unicodeScalars.append(Unicode.Scalar(Self.zero + UInt8(digit)))
      }
    }
    return text
  }
}

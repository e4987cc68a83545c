internal import Glibc

/// What was learnt of one tag: a plane in a space of features, in a form that can be kept.
package struct TagModel: Sendable {
  private static let version: UInt8 = 1

  private let space: FeatureSpace
  private let weights: [Float]
  private let bias: Float
  /// How fast a margin becomes certainty (Platt's scaling), and where it is undecided.
  private let slope: Float
  private let middle: Float

  /// How likely it is that a text should have the tag, 0 to 1.
  package func score(of text: LabelledText) -> Double {
    Double(probability(margin(of: text)))
  }

  private func margin(of text: LabelledText) -> Float {
    space.vector(of: text).reduce(into: bias) { $0 += weights[Int($1.feature)] * $1.value }
  }

  private func probability(_ margin: Float) -> Float { 1 / (1 + exp(-slope * (margin - middle))) }

  /// What learning found out about itself.
  package struct Report: Sendable {
    /// By cross-validation, where a text is given the tag if its score is at least one half.
    package var score = ClassificationScore.Count()
  }

  /// Learns from texts with and without a tag.
  ///
  /// How well it does is measured on texts that it has not seen: five times, it learns from four fifths and
  /// is asked about the fifth.
  package static func learn(
    _ texts: [LabelledText], hasTag: [Bool], folds: Int = 5
  ) -> (model: TagModel, report: Report) {
    let (space, vectors) = FeatureSpace.learn(texts)
    var margins = [Float](repeating: 0, count: texts.count)
    // Members and others are dealt out apart: each part has its share of both.
    let parts = deal(hasTag, folds)
    for fold in 0..<folds {
      let known = texts.indices.filter { parts[$0] != fold }
      // A word's weight among all words is no secret; which texts have the tag is.
      let (weights, bias) = LinearSupport().learn(
        vectors.subset(known), isMember: known.map { hasTag[$0] }, features: space.count)
      for index in texts.indices where parts[index] == fold {
        margins[index] = vectors.range(index).reduce(into: bias) { sum, place in
          let entry = vectors.entries[place]
          sum += weights[Int(entry.feature)] * entry.value
        }
      }
    }
    let (slope, middle) = certainty(of: margins, hasTag)
    let (weights, bias) = LinearSupport().learn(vectors, isMember: hasTag, features: space.count)
    let model = TagModel(
      space: space, weights: weights, bias: bias, slope: slope, middle: middle)
    var report = Report()
    for (margin, hasIt) in zip(margins, hasTag) {
      switch (hasIt, model.probability(margin) >= 0.5) {
      case (true, true): report.score.right += 1
      case (true, false): report.score.missed += 1
      case (false, true): report.score.wrong += 1
      case (false, false): break
      }
    }
    return (model, report)
  }

  private static func deal(_ hasTag: [Bool], _ folds: Int) -> [Int] {
    var parts = [Int](repeating: 0, count: hasTag.count)
    var random = SplitMix(1)
    for isMember in [true, false] {
      let those = hasTag.indices.filter { hasTag[$0] == isMember }.shuffled(using: &random)
      for (place, index) in those.enumerated() { parts[index] = place % folds }
    }
    return parts
  }

  /// The logistic curve that fits margins best (Platt, "Probabilistic outputs for support vector machines",
  /// 1999), by gradient descent on its two numbers; with his targets, which never reach 0 and 1.
  private static func certainty(
    of margins: [Float], _ hasTag: [Bool]
  ) -> (slope: Float, middle: Float) {
    let members = Float(hasTag.count { $0 })
    let others = Float(hasTag.count) - members
    let (high, low) = ((members + 1) / (members + 2), 1 / (others + 2))
    // p = 1 / (1 + exp(-(a m + b))), by Newton's method with a little damping.
    var (a, b): (Float, Float) = (2, 0)
    for _ in 0..<50 {
      var (gradientA, gradientB): (Float, Float) = (0, 0)
      var (aa, ab, bb): (Float, Float, Float) = (1e-3, 0, 1e-3)
      for (margin, hasIt) in zip(margins, hasTag) {
        let p = 1 / (1 + exp(-(a * margin + b)))
        let error = p - (hasIt ? high : low)
        gradientA += error * margin
        gradientB += error
        let weight = max(p * (1 - p), 1e-6)
        aa += weight * margin * margin
        ab += weight * margin
        bb += weight
      }
      let determinant = aa * bb - ab * ab
      guard determinant > 1e-12 else { break }
      let stepA = (bb * gradientA - ab * gradientB) / determinant
      let stepB = (aa * gradientB - ab * gradientA) / determinant
      a -= max(-1, min(1, stepA))
      b -= max(-1, min(1, stepB))
      if abs(stepA) + abs(stepB) < 1e-4 { break }
    }
    let slope = max(a, 0.1)
    return (slope, -b / slope)
  }
}

// MARK: Keeping it

extension TagModel {
  /// The model as bytes, little-endian: version, bias, slope, middle, number of features; then their hashes,
  /// inverse frequencies and weights.
  package var record: [UInt8] {
    var bytes = [Self.version]
    func append<Value: FixedWidthInteger>(_ value: Value) {
      withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
    for number in [bias, slope, middle] { append(number.bitPattern) }
    append(UInt32(space.count))
    for hash in space.hashes { append(hash) }
    for number in space.idf { append(number.bitPattern) }
    for number in weights { append(number.bitPattern) }
    return bytes
  }

  /// The model of a record; nil where it is none, or one of another version.
  package init?(record: [UInt8]) {
    let head = 1 + 4 * 4
    guard record.count >= head, record[0] == Self.version else { return nil }
    func integer<Value: FixedWidthInteger>(at offset: Int, as type: Value.Type) -> Value {
      record.withUnsafeBytes {
        Value(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Value.self))
      }
    }
    func number(at offset: Int) -> Float {
      Float(bitPattern: integer(at: offset, as: UInt32.self))
    }
    let count = Int(integer(at: 13, as: UInt32.self))
    guard record.count == head + count * 16 else { return nil }
    (bias, slope, middle) = (number(at: 1), number(at: 5), number(at: 9))
    space = FeatureSpace(
      hashes: (0..<count).map { integer(at: head + 8 * $0, as: UInt64.self) },
      idf: (0..<count).map { number(at: head + 8 * count + 4 * $0) })
    weights = (0..<count).map { number(at: head + 12 * count + 4 * $0) }
  }
}

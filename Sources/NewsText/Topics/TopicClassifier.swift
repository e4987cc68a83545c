/// Tells which labels a text should have, learnt from texts that have theirs.
///
/// One plane a label, against the texts without it (``LinearSupport``), over words, pairs of words and pieces
/// of words (``TextFeatures``).
package struct TopicClassifier: Sendable {
  /// The labels, in the order of their names.
  package let labels: [String]
  /// Whether each of the texts had exactly one: then each other text is given the best one.
  package let isExclusive: Bool
  /// Whether each of the texts had at least one: then the best one is given where none is reached.
  let alwaysHasLabel: Bool
  let space: FeatureSpace
  let planes: [Plane]

  struct Plane: Sendable {
    var weights: [Float]
    var bias: Float
  }

  /// Learns from texts. The same texts give the same classifier.
  package static func learn(_ texts: [LabelledText]) async -> TopicClassifier {
    let labels = Set(texts.flatMap(\.labels)).sorted()
    let (space, vectors) = FeatureSpace.learn(texts)
    let members = labels.map { label in texts.map { $0.labels.contains(label) } }
    let isExclusive = texts.allSatisfy { $0.labels.count == 1 }
    let cost = await CostChoice.best(
      for: vectors, members: members, isExclusive: isExclusive, features: space.count)
    let planes = await withTaskGroup(of: (Int, Plane).self) { group in
      for (index, isMember) in members.enumerated() {
        group.addTask {
          let (weights, bias) = LinearSupport(cost: cost).learn(
            vectors, isMember: isMember, features: space.count)
          return (index, Plane(weights: weights, bias: bias))
        }
      }
      var planes = [Plane?](repeating: nil, count: labels.count)
      for await (index, plane) in group { planes[index] = plane }
      return planes.compactMap { $0 }
    }
    return TopicClassifier(
      labels: labels, isExclusive: isExclusive,
      alwaysHasLabel: texts.allSatisfy { !$0.labels.isEmpty }, space: space, planes: planes)
  }

  /// How far a text lies on the side of each label: above 0 it should have it.
  package func margins(of text: LabelledText) -> [Float] {
    let vector = space.vector(of: text)
    return planes.map { plane in
      vector.reduce(into: plane.bias) { $0 += plane.weights[Int($1.feature)] * $1.value }
    }
  }

  /// The labels that a text should have.
  package func labels(for text: LabelledText) -> [String] {
    let margins = margins(of: text)
    let best = margins.indices.max { margins[$0] < margins[$1] }
    let reached = isExclusive ? [] : margins.indices.filter { margins[$0] > 0 }
    if reached.isEmpty, isExclusive || alwaysHasLabel { return best.map { [labels[$0]] } ?? [] }
    return reached.map { labels[$0] }
  }
}

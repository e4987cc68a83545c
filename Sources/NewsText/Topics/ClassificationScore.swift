/// How well labels were told.
package struct ClassificationScore: Sendable, Equatable {
  /// What became of one label.
  package struct Count: Sendable, Equatable {
    /// Texts that have it and were given it.
    package var right = 0
    /// Texts that were given it without having it.
    package var wrong = 0
    /// Texts that have it and were not given it.
    package var missed = 0

    package init() {}

    /// Of those that were given it, the share that has it.
    package var precision: Double { right + wrong == 0 ? 0 : Double(right) / Double(right + wrong) }
    /// Of those that have it, the share that was given it.
    package var recall: Double { right + missed == 0 ? 0 : Double(right) / Double(right + missed) }
    /// The harmonic mean of both.
    package var f1: Double {
      right == 0 ? 0 : 2 * Double(right) / Double(2 * right + wrong + missed)
    }
  }

  /// By label.
  package private(set) var counts: [String: Count] = [:]
  /// Texts that were asked about.
  package private(set) var texts = 0
  /// Texts that were given exactly the labels that they have.
  package private(set) var exact = 0

  package init() {}

  package mutating func add(true labels: [String], given: [String]) {
    texts += 1
    if Set(labels) == Set(given) { exact += 1 }
    for label in Set(labels).union(given) {
      switch (labels.contains(label), given.contains(label)) {
      case (true, true): counts[label, default: Count()].right += 1
      case (true, false): counts[label, default: Count()].missed += 1
      default: counts[label, default: Count()].wrong += 1
      }
    }
  }

  /// The share of texts with exactly their labels.
  package var accuracy: Double { texts == 0 ? 0 : Double(exact) / Double(texts) }

  /// F1 over all decisions: frequent labels count for more.
  package var microF1: Double {
    var sum = Count()
    for count in counts.values {
      sum.right += count.right
      sum.wrong += count.wrong
      sum.missed += count.missed
    }
    return sum.f1
  }

  /// The mean of the labels' F1: each label counts as much.
  package var macroF1: Double {
    counts.isEmpty ? 0 : counts.values.reduce(0) { $0 + $1.f1 } / Double(counts.count)
  }
}

extension TopicClassifier {
  /// In which of so many parts a text is, for cross-validation: drawn with a fixed seed.
  package static func fold(_ index: Int, of folds: Int) -> Int {
    var random = SplitMix(UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
    return Int(random.next() % UInt64(folds))
  }

  /// Learns from all parts but one and asks about that one, for each of them.
  package static func crossValidate(_ texts: [LabelledText], folds: Int = 5) async
    -> ClassificationScore
  {
    var score = ClassificationScore()
    for fold in 0..<folds {
      let isAsked = texts.indices.map { Self.fold($0, of: folds) == fold }
      let classifier = await learn(texts.indices.filter { !isAsked[$0] }.map { texts[$0] })
      for index in texts.indices where isAsked[index] {
        score.add(true: texts[index].labels, given: classifier.labels(for: texts[index]))
      }
    }
    return score
  }
}

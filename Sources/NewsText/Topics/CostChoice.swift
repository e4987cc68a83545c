/// Chooses how much an error costs, by asking about texts that were left out.
///
/// Short texts on many things want a small cost, long ones on few things a large one: on five sets it is worth
/// up to half a percentage point. Where there is much to learn from, it makes no difference, and is not
/// looked for.
enum CostChoice {
  private static let costs: [Float] = [0.25, 0.5, 1, 2, 4]
  private static let usual: Float = 1
  private static let folds = 3
  /// Places of the vectors times labels: beyond, the choice takes too long to be worth it.
  private static let most = 12_000_000

  /// The best cost for texts with these labels.
  ///
  /// - Parameters:
  ///   - vectors: The texts.
  ///   - members: For each label, which texts have it.
  ///   - isExclusive: Whether each text has exactly one label.
  ///   - features: The number of features.
  /// - Returns: One of a few costs.
  static func best(
    for vectors: SparseVectors, members: [[Bool]], isExclusive: Bool, features: Int
  ) async -> Float {
    guard vectors.count >= 50, members.count > 1,
      vectors.entries.count * members.count <= most
    else { return usual }
    let rights = await withTaskGroup(of: (Int, Int).self) { group in
      for (index, cost) in costs.enumerated() {
        group.addTask {
          (index, right(cost, vectors, members, isExclusive: isExclusive, features))
        }
      }
      var rights = [Int](repeating: 0, count: costs.count)
      for await (index, right) in group { rights[index] = right }
      return rights
    }
    // What is as good as the best but for one text in five hundred is no worse: the one nearest to the
    // usual cost.
    let least = (rights.max() ?? 0) - vectors.count / 500
    let good = costs.indices.filter { rights[$0] >= least }.map { costs[$0] }
    func distance(_ cost: Float) -> Float { max(cost / usual, usual / cost) }
    return good.min { distance($0) < distance($1) } ?? usual
  }

  /// How many decisions are right on texts that were left out: the best label of each text, or each label
  /// of each text.
  private static func right(
    _ cost: Float, _ vectors: SparseVectors, _ members: [[Bool]], isExclusive: Bool,
    _ features: Int
  ) -> Int {
    var right = 0
    for fold in 0..<folds {
      let isAsked = (0..<vectors.count).map { TopicClassifier.fold($0, of: folds) == fold }
      let known = isAsked.indices.filter { !isAsked[$0] }
      let subset = vectors.subset(known)
      let support = LinearSupport(cost: cost)
      let planes = members.map { isMember in
        support.learn(subset, isMember: known.map { isMember[$0] }, features: features)
      }
      for text in isAsked.indices where isAsked[text] {
        let margins = planes.map { plane in
          vectors.range(text).reduce(into: plane.bias) { sum, place in
            let entry = vectors.entries[place]
            sum += plane.weights[Int(entry.feature)] * entry.value
          }
        }
        if isExclusive {
          let best = margins.indices.max { margins[$0] < margins[$1] } ?? 0
          if members[best][text] { right += 1 }
        } else {
          right += margins.indices.count { (margins[$0] > 0) == members[$0][text] }
        }
      }
    }
    return right
  }
}

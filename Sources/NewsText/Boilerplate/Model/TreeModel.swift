/// Boosted trees over features of one byte each: their sum is the logarithm of the odds.
///
/// All nodes of one depth of a tree ask the same question ("oblivious trees", as in Prokhorenkova et
/// al., *CatBoost*, 2018): the answers are the bits of the leaf's number, and a tree is a few bytes.
struct TreeModel: Sendable {
  /// Questions a tree.
  static let depth = 5
  private static let leaves = 1 << depth

  /// A question: whether a feature is above a bound.
  struct Question: Sendable, Equatable {
    var feature: UInt8
    var bound: UInt8
  }

  /// ``depth`` questions a tree.
  private(set) var questions: [Question] = []
  /// The values of each tree's leaves; the answer to its first question is the number's lowest bit.
  private(set) var values: [Float] = []

  init() {}

  mutating func add(_ questions: [Question], _ values: [Float]) {
    self.questions += questions
    self.values += values
  }

  /// The score of a paragraph with these features.
  func score(_ features: [UInt8]) -> Float {
    features.withUnsafeBufferPointer { features in
      questions.withUnsafeBufferPointer { questions in
        values.withUnsafeBufferPointer { values in
          var sum: Float = 0
          var question = 0
          var base = 0
          while base < values.count {
            var leaf = 0
            for depth in 0..<Self.depth {
              let asked = questions[question + depth]
              leaf |= (features[Int(asked.feature)] > asked.bound ? 1 : 0) << depth
            }
            sum += values[base + leaf]
            question += Self.depth
            base += Self.leaves
          }
          return sum
        }
      }
    }
  }
}

// MARK: As text

extension TreeModel {
  /// Reads trees as ``encoded`` writes them; what is not whole is left out. Features from `count`
  /// on do not exist.
  init(encoded text: String, features count: Int) {
    let numbers = Base64Numbers(text).numbers
    let size = 2 * Self.depth + Self.leaves
    for start in stride(from: 0, to: numbers.count - size + 1, by: size) {
      let questions = (0..<Self.depth).map { index in
        Question(
          feature: UInt8(clamping: min(numbers[start + 2 * index], count - 1)),
          bound: UInt8(clamping: numbers[start + 2 * index + 1]))
      }
      let values = numbers[(start + 2 * Self.depth)..<(start + size)]
        .map { Float($0 - Base64Numbers.middle) / Self.scale }
      add(questions, values)
    }
  }

  private static let scale: Float = 1024

  /// Each tree's questions as feature and bound, then its values in steps of 1/1024, as
  /// ``Base64Numbers``.
  var encoded: String {
    var numbers: [Int] = []
    for tree in 0..<values.count / Self.leaves {
      for question in questions[(tree * Self.depth)..<((tree + 1) * Self.depth)] {
        numbers += [Int(question.feature), Int(question.bound)]
      }
      numbers += values[(tree * Self.leaves)..<((tree + 1) * Self.leaves)]
        .map { Int(($0 * Self.scale).rounded()) + Base64Numbers.middle }
    }
    return Base64Numbers(numbers).text
  }
}

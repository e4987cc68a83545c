/// Boosted decision trees over numbers: each tree adds a value to the log-odds.
///
/// The trees are symmetric: all places of one level ask the same question, so the answers, as bits,
/// are the number of the leaf, and nothing has to be guessed by the processor.
struct DecisionTrees: Sendable {
  /// Whether a number is larger than a bound.
  struct Question: Sendable, Equatable {
    var measure: Int32
    var bound: Float
  }

  /// How many questions each tree asks.
  static let depth = 6

  private(set) var questions: [Question] = []
  /// The values of the trees' leaves.
  private(set) var leaves: [Float] = []
  private(set) var base: Float = 0
  private var largestMeasure = 0

  /// No trees; `base` is the score.
  init(base: Float) { self.base = base }

  /// Adds a tree.
  mutating func append(_ tree: [Question], leaves values: [Float]) {
    precondition(tree.count == Self.depth && values.count == 1 << Self.depth)
    leaves += values
    for question in tree { append(question) }
  }

  private mutating func append(_ question: Question) {
    precondition(question.measure >= 0)
    largestMeasure = max(largestMeasure, Int(question.measure))
    questions.append(question)
  }

  /// The log-odds; the trees are checked once against how many numbers there are.
  func score(_ measures: [Float]) -> Float {
    precondition(measures.count > largestMeasure)
    return measures.withUnsafeBufferPointer { measures in
      questions.withUnsafeBufferPointer { questions in
        leaves.withUnsafeBufferPointer { leaves in
          var score = base
          var first = 0
          var start = 0
          while start < leaves.count {
            var leaf = start
            for level in 0..<Self.depth {
              let question = questions[first + level]
              leaf += measures[Int(question.measure)] > question.bound ? 1 << level : 0
            }
            score += leaves[leaf]
            first += Self.depth
            start += 1 << Self.depth
          }
          return score
        }
      }
    }
  }
}

// As text, in digits of base 64, which are the 64 ASCII characters from `0` on: the base in two; of
// each tree the measure of each question in two and its bound in three, then each leaf in two.
extension DecisionTrees {
  private static let zero = UInt8(ascii: "0")

  /// A bound as it can be stored: 18 bits of a Float.
  static func storable(_ bound: Float) -> Float {
    Float(bitPattern: (bound.bitPattern >> 14) << 14)
  }

  /// A value as it can be stored: steps of 1/1024 from -2 to 2.
  static func storable(value: Float) -> Float {
    (min(max(value, -2), 2047.0 / 1024) * 1024).rounded() / 1024
  }

  /// Reads trees from text; line ends do not count.
  init(_ text: String) {
    let digits = text.utf8.filter { $0 >= Self.zero }.map { UInt32($0 - Self.zero) }
    var place = 0
    func number(_ length: Int) -> UInt32 {
      var number: UInt32 = 0
      for _ in 0..<length where place < digits.count {
        number = number << 6 | digits[place]
        place += 1
      }
      return number
    }
    func value() -> Float { (Float(number(2)) - 2048) / 1024 }
    if !digits.isEmpty { base = value() }
    while place < digits.count {
      for _ in 0..<Self.depth {
        let measure = Int32(number(2))
        append(Question(measure: measure, bound: Float(bitPattern: number(3) << 14)))
      }
      for _ in 0..<1 << Self.depth { leaves.append(value()) }
    }
  }

  /// The text that ``init(_:)`` reads.
  var encoded: String {
    var bytes: [UInt8] = []
    func add(_ number: Int, _ length: Int) {
      for step in stride(from: length - 1, through: 0, by: -1) {
        bytes.append(Self.zero + UInt8(number >> (6 * step) & 63))
      }
    }
    add(Int(base * 1024) + 2048, 2)
    for tree in 0..<questions.count / Self.depth {
      for question in questions[tree * Self.depth..<(tree + 1) * Self.depth] {
        add(Int(question.measure), 2)
        add(Int(question.bound.bitPattern >> 14), 3)
      }
      for leaf in leaves[tree << Self.depth..<(tree + 1) << Self.depth] {
        add(Int(leaf * 1024) + 2048, 2)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

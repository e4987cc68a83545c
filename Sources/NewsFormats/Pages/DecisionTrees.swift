/// Boosted decision trees over numbers: each tree adds a value to the log-odds.
struct DecisionTrees: Sendable {
  /// A question or a leaf; the nodes of a tree follow each other in the order of a walk, those for
  /// smaller numbers first.
  struct Node: Sendable, Equatable {
    /// Which number is asked for; a leaf is -1.
    var measure: Int32
    /// Where the larger numbers go on.
    var right: Int32
    /// The largest number that goes on with the next node; a leaf's value.
    var value: Float

    static func leaf(_ value: Float) -> Node { Node(measure: -1, right: 0, value: value) }
  }

  private(set) var nodes: [Node] = []
  private(set) var roots: [Int] = []

  init() {}

  /// Adds a tree, whose places are counted from its root.
  mutating func append(_ tree: [Node]) {
    roots.append(nodes.count)
    for node in tree {
      nodes.append(
        Node(
          measure: node.measure, right: node.right + Int32(roots[roots.count - 1]),
          value: node.value))
    }
  }

  /// The log-odds.
  func score(_ measures: Span<Float>) -> Float {
    let nodes = nodes.span
    var score: Float = 0
    for root in roots {
      var place = root
      while true {
        let node = nodes[place]
        if node.measure < 0 {
          score += node.value
          break
        }
        place = measures[Int(node.measure)] <= node.value ? place + 1 : Int(node.right)
      }
    }
    return score
  }
}

// As text: of each node the measure's number and one in two digits of base 64, the digits being the
// 64 ASCII characters from `0` on; then the bound in three, or, of a leaf, its value in two.
extension DecisionTrees {
  private static let zero = UInt8(ascii: "0")

  /// A bound as it can be stored: 18 bits of a Float.
  static func storable(_ bound: Float) -> Float { Float(bitPattern: (bound.bitPattern >> 14) << 14) }

  /// A leaf's value as it can be stored: steps of 1/1024 from -2 to 2.
  static func storable(leaf value: Float) -> Float {
    (min(max(value, -2), 2047.0 / 1024) * 1024).rounded() / 1024
  }

  /// Reads trees from text; line ends do not count.
  init(_ text: String) {
    let digits = text.utf8.filter { $0 >= Self.zero }.map { Int($0 - Self.zero) }
    var place = 0
    func number(_ length: Int) -> Int {
      var number = 0
      for _ in 0..<length where place < digits.count {
        number = number << 6 | digits[place]
        place += 1
      }
      return number
    }
    /// Questions whose larger side has not been read.
    var open: [Int] = []
    while place < digits.count {
      if open.isEmpty { roots.append(nodes.count) }
      let measure = number(2) - 1
      if measure >= 0 {
        open.append(nodes.count)
        nodes.append(
          Node(
            measure: Int32(measure), right: 0,
            value: Float(bitPattern: UInt32(number(3)) << 14)))
      } else {
        nodes.append(.leaf(Float(number(2) - 2048) / 1024))
        // The walk goes on at the larger side of the last question that lacks it.
        if let last = open.popLast() { nodes[last].right = Int32(nodes.count) }
      }
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
    for node in nodes {
      add(Int(node.measure) + 1, 2)
      if node.measure < 0 {
        add(Int(node.value * 1024) + 2048, 2)
      } else {
        add(Int(node.value.bitPattern >> 14), 3)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

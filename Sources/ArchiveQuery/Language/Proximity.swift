/// Terms that stand near each other in one column of the text.
struct Proximity: Sendable, Equatable {
  /// How far two operands may be apart.
  enum Reach: Sendable, Equatable {
    /// The number of steps from one to the other: neighbours are one step apart.
    case words(Int)
    case sentence, paragraph
  }

  enum Order: Sendable, Equatable {
    case either
    /// The left one first.
    case asWritten
  }

  /// How an operand stands to the one before it.
  struct Link: Sendable, Equatable {
    var reach: Reach
    var order: Order
    /// `NOT w/5`: no such operand may be there.
    var isNegated = false
    var operand: QueryNode
  }

  var first: QueryNode
  /// Each is about the operand on its left: `a w/5 b w/3 c` has an a, a b and a c with a and b
  /// within five words, and the same b and c within three.
  var links: [Link]
}

extension Proximity.Link {
  /// The operator in the query language.
  var symbol: String {
    let name = order == .either ? "w/" : "pre/"
    let reach =
      switch reach {
      case .words(let count): String(count)
      case .sentence: "s"
      case .paragraph: "p"
      }
    return (isNegated ? "NOT " : "") + name + reach
  }
}

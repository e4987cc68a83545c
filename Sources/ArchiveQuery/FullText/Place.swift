/// Where a phrase stands in the index: in which column, and from which token to which.
struct Place: Hashable, Comparable {
  let column: Int
  let tokens: Range<Int>

  static func < (a: Place, b: Place) -> Bool {
    (a.column, a.tokens.lowerBound, a.tokens.upperBound)
      < (b.column, b.tokens.lowerBound, b.tokens.upperBound)
  }

  /// The steps from the end of this to the beginning of another place behind it: 1 for its
  /// neighbour; nil when that begins earlier or stands in another column.
  func steps(to other: Place) -> Int? {
    guard column == other.column, other.tokens.lowerBound >= tokens.upperBound else { return nil }
    return other.tokens.lowerBound - tokens.upperBound + 1
  }
}

/// What is wrong with the text of a query, and where.
public struct QuerySyntaxError: Error, Sendable, Equatable {
  /// One sentence for people.
  public let message: String
  /// The part of the query that it is about, in Unicode code points: where a caret goes.
  public let range: Range<Int>
  /// What to write instead, or nil where there is nothing to suggest.
  public let suggestion: String?

  init(_ message: String, at range: Range<Int>, suggestion: String? = nil) {
    (self.message, self.range, self.suggestion) = (message, range, suggestion)
  }
}

/// Something that was repaired or left out while a query was read.
public struct QueryNote: Sendable, Equatable {
  /// One sentence for people.
  public let message: String
  /// The part of the query that it is about, in Unicode code points.
  public let range: Range<Int>
}

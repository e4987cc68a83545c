/// The words from one on, and before another, in the order of their bytes.
package struct WordSpan: Sendable {
  /// The first word; nil for no bound.
  package var start: [UInt8]?
  /// The first word behind them; nil for no bound.
  package var end: [UInt8]?

  package init(from start: [UInt8]? = nil, to end: [UInt8]? = nil) {
    (self.start, self.end) = (start, end)
  }

  package static let all = WordSpan()
}

internal import FullTextIndex

/// Conditions on rows that stand in arrays: dates, sources, sections. They are asked while posting
/// lists are read, so that nothing is done for rows that do not meet them.
struct RowFilter {
  /// All numbers that meet the conditions lie in here.
  private(set) var span: Range<UInt32>
  /// The numbers in the span, if it has gaps: ascending.
  private var ranges: [[Range<Int>]] = []
  private var names: [Names] = []

  /// Rows of which an array has one of some ids.
  private struct Names {
    let array: [UInt32]
    /// By id.
    let isWanted: [Bool]

    func contains(_ number: UInt32) -> Bool {
      let id = Int(array[Int(number)])
      return id < isWanted.count && isWanted[id]
    }
  }

  /// A filter that all rows meet.
  init(all rows: Int) { span = 0..<UInt32(rows) }

  /// Whether a row in the span meets the conditions.
  @inline(__always)
  func contains(_ number: UInt32) -> Bool {
    guard !isSpan else { return span.contains(number) }
    return span.contains(number) && names.allSatisfy { $0.contains(number) }
      && ranges.allSatisfy { Self.contains(Int(number), in: $0) }
  }

  /// Whether all rows in the span meet the conditions.
  var isSpan: Bool { ranges.isEmpty && names.isEmpty }

  private static func contains(_ number: Int, in ranges: [Range<Int>]) -> Bool {
    let index = ranges.partitioningIndex { $0.upperBound > number }
    return index < ranges.count && ranges[index].contains(number)
  }

  /// Adds the condition that a row be in one of some ranges, which ascend.
  mutating func add(_ ranges: [Range<Int>]) {
    var joined: [Range<Int>] = []
    for range in ranges where !range.isEmpty {
      if let last = joined.last, last.upperBound == range.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
    let start = UInt32(joined.first?.lowerBound ?? 0)
    span = span.clamped(to: start..<UInt32(joined.last?.upperBound ?? 0))
    if joined.count > 1 { self.ranges.append(joined) }
  }

  /// Adds the condition that an array have one of some ids for a row.
  mutating func add(_ ids: Set<UInt32>, in array: [UInt32]) {
    var isWanted = [Bool](repeating: false, count: Int(ids.max() ?? 0) + 1)
    for id in ids { isWanted[Int(id)] = true }
    names.append(Names(array: array, isWanted: isWanted))
  }

  /// Keeps the rows in a span of numbers.
  mutating func clamp(to limits: Range<UInt32>) { span = span.clamped(to: limits) }

  /// The numbers that meet the conditions, ascending.
  var numbers: [UInt32] { isSpan ? Array(span) : span.filter(contains) }
}

internal import ArchiveStorage
internal import FullTextIndex

/// What a query about words finds in a full-text index.
///
/// An article's words are all in one segment, so that each segment answers for itself.
struct TextMatches {
  /// What is found in one segment.
  struct Part {
    /// The numbers of the rows, ascending.
    var numbers: [UInt32]
    /// Where each of the query's phrases stands in the segment.
    let phrases: [PhrasePostings]
  }

  let plan: TextPlan
  var parts: [Part]

  /// What a plan finds among the rows that meet a filter.
  init(
    _ plan: TextPlan, in index: TextIndex, _ rows: RowNumbers, _ filter: RowFilter? = nil,
    layouts: TextLayouts
  ) throws {
    self.plan = plan
    let filter = filter ?? RowFilter(all: rows.count)
    parts = try Self.phrases(of: plan, in: index, rows, filter).map { phrases in
      let test = RowTest(plan: plan, phrases: phrases, layouts: layouts)
      return Part(numbers: try test.numbers(meeting: plan.test, among: nil), phrases: phrases)
    }
  }

  /// All rows a part of whose text can meet a plan: what is denied may stand in another part.
  init(relaxed plan: TextPlan, in index: TextIndex, _ rows: RowNumbers) throws {
    self.plan = plan
    parts = try Self.phrases(of: plan, in: index, rows, RowFilter(all: rows.count)).map { phrases in
      let test = RowTest(plan: plan, phrases: phrases, layouts: nil)
      return Part(numbers: test.candidates(for: plan.test.relaxed), phrases: phrases)
    }
  }

  /// The phrases of a plan in each segment.
  private static func phrases(
    of plan: TextPlan, in index: TextIndex, _ rows: RowNumbers, _ filter: RowFilter
  ) throws -> [[PhrasePostings]] {
    try index.segments.map { segment in
      try plan.phrases.map { phrase in
        try index.checkTime()
        return try PhrasePostings(phrase, in: segment, of: index, rows, filter)
      }
    }
  }

  /// All rows, ascending.
  var numbers: [UInt32] { .union(parts.map(\.numbers)) }

  /// Leaves out the rows that do not meet a filter.
  mutating func formIntersection(_ filter: RowFilter) {
    for index in parts.indices {
      parts[index].numbers = parts[index].numbers.filter(filter.contains)
    }
  }

  /// Leaves out the rows that others do not have.
  mutating func formIntersection(_ numbers: [UInt32]) {
    for index in parts.indices {
      parts[index].numbers = parts[index].numbers.intersection(numbers)
    }
  }
}

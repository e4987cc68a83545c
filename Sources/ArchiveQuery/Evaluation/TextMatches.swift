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
  ///
  /// `relaxed` finds all rows a part of whose text can meet the plan: what is denied may stand in
  /// another part.
  init(
    _ plan: TextPlan, relaxed: Bool = false, in index: TextIndex, _ rows: RowNumbers,
    _ filter: RowFilter? = nil
  ) throws {
    let filter = filter ?? RowFilter(all: rows.count)
    self.plan = plan
    let test = relaxed ? plan.test.relaxed : plan.test
    parts = try index.segments.map { segment in
      let phrases = try plan.phrases.map { phrase in
        try PhrasePostings(phrase, in: segment, of: index, rows, filter)
      }
      return Part(numbers: test.numbers(in: phrases), phrases: phrases)
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

extension PositionTest {
  /// The rows that meet the test, ascending.
  func numbers(in phrases: [PhrasePostings]) -> [UInt32] {
    switch self {
    case .phrase(let number): return phrases[number].numbers
    case .all(let tests):
      let parts = tests.map { $0.numbers(in: phrases) }.sorted { $0.count < $1.count }
      guard var common = parts.first else { return [] }
      for part in parts.dropFirst() where !common.isEmpty { common = common.intersection(part) }
      return common
    case .any(let tests): return .union(tests.map { $0.numbers(in: phrases) })
    case .without(let test, let others):
      return test.numbers(in: phrases)
        .subtracting(.union(others.map { $0.numbers(in: phrases) }))
    case .chain(let first, let links):
      let operands = [first] + links.filter { !$0.isNegated }.map(\.operand)
      return PositionTest.all(operands).numbers(in: phrases).filter { isMet(by: $0, phrases) }
    case .window(_, let items):
      return PositionTest.all(items.map(\.test)).numbers(in: phrases)
        .filter { isMet(by: $0, phrases) }
    case .atLeast(_, let test):
      return test.numbers(in: phrases).filter { isMet(by: $0, phrases) }
    }
  }

  /// The same without what must not be there.
  fileprivate var relaxed: PositionTest {
    switch self {
    case .phrase: self
    case .all(let tests): .all(tests.map(\.relaxed))
    case .any(let tests): .any(tests.map(\.relaxed))
    case .without(let test, _): test.relaxed
    case .chain(let first, let links):
      .all([first.relaxed] + links.filter { !$0.isNegated }.map(\.operand.relaxed))
    case .window(_, let items): .all(items.map(\.test.relaxed))
    case .atLeast(_, let test): test.relaxed
    }
  }

  private func isMet(by number: UInt32, _ phrases: [PhrasePostings]) -> Bool {
    let found = phrases.enumerated().map { index, phrase in
      asks(index) ? phrase.places(inArticle: number) : []
    }
    return !places(in: found).isEmpty
  }

  /// Whether the test is about a phrase.
  private func asks(_ phrase: Int) -> Bool {
    switch self {
    case .phrase(let number): number == phrase
    case .all(let tests), .any(let tests): tests.contains { $0.asks(phrase) }
    case .without(let test, let others): test.asks(phrase) || others.contains { $0.asks(phrase) }
    case .chain(let first, let links):
      first.asks(phrase) || links.contains { $0.operand.asks(phrase) }
    case .window(_, let items): items.contains { $0.test.asks(phrase) }
    case .atLeast(_, let test): test.asks(phrase)
    }
  }
}

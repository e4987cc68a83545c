internal import ArchiveStorage

/// Works out which rows of a segment meet a position test.
///
/// As much as can be is done with sets of rows. Positions are compared for the rows that are left, and
/// texts are read for those of which positions do not tell: one by one, and each once.
struct RowTest {
  let plan: TextPlan
  let phrases: [PhrasePostings]
  /// Nil where texts are not to be read.
  let layouts: TextLayouts?

  /// The rows that meet a test, ascending, among candidates if there are some.
  func numbers(
    meeting test: PositionTest, among candidates: [UInt32]?
  ) throws -> [UInt32] {
    switch test {
    case .phrase(let number) where !plan.phrases[number].needsText:
      let all = phrases[number].numbers
      return candidates.map(all.intersection) ?? all
    case .all(let tests): return try numbers(meeting: tests, among: candidates)
    case .any(let tests):
      return .union(try tests.map { try numbers(meeting: $0, among: candidates) })
    case .without(let test, let others):
      let found = try numbers(meeting: test, among: candidates)
      guard !found.isEmpty else { return [] }
      return found.subtracting(
        .union(try others.map { try numbers(meeting: $0, among: found) }))
    case .phrase, .chain, .window, .atLeast: return try numbers(meeting: [test], among: candidates)
    }
  }

  /// The rows that meet all of some tests.
  private func numbers(
    meeting tests: [PositionTest], among candidates: [UInt32]?
  ) throws -> [UInt32] {
    // What is about sets alone leaves fewer rows to look at.
    let sets = tests.filter { $0.isAboutRows(plan) }.map { ($0, self.candidates(for: $0)) }
    let places = tests.filter { !$0.isAboutRows(plan) }
    var left = candidates
    for (test, having) in sets.sorted(by: { $0.1.count < $1.1.count }) {
      let found =
        test.isExact(plan) ? having : try numbers(meeting: test, among: left ?? having)
      left = left.map(found.intersection) ?? found
      if left?.isEmpty ?? false { return [] }
    }
    for test in places {
      let found = self.candidates(for: test)
      left = left.map(found.intersection) ?? found
      if left?.isEmpty ?? false { return [] }
    }
    guard !places.isEmpty, let left else { return left ?? [] }
    return try rows(left, meeting: places)
  }

  /// The rows outside of which none meets a test.
  func candidates(for test: PositionTest) -> [UInt32] {
    switch test {
    case .phrase(let number): return phrases[number].numbers
    case .all(let tests):
      let parts = tests.map { candidates(for: $0) }.sorted { $0.count < $1.count }
      guard var common = parts.first else { return [] }
      for part in parts.dropFirst() where !common.isEmpty { common = common.intersection(part) }
      return common
    case .any(let tests): return .union(tests.map { candidates(for: $0) })
    case .without(let test, _): return candidates(for: test)
    case .chain(let first, let links):
      let operands = [first] + links.filter { !$0.isNegated }.map(\.operand)
      return candidates(for: .all(operands))
    case .window(_, let items): return candidates(for: .all(items.map(\.test)))
    case .atLeast(_, let test): return candidates(for: test)
    }
  }

  /// Those rows of which the places meet all of some tests.
  private func rows(_ rows: [UInt32], meeting tests: [PositionTest]) throws -> [UInt32] {
    let asked = Set(tests.flatMap(\.phrases)).sorted()
    let needText = tests.contains { plan.needsText($0) }
    var found = [[Place]](repeating: [], count: phrases.count)
    var starts = [Int](repeating: 0, count: phrases.count)
    var (met, undecided): ([UInt32], [UInt32]) = ([], [])
    var work = 0
    for number in rows {
      for phrase in asked {
        found[phrase] = phrases[phrase].places(inArticle: number, from: &starts[phrase])
      }
      try checkTime(asked, found, &work)
      let places = PhrasePlaces(plan.phrases, found: found)
      guard try tests.allSatisfy({ try $0.isMet(in: places) }) else { continue }
      if try !needText || tests.allSatisfy({ try $0.isSurelyMet(in: places) }) {
        met.append(number)
      } else {
        undecided.append(number)
      }
    }
    guard !undecided.isEmpty else { return met }
    guard let layouts else { return .union([met, undecided]) }
    var metInText: [UInt32] = []
    for number in try layouts.inOrderOfTexts(undecided) {
      for phrase in asked { found[phrase] = phrases[phrase].places(inArticle: number) }
      try checkTime(asked, found, &work)
      let layout = try layouts.layout(of: number)
      let exact = try PhrasePlaces(plan.phrases, found: found, in: layout)
      if try tests.allSatisfy({ try $0.isMet(in: exact) }) { metInText.append(number) }
    }
    return .union([met, metInText.sorted()])
  }

  /// Throws where the time of the question is over. One row can have as many places as thousands of
  /// others: it is asked by their number.
  private func checkTime(_ asked: [Int], _ found: [[Place]], _ work: inout Int) throws {
    work += asked.reduce(16) { $0 + found[$1].count }
    guard work >= 4096 else { return }
    work = 0
    try layouts?.checkTime()
  }
}

extension PositionTest {
  /// Whether it can be answered by sets of rows, at least in its first steps.
  fileprivate func isAboutRows(_ plan: TextPlan) -> Bool {
    switch self {
    case .phrase(let number): !plan.phrases[number].needsText
    case .all, .any, .without: true
    case .chain, .window, .atLeast: false
    }
  }

  /// Whether the rows that its words have are those that meet it.
  fileprivate func isExact(_ plan: TextPlan) -> Bool {
    if case .phrase = self { return isAboutRows(plan) }
    return false
  }
}

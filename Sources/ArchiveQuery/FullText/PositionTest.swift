/// A condition on where phrases stand, for all that FTS5's own operators cannot say.
///
/// It is asked of an article's phrases by their number, and answers with the places that meet the
/// condition. The same test decides what is found and what is marked in a snippet.
indirect enum PositionTest: Equatable {
  /// The phrase of this number.
  case phrase(Int)
  case all([PositionTest])
  case any([PositionTest])
  /// The first, and none of the others.
  case without(PositionTest, [PositionTest])
  /// Each link is about the last operand that was not denied.
  case chain(PositionTest, [Link])
  /// So many places of each test, no two further apart than so many steps.
  case window(steps: Int, [Item])
  case atLeast(Int, PositionTest)

  struct Link: Equatable {
    var reach: Reach
    var isOrdered: Bool
    var isNegated: Bool
    var operand: PositionTest
  }

  enum Reach: Equatable {
    case steps(Int)
    case unit(Unit)
  }

  /// A part of a text that has both operands.
  enum Unit: Equatable { case sentence, paragraph }

  struct Item: Equatable {
    var count: Int
    var test: PositionTest
  }

  /// The places that meet the condition, in their order; none when it is not met.
  ///
  /// Where the text was not read these are all that may be such, so that none means none; or those
  /// that surely are, if that is asked.
  func places(in found: PhrasePlaces) throws -> [Place] {
    switch self {
    case .phrase(let number): return found[number]
    case .all(let tests):
      let parts = try tests.map { try $0.places(in: found) }
      return parts.contains(where: \.isEmpty) ? [] : Self.union(parts)
    case .any(let tests): return Self.union(try tests.map { try $0.places(in: found) })
    case .without(let test, let others):
      let denied = found.flipped
      let isDenied = try others.contains { try !$0.places(in: denied).isEmpty }
      return isDenied ? [] : try test.places(in: found)
    case .chain(let first, let links):
      return try Self.chain(first.places(in: found), links, found)
    case .window(let steps, let items):
      let items = try items.map { (count: $0.count, places: try $0.test.places(in: found)) }
      guard items.allSatisfy({ $0.places.count >= $0.count }) else { return [] }
      var window = WindowPlaces(steps: steps, items)
      return window.found()
    case .atLeast(let count, let test):
      let places = try test.places(in: found)
      return places.count >= count ? places : []
    }
  }

  /// Whether there are places that meet the condition: the same as ``places(in:)``, without looking for
  /// all of them.
  func isMet(in found: PhrasePlaces) throws -> Bool {
    switch self {
    case .phrase(let number): return !found[number].isEmpty
    case .all(let tests): return try tests.allSatisfy { try $0.isMet(in: found) }
    case .any(let tests): return try tests.contains { try $0.isMet(in: found) }
    case .without(let test, let others):
      let denied = found.flipped
      return try test.isMet(in: found) && !others.contains { try $0.isMet(in: denied) }
    case .chain(let first, let links) where links.count == 1 && !links[0].isNegated:
      let left = try first.places(in: found)
      guard !left.isEmpty else { return false }
      let right = try links[0].operand.places(in: found)
      guard left.count > right.count else {
        let partners = Partners(right, links[0], found)
        return try left.contains { try partners.contain(oneRightOf: $0) }
      }
      let partners = Partners(left, links[0], found)
      return try right.contains { try partners.contain(oneLeftOf: $0) }
    case .chain, .window, .atLeast: return try !places(in: found).isEmpty
    }
  }

  /// Whether a row surely meets the condition, as far as is known of it.
  func isSurelyMet(in found: PhrasePlaces) throws -> Bool { try isMet(in: found.flipped) }

  private static func union(_ parts: [[Place]]) -> [Place] {
    parts.count == 1 ? parts[0] : Set(parts.joined()).sorted()
  }
}

// MARK: What it is about

extension PositionTest {
  /// The parts of the test.
  private var parts: [PositionTest] {
    switch self {
    case .phrase: []
    case .all(let tests), .any(let tests): tests
    case .without(let test, let others): [test] + others
    case .chain(let first, let links): [first] + links.map(\.operand)
    case .window(_, let items): items.map(\.test)
    case .atLeast(_, let test): [test]
    }
  }

  /// The phrases that the test is about.
  var phrases: [Int] {
    if case .phrase(let number) = self { return [number] }
    return parts.flatMap(\.phrases)
  }

  /// Whether it is about sentences or paragraphs, which the index does not know.
  var asksForUnits: Bool {
    if case .chain(_, let links) = self,
      links.contains(where: { if case .unit = $0.reach { true } else { false } })
    {
      return true
    }
    return parts.contains(where: \.asksForUnits)
  }

  /// The same without what must not be there, and without what is about places.
  var relaxed: PositionTest {
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
}

// MARK: Proximity

extension PositionTest {
  /// Those places of the operands that take part in a whole chain.
  private static func chain(
    _ first: [Place], _ links: [Link], _ found: PhrasePlaces
  ) throws -> [Place] {
    guard !first.isEmpty else { return [] }
    var operands = [first]
    var joints: [Link] = []
    for link in links {
      let last = operands.count - 1
      if link.isNegated {
        let denied = found.flipped
        let partners = Partners(try link.operand.places(in: denied), link, denied)
        try operands[last].removeAll { try partners.contain(oneRightOf: $0) }
      } else {
        let next = try link.operand.places(in: found)
        let partners = Partners(operands[last], link, found)
        operands.append(try next.filter { try partners.contain(oneLeftOf: $0) })
        joints.append(link)
      }
      guard !operands.contains(where: \.isEmpty) else { return [] }
    }
    // Back again: what has no partner on its right does not take part.
    for index in joints.indices.reversed() {
      let partners = Partners(operands[index + 1], joints[index], found)
      operands[index] = try operands[index].filter { try partners.contain(oneRightOf: $0) }
    }
    return operands.contains(where: \.isEmpty) ? [] : union(operands)
  }
}

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
    var steps: Int
    var isOrdered: Bool
    var isNegated: Bool
    var operand: PositionTest
  }

  struct Item: Equatable {
    var count: Int
    var test: PositionTest
  }

  /// The places that meet the condition, in their order; none when it is not met. What was found
  /// are the places of each phrase, by its number, in their order.
  func places(in found: [[Place]]) -> [Place] {
    switch self {
    case .phrase(let number): return number < found.count ? found[number] : []
    case .all(let tests):
      let parts = tests.map { $0.places(in: found) }
      return parts.contains(where: \.isEmpty) ? [] : Self.union(parts)
    case .any(let tests): return Self.union(tests.map { $0.places(in: found) })
    case .without(let test, let others):
      return others.contains { !$0.places(in: found).isEmpty } ? [] : test.places(in: found)
    case .chain(let first, let links):
      return Self.chain(first.places(in: found), links, found)
    case .window(let steps, let items):
      return Self.window(steps, items.map { ($0.count, $0.test.places(in: found)) })
    case .atLeast(let count, let test):
      let places = test.places(in: found)
      return places.count >= count ? places : []
    }
  }

  private static func union(_ parts: [[Place]]) -> [Place] {
    parts.count == 1 ? parts[0] : Set(parts.joined()).sorted()
  }
}

// MARK: Proximity

extension PositionTest {
  /// Those places of the operands that take part in a whole chain.
  private static func chain(
    _ first: [Place], _ links: [Link], _ found: [[Place]]
  ) -> [Place] {
    var operands = [first]
    var joints: [Link] = []
    for link in links {
      let next = link.operand.places(in: found)
      let last = operands.count - 1
      if link.isNegated {
        let partners = Partners(next, link)
        operands[last].removeAll { partners.contain(oneRightOf: $0) }
      } else {
        let partners = Partners(operands[last], link)
        operands.append(next.filter { partners.contain(oneLeftOf: $0) })
        joints.append(link)
      }
    }
    // Back again: what has no partner on its right does not take part.
    for index in joints.indices.reversed() {
      let partners = Partners(operands[index + 1], joints[index])
      operands[index] = operands[index].filter { partners.contain(oneRightOf: $0) }
    }
    return operands.contains(where: \.isEmpty) ? [] : union(operands)
  }

  /// Places that one place may have a partner among.
  private struct Partners {
    let places: [Place]
    let link: Link
    let longest: Int

    init(_ places: [Place], _ link: Link) {
      (self.places, self.link) = (places, link)
      longest = places.reduce(1) { max($0, $1.tokens.count) }
    }

    /// Whether one is the right operand to this left one.
    func contain(oneRightOf place: Place) -> Bool { contain(near: place) { joins(place, $0) } }

    /// Whether one is the left operand to this right one.
    func contain(oneLeftOf place: Place) -> Bool { contain(near: place) { joins($0, place) } }

    private func joins(_ left: Place, _ right: Place) -> Bool {
      if let steps = left.steps(to: right), steps <= link.steps { return true }
      guard !link.isOrdered, let steps = right.steps(to: left) else { return false }
      return steps <= link.steps
    }

    private func contain(near place: Place, _ joins: (Place) -> Bool) -> Bool {
      let start = place.tokens.lowerBound - link.steps - longest
      let end = place.tokens.upperBound + link.steps
      var index = places.firstIndex(whereSorted: {
        ($0.column, $0.tokens.lowerBound) >= (place.column, start)
      })
      while index < places.count, places[index].column == place.column,
        places[index].tokens.lowerBound < end
      {
        if joins(places[index]) { return true }
        index += 1
      }
      return false
    }
  }

  /// The places of every stretch of text that has enough of each item.
  private static func window(_ steps: Int, _ items: [(count: Int, places: [Place])]) -> [Place] {
    let all = items.enumerated().flatMap { item, part in part.places.map { (place: $0, item: item) }
    }
    .sorted { $0.place < $1.place }
    let needed = items.reduce(0) { $0 + $1.count }
    var kept: Set<Place> = []
    for (index, first) in all.enumerated() {
      var counts = items.map(\.count)
      var stretch: Set<Place> = []
      for next in all[index...] {
        guard next.place.column == first.place.column,
          next.place.tokens.lowerBound < first.place.tokens.upperBound + steps
        else { break }
        guard next.place == first.place || first.place.steps(to: next.place) != nil else {
          continue
        }
        counts[next.item] -= 1
        stretch.insert(next.place)
      }
      // One word that two items find is still one word.
      if counts.allSatisfy({ $0 <= 0 }), stretch.count >= needed { kept.formUnion(stretch) }
    }
    return kept.sorted()
  }
}

extension Array {
  /// The first index whose element meets a condition that, once met, is met by all that follow.
  fileprivate func firstIndex(whereSorted isMet: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isMet(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

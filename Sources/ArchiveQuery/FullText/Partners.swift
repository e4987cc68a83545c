internal import FullTextIndex

/// Places that another place may have a partner among, by a link between operands.
struct Partners {
  private let link: PositionTest.Link
  private let found: PhrasePlaces
  /// The places in order, and where each ends, in the order of the ends; those where steps count.
  private let places: [Place]
  private let ends: [End]

  private struct End: Comparable {
    let column: Int
    let token: Int

    static func < (a: End, b: End) -> Bool { (a.column, a.token) < (b.column, b.token) }
  }

  init(_ places: [Place], _ link: PositionTest.Link, _ found: PhrasePlaces) {
    (self.places, self.link, self.found) = (places, link, found)
    guard case .steps = link.reach else {
      ends = []
      return
    }
    let ends = places.map { End(column: $0.column, token: $0.tokens.upperBound) }
    // As long as all places have the same length, they are in order already.
    let isSorted = zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 }
    self.ends = isSorted ? ends : ends.sorted()
  }

  /// Whether one is the right operand to this left one.
  func contain(oneRightOf place: Place) throws -> Bool {
    try hasOne(behind: place) || !link.isOrdered && hasOne(before: place)
  }

  /// Whether one is the left operand to this right one.
  func contain(oneLeftOf place: Place) throws -> Bool {
    try hasOne(before: place) || !link.isOrdered && hasOne(behind: place)
  }

  private func hasOne(behind place: Place) throws -> Bool {
    let start = place.tokens.upperBound
    var index = places.partitioningIndex {
      ($0.column, $0.tokens.lowerBound) >= (place.column, start)
    }
    switch link.reach {
    case .steps(let steps):
      guard index < places.count, places[index].column == place.column else { return false }
      return places[index].tokens.lowerBound - start < steps
    case .unit(let unit):
      guard index < places.count, places[index].column == place.column else { return false }
      let isInside = try inside(unit, of: place)
      guard isInside(place.tokens.upperBound - 1) else { return false }
      while index < places.count, places[index].column == place.column,
        isInside(places[index].tokens.lowerBound)
      {
        if isInside(places[index].tokens.upperBound - 1) { return true }
        index += 1
      }
      return false
    }
  }

  private func hasOne(before place: Place) throws -> Bool {
    let end = place.tokens.lowerBound
    switch link.reach {
    case .steps(let steps):
      let index = ends.partitioningIndex {
        $0 >= End(column: place.column, token: end - steps + 1)
      }
      guard index < ends.count, ends[index].column == place.column else { return false }
      return ends[index].token <= end
    case .unit(let unit):
      // From here on backwards.
      var index = places.partitioningIndex {
        ($0.column, $0.tokens.lowerBound) >= (place.column, end)
      }
      guard index > 0, places[index - 1].column == place.column else { return false }
      let isInside = try inside(unit, of: place)
      guard isInside(place.tokens.upperBound - 1) else { return false }
      while index > 0, places[index - 1].column == place.column,
        isInside(places[index - 1].tokens.lowerBound)
      {
        if places[index - 1].tokens.upperBound <= end { return true }
        index -= 1
      }
      return false
    }
  }

  /// Whether a token stands in the sentence or paragraph in which a place begins; where the text was not
  /// read, all or none do.
  private func inside(_ unit: PositionTest.Unit, of place: Place) throws -> (Int) -> Bool {
    let stretch = try found.layout?.stretch(unit, at: place)
    return { stretch?.contains($0) ?? !found.isSure }
  }
}

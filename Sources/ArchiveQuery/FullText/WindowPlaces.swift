/// The places of every stretch of text that has enough of each item of a window, `"a b c"~5`.
///
/// A stretch begins with a place and goes as far as another may be from it. It is moved over the text
/// from place to place, so that each place enters and leaves it once.
struct WindowPlaces {
  private let steps: Int
  /// In their order, each once.
  private let places: [Place]
  /// For each place which items have it, as a number of ``kinds``.
  private let kindOfPlace: [Int]
  private var chosen: ItemChoice

  init(steps: Int, _ items: [(count: Int, places: [Place])]) {
    self.steps = steps
    let all = items.enumerated().flatMap { item, part in part.places.map { (place: $0, item: item) }
    }.sorted { ($0.place, $0.item) < ($1.place, $1.item) }
    var (places, kindOfPlace): ([Place], [Int]) = ([], [])
    var numbers: [[Int]: Int] = [:]
    var kinds: [[Int]] = []
    var index = 0
    while index < all.count {
      let place = all[index].place
      var its: [Int] = []
      while index < all.count, all[index].place == place {
        if its.last != all[index].item { its.append(all[index].item) }
        index += 1
      }
      let number = numbers[its] ?? kinds.count
      if number == kinds.count {
        numbers[its] = number
        kinds.append(its)
      }
      places.append(place)
      kindOfPlace.append(number)
    }
    (self.places, self.kindOfPlace) = (places, kindOfPlace)
    chosen = ItemChoice(needs: items.map(\.count), kinds: kinds)
  }

  /// The places, ascending.
  mutating func found() -> [Place] {
    var isKept = [Bool](repeating: false, count: places.count)
    // What lies in one stretch need not be marked again for the next.
    var (start, end, marked) = (0, 0, 0)
    // Where its first place ends decides how far a stretch goes.
    let firsts = places.indices.sorted {
      (places[$0].column, places[$0].tokens.upperBound)
        < (places[$1].column, places[$1].tokens.upperBound)
    }
    for first in firsts {
      let (column, behind) = (places[first].column, places[first].tokens.upperBound)
      while end < places.count, isBefore(places[end], column, behind + steps) {
        chosen.add(kindOfPlace[end])
        end += 1
      }
      while start < end, isBefore(places[start], column, behind) {
        chosen.remove(kindOfPlace[start])
        start += 1
      }
      chosen.add(kindOfPlace[first])
      if chosen.isEnough() {
        isKept[first] = true
        for index in max(start, marked)..<max(end, marked) { isKept[index] = true }
        marked = max(end, marked)
      }
      chosen.remove(kindOfPlace[first])
    }
    return places.indices.filter { isKept[$0] }.map { places[$0] }
  }

  private func isBefore(_ place: Place, _ column: Int, _ token: Int) -> Bool {
    (place.column, place.tokens.lowerBound) < (column, token)
  }
}

/// Whether some items can have as many places as each needs, no place for two of them: one word that
/// two terms find is still one word.
///
/// Places come and go; what was chosen before is kept as far as it can be, and otherwise mended by
/// augmenting paths (Ford and Fulkerson).
private struct ItemChoice {
  private let needs: [Int]
  /// The items that can have a place of each kind, and the kinds that each can have.
  private let kinds: [[Int]]
  private let kindsOfItem: [[Int]]
  private let needed: Int
  /// Whether a place may be wanted by two items.
  private let isContested: Bool
  /// How many places there are of each kind and for each item, and all together.
  private var ofKind: [Int]
  private var ofItem: [Int]
  private var all = 0
  /// How many items have fewer places than they need.
  private var lacking: Int
  /// For each kind how many places each of its items has chosen.
  private var chosen: [[Int]]
  private var taken: [Int]
  private var has: [Int]

  init(needs: [Int], kinds: [[Int]]) {
    (self.needs, self.kinds) = (needs, kinds)
    var kindsOfItem = [[Int]](repeating: [], count: needs.count)
    for (kind, items) in kinds.enumerated() { for item in items { kindsOfItem[item].append(kind) } }
    self.kindsOfItem = kindsOfItem
    needed = needs.reduce(0, +)
    isContested = kinds.contains { $0.count > 1 }
    ofKind = kinds.map { _ in 0 }
    ofItem = needs.map { _ in 0 }
    lacking = needs.count { $0 > 0 }
    chosen = kinds.map { $0.map { _ in 0 } }
    taken = ofKind
    has = ofItem
  }

  mutating func add(_ kind: Int) {
    ofKind[kind] += 1
    all += 1
    for item in kinds[kind] {
      ofItem[item] += 1
      if ofItem[item] == needs[item] { lacking -= 1 }
    }
  }

  mutating func remove(_ kind: Int) {
    ofKind[kind] -= 1
    all -= 1
    for (place, item) in kinds[kind].enumerated() {
      if ofItem[item] == needs[item] { lacking += 1 }
      ofItem[item] -= 1
      if taken[kind] > ofKind[kind], chosen[kind][place] > 0 {
        chosen[kind][place] -= 1
        taken[kind] -= 1
        has[item] -= 1
      }
    }
  }

  mutating func isEnough() -> Bool {
    guard lacking == 0, all >= needed else { return false }
    guard isContested else { return true }
    for item in needs.indices {
      while has[item] < needs[item] { guard giveOne(to: item) else { return false } }
    }
    return true
  }

  /// Gives an item one place more, for which others may have to take other places.
  private mutating func giveOne(to first: Int) -> Bool {
    // From which item and by which kind of place each item was come to.
    var cameFrom = [(item: Int, kind: Int)?](repeating: nil, count: needs.count)
    var isSeen = [Bool](repeating: false, count: kinds.count)
    var queue = [first]
    var next = 0
    while next < queue.count {
      let item = queue[next]
      next += 1
      for kind in kindsOfItem[item] where !isSeen[kind] {
        isSeen[kind] = true
        if taken[kind] < ofKind[kind] {
          take(kind, for: item, cameFrom)
          return true
        }
        for (place, other) in kinds[kind].enumerated()
        where chosen[kind][place] > 0 && other != first && cameFrom[other] == nil {
          cameFrom[other] = (item, kind)
          queue.append(other)
        }
      }
    }
    return false
  }

  /// Lets an item take a free place, and each item that it was come to from one of the next item's.
  private mutating func take(_ free: Int, for last: Int, _ cameFrom: [(item: Int, kind: Int)?]) {
    taken[free] += 1
    var (item, kind) = (last, free)
    while true {
      choose(kind, item, 1)
      guard let from = cameFrom[item] else {
        has[item] += 1
        return
      }
      choose(from.kind, item, -1)
      (item, kind) = (from.item, from.kind)
    }
  }

  private mutating func choose(_ kind: Int, _ item: Int, _ change: Int) {
    guard let place = kinds[kind].firstIndex(of: item) else { return }
    chosen[kind][place] += change
  }
}

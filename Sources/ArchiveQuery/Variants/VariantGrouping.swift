/// Puts printings of one quote together, by the words that they share.
///
/// The longest printings lead; a shorter one joins the leader that has most of its shingles, if those
/// are at least ``containment`` of its own and the two stand within some days of each other. Copies
/// are cut more often than they are reworded, so that containment tells more than likeness; and as
/// all members are compared with their leader, nothing drifts along a chain.
struct VariantGrouping {
  /// The share of its shingles that a printing must have in common with its leader.
  static let containment = 0.6
  /// Shingles that two printings have in common at least: five words in a row, or as good as that.
  static let leastCommon = 3
  /// Below so many shingles the words alone do not say that it is the same quote: where both speakers
  /// are known, their names must have a word in common.
  static let telling = 8
  /// Leaders that one printing is compared with at most.
  private static let candidateLimit = 2_000

  private let quotes: [PrintedQuote]
  private let days: Int

  /// - Parameters:
  ///   - quotes: The printings, in the order of dates.
  ///   - days: How far from its leader's date a printing may be.
  init(_ quotes: [PrintedQuote], days: Int) { (self.quotes, self.days) = (quotes, days) }

  /// The groups, as indexes of the quotes, ascending: each quote that has enough words is in one.
  func groups() -> [[Int]] {
    let table = ShingleTable(quotes)
    // Undated printings come last, so that no dates meet around one of them.
    let order = quotes.indices.filter { isComparable($0, table.counts[$0]) }.sorted { a, b in
      let isUndated = (quotes[a].day == nil, quotes[b].day == nil)
      guard isUndated.0 == isUndated.1 else { return isUndated.1 }
      return (table.counts[b], a) < (table.counts[a], b)
    }
    var members: [Int: [Int]] = [:]
    /// For each shared shingle the leaders that have it.
    var leaders = [[Int32]](repeating: [], count: table.sharedCount)
    /// The last quote that was compared with a leader.
    var comparedBy = [Int32](repeating: -1, count: quotes.count)
    for quote in order {
      let (count, shared) = (table.counts[quote], table.shared[quote])
      let wanted = max(Self.leastCommon, Int((Double(count) * Self.containment).rounded(.up)))
      // Who has so many in common has one of the rarest: those that are nobody else's come first.
      let looked = max(0, count - wanted + 1 - (count - shared.count))
      var best: (leader: Int, common: Int)?
      var rest = Self.candidateLimit
      search: for shingle in shared.prefix(looked) {
        for leader in leaders[Int(shingle)].reversed() {
          let leader = Int(leader)
          if comparedBy[leader] == Int32(truncatingIfNeeded: quote) { continue }
          comparedBy[leader] = Int32(truncatingIfNeeded: quote)
          rest -= 1
          if rest < 0 { break search }
          guard isPossible(quote, leader, count) else { continue }
          let common = shared.commonCount(with: table.shared[leader])
          guard common >= wanted else { continue }
          if best.map({ ($0.common, leader) < (common, $0.leader) }) ?? true {
            best = (leader, common)
          }
        }
      }
      if let best {
        members[best.leader, default: []].append(quote)
      } else {
        members[quote] = [quote]
        for shingle in shared { leaders[Int(shingle)].append(Int32(truncatingIfNeeded: quote)) }
      }
    }
    return members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Whether a printing has enough words. Without a date, and where they are the writer's, they must
  /// be telling.
  private func isComparable(_ quote: Int, _ count: Int) -> Bool {
    let isDoubtful = quotes[quote].day == nil || quotes[quote].isIndirect
    return count >= (isDoubtful ? Self.telling : Self.leastCommon)
  }

  private func isPossible(_ quote: Int, _ leader: Int, _ count: Int) -> Bool {
    let (a, b) = (quotes[quote], quotes[leader])
    if let day = a.day, let other = b.day, abs(day - other) > days { return false }
    guard count < Self.telling, !a.speaker.isEmpty, !b.speaker.isEmpty else { return true }
    return !a.speaker.isDisjoint(with: b.speaker)
  }
}

/// The shingles of many quotes, those that several have numbered by how rare they are.
private struct ShingleTable {
  /// Of each quote, how many different shingles it has.
  private(set) var counts: [Int] = []
  /// Of each quote, the numbers of those that other quotes have too, ascending: the rarest first.
  private(set) var shared: [[UInt32]] = []
  private(set) var sharedCount = 0

  init(_ quotes: [PrintedQuote]) {
    var all: [UInt64] = []
    for quote in quotes { all += quote.shingles }
    all.sort()
    var repeated: [(hash: UInt64, count: Int)] = []
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end] == all[start] { end += 1 }
      if end - start > 1 { repeated.append((all[start], end - start)) }
      start = end
    }
    all = []
    repeated.sort { ($0.count, $0.hash) < ($1.count, $1.hash) }
    sharedCount = repeated.count
    var numbers: [UInt64: UInt32] = [:]
    numbers.reserveCapacity(repeated.count)
    for (number, shingle) in repeated.enumerated() { numbers[shingle.hash] = UInt32(number) }
    for quote in quotes {
      let shingles = quote.shingles
      counts.append(shingles.count)
      shared.append(shingles.compactMap { numbers[$0] }.sorted())
    }
  }
}

extension [UInt32] {
  /// How many numbers two ascending arrays have in common.
  fileprivate func commonCount(with other: [UInt32]) -> Int {
    var (i, j, common) = (0, 0, 0)
    while i < count, j < other.count {
      if self[i] == other[j] {
        common += 1
        i += 1
        j += 1
      } else if self[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return common
  }
}

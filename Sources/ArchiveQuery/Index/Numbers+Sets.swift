/// Sets of articles as ascending arrays of their numbers.
extension Array where Element == UInt32 {
  /// The numbers that both have.
  func intersection(_ other: [UInt32]) -> [UInt32] {
    let (few, many) = count < other.count ? (self, other) : (other, self)
    var common: [UInt32] = []
    common.reserveCapacity(few.count)
    var index = 0
    // Where one is much longer, it is searched.
    let isSearched = few.count * 8 < many.count
    for number in few {
      if isSearched {
        index = many.gallop(to: number, from: index)
      } else {
        while index < many.count, many[index] < number { index += 1 }
      }
      guard index < many.count else { break }
      if many[index] == number { common.append(number) }
    }
    return common
  }

  /// Calls the closure with the indexes of each number that both have.
  func forEachShared(with other: [UInt32], _ body: (_ index: Int, _ otherIndex: Int) -> Void) {
    var (left, right) = (0, 0)
    while left < count, right < other.count {
      let (a, b) = (self[left], other[right])
      if a == b {
        body(left, right)
        (left, right) = (left + 1, right + 1)
      } else if a < b {
        left = gallop(to: b, from: left)
      } else {
        right = other.gallop(to: a, from: right)
      }
    }
  }

  /// The numbers that the other does not have.
  func subtracting(_ other: [UInt32]) -> [UInt32] {
    guard !other.isEmpty else { return self }
    var rest: [UInt32] = []
    var index = 0
    for number in self {
      while index < other.count, other[index] < number { index += 1 }
      if index >= other.count || other[index] != number { rest.append(number) }
    }
    return rest
  }

  /// The first index from one on whose number is not smaller.
  @inline(__always)
  func gallop(to number: UInt32, from start: Int) -> Int {
    var (low, step) = (start, 1)
    while low + step < count, self[low + step] < number {
      low += step
      step *= 2
    }
    var high = Swift.min(low + step, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The numbers of several sets.
  static func union(_ sets: [[UInt32]]) -> [UInt32] {
    let sets = sets.filter { !$0.isEmpty }
    guard sets.count > 1 else { return sets.first ?? [] }
    if sets.count == 2 { return sets[0].union(sets[1]) }
    var bits = NumberBits(sets)
    bits.insertAll()
    return bits.numbers
  }

  private func union(_ other: [UInt32]) -> [UInt32] {
    var all: [UInt32] = []
    all.reserveCapacity(count + other.count)
    var (left, right) = (0, 0)
    while left < count, right < other.count {
      let (a, b) = (self[left], other[right])
      all.append(Swift.min(a, b))
      if a <= b { left += 1 }
      if b <= a { right += 1 }
    }
    all.append(contentsOf: self[left...])
    all.append(contentsOf: other[right...])
    return all
  }
}

/// One bit for each number that several sets span, and for each bit its place among those set.
struct NumberBits {
  private let sets: [[UInt32]]
  private let first: UInt32
  private var words: [UInt64]
  /// The bits set before each word.
  private var ranks: [UInt32] = []
  private(set) var count = 0

  init(_ sets: [[UInt32]]) {
    self.sets = sets
    first = sets.compactMap(\.first).min() ?? 0
    let last = sets.compactMap(\.last).max() ?? 0
    words = [UInt64](repeating: 0, count: Int(last - first) / 64 + 1)
  }

  mutating func insertAll() {
    for set in sets {
      for number in set {
        let bit = Int(number - first)
        words[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
    ranks = [UInt32](repeating: 0, count: words.count)
    for (index, word) in words.enumerated() {
      ranks[index] = UInt32(count)
      count += word.nonzeroBitCount
    }
  }

  /// The numbers in ascending order.
  var numbers: [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(first + UInt32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return numbers
  }

  /// The place of a number among the numbers.
  @inline(__always)
  func rank(of number: UInt32) -> Int {
    let bit = Int(number - first)
    let below = words[bit >> 6] & (1 << UInt64(bit & 63) - 1)
    return Int(ranks[bit >> 6]) + below.nonzeroBitCount
  }
}

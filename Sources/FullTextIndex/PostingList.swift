/// The articles that have a word, and where in them it stands.
///
/// The bytes of the positions belong to the sources that the entries come from.
package struct PostingList {
  /// One article's entry.
  struct Entry {
    /// The article's id, the rowid of the FTS5 table.
    let article: Int64
    /// FTS5's position list: for each column the tokens' numbers, as differences.
    let positions: UnsafeBufferPointer<UInt8>
    /// Whether the entry takes away the ones that older segments have of this article.
    let isDeletion: Bool
    /// The numbers of the sources of which it was made, the oldest first.
    let newest: UInt16
    let oldest: UInt16

    init(
      article: Int64, positions: UnsafeBufferPointer<UInt8>, isDeletion: Bool, newest: UInt16,
      oldest: UInt16
    ) {
      (self.article, self.positions, self.isDeletion) = (article, positions, isDeletion)
      (self.newest, self.oldest) = (newest, oldest)
    }

    init(
      article: Int64, positions: UnsafeBufferPointer<UInt8>, isDeletion: Bool, source: UInt16
    ) {
      self.init(
        article: article, positions: positions, isDeletion: isDeletion, newest: source,
        oldest: source)
    }

    /// One entry for two of one article: it says what the newer one says, and takes away what the older
    /// one takes away. What an entry takes away is then in an older segment, once.
    func joined(with other: Entry) -> Entry {
      let newer = newest > other.newest ? self : other
      let older = oldest < other.oldest ? self : other
      return Entry(
        article: article, positions: newer.positions, isDeletion: older.isDeletion,
        newest: newer.newest, oldest: older.oldest)
    }
  }

  var entries: [Entry] = []
  /// Memory to merge into; what it holds means nothing.
  private var spare: [Entry] = []

  /// Takes away the first entries.
  mutating func removeFirst(_ count: Int) {
    if count == entries.count {
      entries.removeAll(keepingCapacity: true)
    } else {
      entries.removeFirst(count)
    }
  }

  /// How many entries at the beginning are of articles up to this one.
  func count(through article: Int64) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].article <= article { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Puts the entries in the order of their articles, one of each.
  ///
  /// Natural merge sort: sources are in order, each for itself, and stand one after the other.
  mutating func sort() {
    var runs = ascendingRuns()
    guard runs.count > 1 else { return }
    var (from, to): ([Entry], [Entry]) = ([], [])
    swap(&from, &entries)
    swap(&to, &spare)
    while runs.count > 1 {
      if to.count < from.count { to += from[to.count...] }
      from.withUnsafeBufferPointer { from in
        to.withUnsafeMutableBufferPointer { to in
          runs = Self.mergedByPairs(runs, of: from, to: to)
        }
      }
      swap(&from, &to)
      from.removeLast(from.count - (runs.last?.upperBound ?? 0))
    }
    swap(&from, &entries)
    swap(&to, &spare)
  }

  /// The runs of ascending entries; none where all ascend.
  private func ascendingRuns() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    entries.withUnsafeBufferPointer { entries in
      var start = 0
      for index in entries.indices.dropFirst()
      where entries[index].article <= entries[index - 1].article {
        runs.append(start..<index)
        start = index
      }
      if start > 0 { runs.append(start..<entries.count) }
    }
    return runs
  }

  /// Merges the first run with the second, the third with the fourth and so on, into memory with room
  /// for all entries. Returns the runs there.
  private static func mergedByPairs(
    _ runs: [Range<Int>], of entries: UnsafeBufferPointer<Entry>,
    to memory: UnsafeMutableBufferPointer<Entry>
  ) -> [Range<Int>] {
    guard let source = entries.baseAddress, let target = memory.baseAddress else { return [] }
    var merged: [Range<Int>] = []
    merged.reserveCapacity(runs.count / 2 + 1)
    var end = 0
    for pair in stride(from: 0, to: runs.count, by: 2) {
      let start = end
      var (left, leftEnd) = (source + runs[pair].lowerBound, source + runs[pair].upperBound)
      if pair + 1 < runs.count {
        var right = source + runs[pair + 1].lowerBound
        let rightEnd = source + runs[pair + 1].upperBound
        while left < leftEnd, right < rightEnd {
          // Whose turn it is cannot be foreseen: what follows is the same for both.
          let isLeft = left.pointee.article <= right.pointee.article
          if left.pointee.article == right.pointee.article {
            target[end] = (left.pointee.joined(with: right.pointee))
            right += 1
          } else {
            target[end] = (isLeft ? left : right).pointee
            right += isLeft ? 0 : 1
          }
          left += isLeft ? 1 : 0
          end += 1
        }
        if right < rightEnd { (left, leftEnd) = (right, rightEnd) }
      }
      let rest = leftEnd - left
      (target + end).update(from: left, count: rest)
      end += rest
      merged.append(start..<end)
    }
    return merged
  }
}

/// Words in the order of their bytes, each with its posting list: what segments are made of.
package protocol PostingSource: AnyObject {
  /// The current word; nil behind the last one.
  var word: UnsafeBufferPointer<UInt8>? { get }

  /// Adds entries of the current word, in the order of their articles: the next ones, or all there
  /// are. Their positions stay valid until the next call of this or of ``advance()``.
  ///
  /// - Parameters:
  ///   - list: The list to which they are added.
  ///   - source: The source's number, which they get.
  /// - Returns: The last article, if more entries come behind it; nil when that is all.
  /// - Throws: What reading a page throws.
  func appendEntries(to list: inout PostingList, source: UInt16) throws -> Int64?

  /// Moves to the next word.
  func advance() throws
}

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
    while runs.count > 1 {
      spare.removeAll(keepingCapacity: true)
      var merged: [Range<Int>] = []
      for pair in stride(from: 0, to: runs.count, by: 2) {
        let start = spare.count
        if pair + 1 < runs.count {
          merge(runs[pair], runs[pair + 1])
        } else {
          spare.append(contentsOf: entries[runs[pair]])
        }
        merged.append(start..<spare.count)
      }
      swap(&entries, &spare)
      runs = merged
    }
  }

  private func ascendingRuns() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in entries.indices.dropFirst()
    where entries[index].article <= entries[index - 1].article {
      runs.append(start..<index)
      start = index
    }
    if !entries.isEmpty { runs.append(start..<entries.count) }
    return runs
  }

  private mutating func merge(_ first: Range<Int>, _ second: Range<Int>) {
    var (left, right) = (first.lowerBound, second.lowerBound)
    while left < first.upperBound, right < second.upperBound {
      let (a, b) = (entries[left], entries[right])
      if a.article < b.article {
        spare.append(a)
        left += 1
      } else if b.article < a.article {
        spare.append(b)
        right += 1
      } else {
        spare.append(a.joined(with: b))
        left += 1
        right += 1
      }
    }
    spare.append(contentsOf: entries[left..<first.upperBound])
    spare.append(contentsOf: entries[right..<second.upperBound])
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

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
  }

  var entries: [Entry] = []
  private var spare: [Entry] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  /// Puts the entries in the order of their articles. Of several of one article the last stays,
  /// which is the newest source's: it says what the older ones said, or takes it away.
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

  private mutating func merge(_ older: Range<Int>, _ newer: Range<Int>) {
    var (left, right) = (older.lowerBound, newer.lowerBound)
    while left < older.upperBound, right < newer.upperBound {
      let (a, b) = (entries[left].article, entries[right].article)
      if a < b {
        spare.append(entries[left])
        left += 1
      } else {
        spare.append(entries[right])
        right += 1
        if a == b { left += 1 }
      }
    }
    spare.append(contentsOf: entries[left..<older.upperBound])
    spare.append(contentsOf: entries[right..<newer.upperBound])
  }
}

/// Words in the order of their bytes, each with its posting list: what segments are made of.
package protocol PostingSource: AnyObject {
  /// The current word; nil behind the last one.
  var word: UnsafeBufferPointer<UInt8>? { get }

  /// Adds the current word's entries, in the order of their articles. Their positions stay valid
  /// until ``advance()``.
  func appendEntries(to list: inout PostingList)

  /// Moves to the next word.
  func advance() throws
}

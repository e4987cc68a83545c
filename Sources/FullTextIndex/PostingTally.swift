/// How often a word stands in two sets of rows, and in how many of their rows.
package struct PostingTally: Sendable {
  /// How often, in the first set and in the second.
  package var tokens = (0, 0)
  /// In how many rows of each.
  package var articles = (0, 0)

  package init() {}

  /// Counts the entries of a list that say something.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - rows: The numbers of the rows.
  ///   - void: Ids whose entries are void, ascending.
  ///   - sets: For each row, by its number, 1 if it is in the first set, plus 2 if in the second.
  package mutating func count(
    _ list: PostingBytes, _ rows: RowNumbers, void: [Int64], in sets: UnsafeBufferPointer<UInt8>
  ) {
    var void = void[...]
    var tally = self
    var cursor = PostingCursor(restarts: list.restarts)
    list.bytes.withUnsafeBufferPointer { bytes in
      while cursor.moveOn(bytes) {
        guard cursor.isSaying, let row = rows.number(of: cursor.article) else { continue }
        let set = sets[Int(row)]
        guard set != 0, !void.hasNext(cursor.article) else { continue }
        let tokens = Self.tokens(of: cursor.positions, bytes)
        if set & 1 != 0 {
          tally.tokens.0 += tokens
          tally.articles.0 += 1
        }
        if set & 2 != 0 {
          tally.tokens.1 += tokens
          tally.articles.1 += 1
        }
      }
    }
    self = tally
  }

  /// How many tokens a position list names: its numbers, without the ones that announce a column and
  /// the columns.
  @inline(__always)
  private static func tokens(
    of positions: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    if positions.count == 1 { return 1 }
    var (count, offset) = (0, positions.lowerBound)
    while offset < positions.upperBound {
      if bytes[offset] == 1 {
        // The column behind it is below 128: no table has so many.
        offset += 2
        continue
      }
      while offset < positions.upperBound, bytes[offset] >= 0x80 { offset += 1 }
      offset += 1
      count += 1
    }
    return count
  }
}

/// The entries of a posting list: the numbers of their rows, and where their position lists stand.
package struct PostingEntries {
  /// Ascending.
  package let numbers: [UInt32]
  /// For each the offset in the list's bytes at which the size of its position list stands: twice the
  /// size, plus one for a deletion.
  package let places: [UInt32]
}

extension PostingBytes {
  /// The entries that say something, not those that only take away, of the rows whose numbers are in a
  /// span. Of some rows, by their ids in ascending order, the entries are void.
  package func entries(
    _ rows: RowNumbers, void: [Int64], in span: Range<UInt32>
  ) -> PostingEntries {
    var void = void[...]
    return fill(most: bytes.count / 3 + 1) { numbers, places, most in
      var count = 0
      var cursor = Cursor(self)
      bytes.withUnsafeBufferPointer { bytes in
        while cursor.moveOn(bytes) {
          guard let number = rows.number(of: cursor.article), number >= span.lowerBound,
            cursor.isSaying, !void.hasNext(cursor.article)
          else { continue }
          // In a damaged index articles need not ascend.
          guard number < span.upperBound, count < most, count == 0 || numbers[count - 1] < number
          else { return }
          numbers[count] = number
          places[count] = UInt32(truncatingIfNeeded: cursor.place)
          count += 1
        }
      }
      return count
    }
  }

  /// The same of some rows alone, by their numbers in ascending order. What lies between them is
  /// passed over, page by page where they are far from each other.
  package func entries(
    _ rows: RowNumbers, void: [Int64], among wanted: [UInt32]
  ) -> PostingEntries {
    var void = void[...]
    let ids = rows.ids(of: wanted)
    return fill(most: wanted.count) { numbers, places, _ in
      var (count, next) = (0, 0)
      var cursor = Cursor(self)
      let restartArticles = restartArticles
      bytes.withUnsafeBufferPointer { bytes in
        while next < ids.count {
          cursor.skip(to: ids[next], restartArticles)
          guard cursor.moveOn(bytes) else { return }
          let article = cursor.article
          if article < ids[next] { continue }
          while next < ids.count, ids[next] < article { next += 1 }
          guard next < ids.count, ids[next] == article, cursor.isSaying, !void.hasNext(article)
          else { continue }
          numbers[count] = wanted[next]
          places[count] = UInt32(truncatingIfNeeded: cursor.place)
          (count, next) = (count + 1, next + 1)
        }
      }
      return count
    }
  }

  /// The articles that are written out.
  private var restartArticles: [Int64] {
    bytes.withUnsafeBufferPointer { bytes in
      restarts.map { restart in
        var offset = restart
        return Int64(bitPattern: Varint.read(bytes, &offset))
      }
    }
  }

  /// How many entries say something, and how many take away what older segments said.
  package func counts() -> (saying: Int, deletions: Int) {
    var (saying, deletions) = (0, 0)
    var cursor = Cursor(self)
    bytes.withUnsafeBufferPointer { bytes in
      while cursor.moveOn(bytes) {
        if cursor.isSaying { saying += 1 }
        if cursor.isDeletion { deletions += 1 }
      }
    }
    return (saying, deletions)
  }

  private func fill(
    most: Int,
    _ body: (UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<UInt32>, Int) -> Int
  ) -> PostingEntries {
    var places: [UInt32] = []
    let numbers = [UInt32](unsafeUninitializedCapacity: most) { numbers, count in
      places = [UInt32](unsafeUninitializedCapacity: most) { places, filled in
        count = body(numbers, places, most)
        filled = count
      }
    }
    return PostingEntries(numbers: numbers, places: places)
  }
}

/// Moves over the entries of a list.
private struct Cursor {
  /// The current article.
  var article: Int64 = 0
  /// Where the size of its position list stands.
  var place = 0
  /// The size as it is written: twice the number of bytes, plus one for a deletion.
  private var size: UInt64 = 0
  private var offset = 0
  private let restarts: [Int]
  private var nextRestart = 0
  private var restart: Int

  init(_ list: PostingBytes) {
    restarts = list.restarts
    restart = restarts.first ?? .max
  }

  var isSaying: Bool { size > 1 }
  var isDeletion: Bool { size & 1 == 1 }

  /// Moves to the next entry; false behind the last one.
  @inline(__always)
  mutating func moveOn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset < bytes.count else { return false }
    let isWrittenOut = offset >= restart
    let number = Int64(bitPattern: Varint.read(bytes, &offset))
    if isWrittenOut {
      article = number
      nextRestart += 1
      restart = nextRestart < restarts.count ? restarts[nextRestart] : .max
    } else {
      article &+= number
    }
    place = offset
    size = Varint.read(bytes, &offset)
    // A damaged index may say anything.
    guard size >> 1 <= UInt64(bytes.count - offset) else { return false }
    offset += Int(size >> 1)
    return true
  }

  /// Moves on to the last page on which an article's entry can be, if that is not the current one. The
  /// pages are known by the articles that are written out on them.
  @inline(__always)
  mutating func skip(to article: Int64, _ restartArticles: [Int64]) {
    guard nextRestart < restartArticles.count, restartArticles[nextRestart] <= article,
      offset < restart
    else { return }
    // The first restart behind the article: steps double, then halves.
    var (low, step) = (nextRestart, 1)
    while low + step < restarts.count, restartArticles[low + step] <= article {
      low += step
      step *= 2
    }
    var high = min(low + step, restarts.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if restartArticles[middle] <= article { low = middle } else { high = middle }
    }
    (offset, nextRestart, restart) = (restarts[low], low, restarts[low])
  }
}

extension ArraySlice<Int64> {
  /// Whether an id is among these, which are asked for in ascending order.
  @inline(__always)
  fileprivate mutating func hasNext(_ id: Int64) -> Bool {
    while let first, first < id { removeFirst() }
    return first == id
  }
}

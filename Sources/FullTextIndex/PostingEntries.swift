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
      var cursor = PostingCursor(restarts: restarts)
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
      var cursor = PostingCursor(restarts: restarts)
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
    var cursor = PostingCursor(restarts: restarts)
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

extension ArraySlice<Int64> {
  /// Whether an id is among these, which are asked for in ascending order.
  @inline(__always)
  mutating func hasNext(_ id: Int64) -> Bool {
    while let first, first < id { removeFirst() }
    return first == id
  }
}

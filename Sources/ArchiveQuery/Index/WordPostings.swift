internal import FullTextIndex

/// The articles of one segment that have a word: their numbers, and where it stands in each.
struct WordPostings {
  /// Ascending.
  private(set) var numbers: [UInt32] = []
  /// Where in the bytes each article's position list begins and ends.
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private let bytes: [UInt8]

  init(_ list: PostingBytes, void: [Int64], _ rows: RowNumbers) {
    bytes = list.bytes
    let estimate = bytes.count / 4
    numbers.reserveCapacity(estimate)
    starts.reserveCapacity(estimate)
    ends.reserveCapacity(estimate)
    var cursor = RowNumbers.Cursor(rows)
    var nextVoid = 0
    list.forEachEntry { id, positions, _ in
      while nextVoid < void.count, void[nextVoid] < id { nextVoid += 1 }
      let isVoid = nextVoid < void.count && void[nextVoid] == id
      // An empty list only takes away what an older segment had.
      guard !isVoid, !positions.isEmpty, let number = cursor.number(of: id) else { return true }
      numbers.append(number)
      starts.append(UInt32(truncatingIfNeeded: positions.lowerBound))
      ends.append(UInt32(truncatingIfNeeded: positions.upperBound))
      return true
    }
  }

  /// How often the word stands in an article, one in the headline as often as four in the body.
  @inline(__always)
  func weight(at index: Int) -> UInt32 {
    let (start, end) = (Int(starts[index]), Int(ends[index]))
    if end - start == 1 { return 1 }
    return longWeight(start, end)
  }

  private func longWeight(_ start: Int, _ end: Int) -> UInt32 {
    var (weight, step): (UInt32, UInt32) = (0, 1)
    forEachNumber(start, end) { number, isColumn in
      if isColumn {
        step = number == 0 ? 1 : PhrasePostings.headlineWeight
      } else {
        weight += step
      }
    }
    return weight
  }

  /// Calls the closure with each place of the word in an article: its column and its position.
  @inline(__always)
  func forEachPosition(at index: Int, _ body: (_ column: Int, _ position: Int) -> Void) {
    var (column, position) = (0, 0)
    forEachNumber(Int(starts[index]), Int(ends[index])) { number, isColumn in
      if isColumn {
        (column, position) = (Int(number), 0)
      } else {
        position += Int(number) - 2
        body(column, position)
      }
    }
  }

  /// The numbers of a position list: 1 announces a column, all others are positions.
  @inline(__always)
  private func forEachNumber(
    _ start: Int, _ end: Int, _ body: (_ number: UInt32, _ isColumn: Bool) -> Void
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = start
      var announcesColumn = false
      while offset < end {
        var number = UInt32(bytes[offset])
        offset += 1
        if number >= 0x80 {
          number &= 0x7F
          while offset < end {
            let byte = bytes[offset]
            offset += 1
            number = number << 7 | UInt32(byte & 0x7F)
            if byte < 0x80 { break }
          }
        }
        if announcesColumn {
          body(number, true)
          announcesColumn = false
        } else if number == 1 {
          announcesColumn = true
        } else {
          body(number, false)
        }
      }
    }
  }
}

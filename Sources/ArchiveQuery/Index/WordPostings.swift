internal import FullTextIndex

/// The articles of one segment that have a word: their numbers, and where it stands in each.
struct WordPostings {
  /// Ascending.
  let numbers: [UInt32]
  /// Where in the bytes each article's position list begins and ends.
  private let places: [(start: UInt32, end: UInt32)]
  private let bytes: [UInt8]

  init(_ list: PostingBytes, void: [Int64], _ rows: RowNumbers) {
    bytes = list.bytes
    // An entry has three bytes at least. The arrays are filled without a look at their owners for
    // each of half a million entries.
    let most = bytes.count / 3 + 1
    var places: [(start: UInt32, end: UInt32)] = []
    numbers = [UInt32](unsafeUninitializedCapacity: most) { numbers, count in
      places = [(start: UInt32, end: UInt32)](unsafeUninitializedCapacity: most) { places, filled in
        var cursor = RowNumbers.Cursor(rows)
        var nextVoid = 0
        list.forEachEntry { id, positions, _ in
          while nextVoid < void.count, void[nextVoid] < id { nextVoid += 1 }
          let isVoid = nextVoid < void.count && void[nextVoid] == id
          // An empty list only takes away what an older segment had.
          guard !isVoid, !positions.isEmpty, let number = cursor.number(of: id) else {
            return true
          }
          numbers[count] = number
          places[count] = (
            UInt32(truncatingIfNeeded: positions.lowerBound),
            UInt32(truncatingIfNeeded: positions.upperBound)
          )
          count += 1
          return count < most
        }
        filled = count
      }
    }
    self.places = places
  }

  /// How often the word stands in an article, one in the headline as often as four in the body.
  @inline(__always)
  func weight(at index: Int) -> UInt32 {
    let place = places[index]
    if place.end - place.start == 1 { return 1 }
    return longWeight(Int(place.start), Int(place.end))
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
    forEachNumber(Int(places[index].start), Int(places[index].end)) { number, isColumn in
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

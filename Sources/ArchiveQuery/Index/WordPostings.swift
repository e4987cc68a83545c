internal import FullTextIndex

/// The articles of one segment that have a word: their numbers, and where it stands in each.
struct WordPostings {
  /// Ascending.
  private(set) var numbers: [UInt32]
  /// Where in the bytes the size of each article's position list stands.
  private var places: [UInt32]
  private let bytes: [UInt8]

  /// The entries of a list in a span of numbers.
  init(_ list: PostingBytes, void: [Int64], _ rows: RowNumbers, in span: Range<UInt32>) {
    self.init(list, list.entries(rows, void: void, in: span))
  }

  /// The entries of some articles, by their numbers.
  init(_ list: PostingBytes, void: [Int64], _ rows: RowNumbers, among numbers: [UInt32]) {
    self.init(list, list.entries(rows, void: void, among: numbers))
  }

  private init(_ list: PostingBytes, _ entries: PostingEntries) {
    (bytes, numbers, places) = (list.bytes, entries.numbers, entries.places)
  }

  /// Keeps some articles.
  mutating func filter(_ isWanted: (UInt32) -> Bool) {
    var kept = 0
    for index in numbers.indices where isWanted(numbers[index]) {
      (numbers[kept], places[kept]) = (numbers[index], places[index])
      kept += 1
    }
    numbers.removeLast(numbers.count - kept)
    places.removeLast(places.count - kept)
  }

  /// How often the word stands in an article, one in the headline as often as four in the body.
  @inline(__always)
  func weight(at index: Int) -> UInt32 {
    // One place, within the first 126 words or so.
    if bytes[Int(places[index])] & 0xFE == 2 { return 1 }
    return longWeight(at: index)
  }

  private func longWeight(at index: Int) -> UInt32 {
    var (weight, step): (UInt32, UInt32) = (0, 1)
    forEachNumber(at: index) { number, isColumn in
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
    forEachNumber(at: index) { number, isColumn in
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
    at index: Int, _ body: (_ number: UInt32, _ isColumn: Bool) -> Void
  ) {
    let place = Int(places[index])
    bytes.withUnsafeBufferPointer { bytes in
      var offset = place
      let end = PostingBytes.positionsEnd(bytes, &offset)
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

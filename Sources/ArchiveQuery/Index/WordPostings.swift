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
    withBytes { bytes in
      var offset = Int(places[index])
      let size = Self.number(bytes, &offset, bytes.count)
      let end = min(offset + Int(truncatingIfNeeded: size >> 1), bytes.count)
      return BestArticles.frequency(of: UnsafeBufferPointer(rebasing: bytes[offset..<end]))
    }
  }

  /// How often the word stands in an article, headline and body together.
  @inline(__always)
  func count(at index: Int) -> Int {
    if bytes[Int(places[index])] & 0xFE == 2 { return 1 }
    var count = 0
    forEachPlace(at: index) { _ in
      count += 1
      return true
    }
    return count
  }

  /// The bytes of the list: about as many as there are places.
  var size: Int { bytes.count }

  /// Calls the closure with each place of the word in an article, column << 32 | position, until it
  /// returns false.
  @inline(__always)
  func forEachPlace(at index: Int, _ body: (UInt64) -> Bool) {
    withBytes { forEachPlace(at: index, $0, body) }
  }

  /// Gives the closure the bytes of the list.
  @inline(__always)
  func withBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    bytes.withUnsafeBufferPointer(body)
  }

  /// Calls the closure with each place of the word in an article, read from the bytes of the list: for
  /// many articles these are asked for once.
  ///
  /// In a position list 1 announces a column; all other numbers are 2 more than the distance to the
  /// position before.
  @inline(__always)
  func forEachPlace(
    at index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Bool
  ) {
    var offset = Int(places[index])
    let size = Self.number(bytes, &offset, bytes.count)
    let end = min(offset + Int(truncatingIfNeeded: size >> 1), bytes.count)
    var place: UInt64 = 0
    var announcesColumn = false
    while offset < end {
      let number = Self.number(bytes, &offset, end)
      if announcesColumn {
        place = number << 32
        announcesColumn = false
      } else if number == 1 {
        announcesColumn = true
      } else {
        place &+= number &- 2
        guard body(place) else { return }
      }
    }
  }

  /// Where the word stands in the body of an article.
  func bodyPositions(at index: Int) -> BodyPositions {
    withBytes { list in
      var offset = Int(places[index])
      let size = Self.number(list, &offset, list.count)
      let end = min(offset + Int(truncatingIfNeeded: size >> 1), list.count)
      return BodyPositions(bytes: bytes, from: offset, to: end)
    }
  }

  /// Reads a number as SQLite writes it: seven bits a byte, the highest first. Here, so that it is inlined
  /// in the loops over positions.
  @inline(__always)
  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ end: Int
  ) -> UInt64 {
    var number = UInt64(bytes[offset])
    offset += 1
    if number < 0x80 { return number }
    number &= 0x7F
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      number = number << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { break }
    }
    return number
  }
}

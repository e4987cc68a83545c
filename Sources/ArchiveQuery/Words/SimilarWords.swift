internal import FullTextIndex

/// Finds, among words that come in the order of their bytes, those that are few typing errors away from
/// one: letters added, left out, changed, or swapped with their neighbour (optimal string alignment).
///
/// A row of the table of distances belongs to a beginning, and is kept for the words that share it. When
/// no number of a row is small enough, no word with this beginning is.
struct SimilarWords {
  private let wanted: [UInt32]
  private let errors: Int
  /// The characters of the word before, where each ends in its bytes, and the rows behind each; the
  /// first row is that of the empty beginning.
  private var scalars: [UInt32] = []
  private var ends: [Int] = []
  private var rows: [[Int]]
  /// As many characters are enough to tell that no word is near; Int.max where not.
  private var deadAt = Int.max

  init(_ word: String, errors: Int) {
    wanted = word.unicodeScalars.map(\.value)
    self.errors = errors
    rows = [Array(0...wanted.count)]
  }

  /// The distance of the next word, or nil where it is too far.
  mutating func distance(of word: WordList.Word) -> Int? {
    while let end = ends.last, end > word.shared {
      ends.removeLast()
      scalars.removeLast()
      rows.removeLast()
    }
    if scalars.count < deadAt { deadAt = .max }
    var place = ends.last ?? 0
    while place < word.bytes.count, deadAt == .max {
      let (scalar, length) = Self.scalar(word.bytes, place)
      place += length
      append(scalar, end: place)
    }
    guard deadAt == .max, let distance = rows.last?.last, distance <= errors else { return nil }
    return distance
  }

  private mutating func append(_ scalar: UInt32, end: Int) {
    let depth = scalars.count
    let above = rows[depth]
    var row = [Int](repeating: depth + 1, count: wanted.count + 1)
    var least = depth + 1
    for column in 0..<wanted.count {
      var cost = min(
        above[column] + (scalar == wanted[column] ? 0 : 1), above[column + 1] + 1, row[column] + 1)
      if depth > 0, column > 0, scalar == wanted[column - 1], scalars[depth - 1] == wanted[column] {
        cost = min(cost, rows[depth - 1][column - 1] + 1)
      }
      row[column + 1] = cost
      least = min(least, cost)
    }
    scalars.append(scalar)
    ends.append(end)
    rows.append(row)
    // A swap looks back two rows.
    if least > errors, (above.min() ?? 0) > errors - 1 { deadAt = depth + 1 }
  }

  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> (UInt32, length: Int) {
    let first = bytes[place]
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, place + length <= bytes.count else { return (UInt32(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in 1..<length { value = value << 6 | UInt32(bytes[place + next] & 0x3F) }
    return (value, length)
  }
}

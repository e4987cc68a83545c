internal import FullTextIndex

/// Finds, among words that come in the order of their bytes, those that are few typing errors away from
/// one: letters added, left out, changed, or swapped with their neighbour (optimal string alignment).
///
/// A row of the table of distances belongs to a beginning, and is kept for the words that share it. When
/// no number of a row is small enough, no word with this beginning is. Of a row only the numbers are
/// worked out that can be small enough, which stand next to the diagonal (Ukkonen 1985).
struct SimilarWords {
  private let wanted: [UInt32]
  private let errors: Int
  /// The characters of the word before, where each ends in its bytes, and the rows behind each; the
  /// first row is that of the empty beginning.
  private var scalars: [UInt32] = []
  private var ends: [Int] = []
  private var rows: [Row]
  /// As many characters are enough to tell that no word is near; Int.max where not.
  private var deadAt = Int.max

  init(_ word: String, errors: Int) {
    wanted = word.unicodeScalars.map(\.value)
    self.errors = errors
    rows = [Row(depth: 0, errors)]
    for column in 0...min(errors, wanted.count) { rows[0][column] = column }
  }

  /// How many typing errors are between two words; nil where there are more than so many.
  static func distance(from wanted: String, to other: String, errors: Int) -> Int? {
    var similar = SimilarWords(wanted, errors: errors)
    for scalar in other.unicodeScalars {
      similar.append(scalar.value, end: similar.scalars.count + 1)
      guard similar.deadAt == .max else { return nil }
    }
    return similar.distance
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
    return deadAt == .max ? distance : nil
  }

  /// The distance of all characters that were appended.
  private var distance: Int? {
    let distance = rows[scalars.count][wanted.count]
    return distance <= errors ? distance : nil
  }

  private mutating func append(_ scalar: UInt32, end: Int) {
    let depth = scalars.count
    let above = rows[depth]
    var row = Row(depth: depth + 1, errors)
    if depth < errors { row[0] = depth + 1 }
    let (first, last) = (max(depth + 1 - errors, 1), min(depth + 1 + errors, wanted.count))
    for column in stride(from: first, through: last, by: 1) {
      let isSame = scalar == wanted[column - 1]
      var cost = min(above[column - 1] + (isSame ? 0 : 1), above[column] + 1, row[column - 1] + 1)
      if depth > 0, column > 1, scalar == wanted[column - 2],
        scalars[depth - 1] == wanted[column - 1]
      {
        cost = min(cost, rows[depth - 1][column - 2] + 1)
      }
      row[column] = cost
    }
    scalars.append(scalar)
    ends.append(end)
    rows.append(row)
    // A swap looks back two rows.
    if row.least > errors, above.least > errors - 1 { deadAt = depth + 1 }
  }

  /// The numbers of a row that stand next to the diagonal; all others count as one error too many.
  private struct Row {
    private let first: Int
    private let tooMany: Int
    private var costs: [Int]

    init(depth: Int, _ errors: Int) {
      (first, tooMany) = (depth - errors, errors + 1)
      costs = Array(repeating: errors + 1, count: 2 * errors + 1)
    }

    var least: Int { costs.min() ?? tooMany }

    subscript(column: Int) -> Int {
      get { costs.indices.contains(column - first) ? costs[column - first] : tooMany }
      set { costs[column - first] = min(newValue, tooMany) }
    }
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

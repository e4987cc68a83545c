/// Writes the entries of words into memory: of each the document's number, and FTS5's position list
/// behind its size.
struct PostingsEncoder {
  /// The column of tokens that an older version of the article had.
  static let formerColumn: UInt64 = 15
  /// The most bytes that a token can take: an entry's beginning, a column's, and its position.
  static let mostBytes = 4 + 10 + 2 + 6

  private let memory: UnsafeMutablePointer<UInt8>?
  /// The number of bytes that were written.
  private(set) var count = 0

  /// An encoder that writes into memory with room for ``mostBytes`` a token.
  init(_ memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory.baseAddress }

  /// Writes the entries of one word, whose tokens' places come in their order:
  /// document << 40 | column << 36 | position.
  mutating func append(_ places: UnsafeBufferPointer<UInt64>) {
    var index = 0
    while index < places.count {
      let document = places[index] >> 40
      var isDeletion = false
      var (column, last): (UInt64, UInt64) = (0, 0)
      append(document)
      let sizePlace = count
      count += 1
      while index < places.count, places[index] >> 40 == document {
        let place = places[index]
        index += 1
        let its = place >> 36 & 15
        if its == Self.formerColumn {
          isDeletion = true
          continue
        }
        if its != column {
          append(1)
          append(its)
          (column, last) = (its, 0)
        }
        let position = place & 0xF_FFFF_FFFF
        append(position - last + 2)
        last = position
      }
      setSize(at: sizePlace, isDeletion: isDeletion)
    }
  }

  @inline(__always)
  private mutating func append(_ value: UInt64) {
    guard let memory else { return }
    count += Varint.write(value, to: memory + count)
  }

  /// Puts the size of the list that stands behind a place into that place, where one byte was left.
  private mutating func setSize(at place: Int, isDeletion: Bool) {
    guard let memory else { return }
    let bytes = count - place - 1
    let size = UInt64(bytes) << 1 | (isDeletion ? 1 : 0)
    let more = Varint.size(of: size) - 1
    if more > 0 {
      let list = memory + place + 1
      (list + more).update(from: list, count: bytes)
      count += more
    }
    _ = Varint.write(size, to: memory + place)
  }
}

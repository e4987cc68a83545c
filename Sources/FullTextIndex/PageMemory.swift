/// The leaf page that a segment's writer fills.
///
/// A class, because it owns memory that is written without looking whether there is room: a page has
/// room for its size and the numbers of an entry more, and what may be longer makes room first.
final class PageMemory {
  private var memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  /// An article's distance and the size of its positions.
  private static let numbers = 2 * 9

  init() {
    memory = .allocate(capacity: LeafPage.header + SegmentWriter.pageSize + Self.numbers)
    clear()
  }

  deinit { memory.deallocate() }

  /// The page as far as it is written; valid until the next change.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: memory[..<count]) }

  /// Begins a page: its header says nothing yet.
  func clear() {
    count = LeafPage.header
    for place in 0..<count { memory[place] = 0 }
  }

  /// Makes room for so many bytes, and the numbers of an entry behind them.
  func makeRoom(for bytes: Int) {
    let wanted = count + bytes + 2 * Self.numbers
    guard wanted > memory.count else { return }
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: wanted * 2)
    _ = larger.moveInitialize(fromContentsOf: memory[..<count])
    memory.deallocate()
    memory = larger
  }

  /// Puts a number into two bytes of the header.
  func setHeader(_ value: Int, at place: Int) {
    memory[place] = UInt8(truncatingIfNeeded: value >> 8)
    memory[place + 1] = UInt8(truncatingIfNeeded: value)
  }

  /// Appends a number; there must be room.
  @inline(__always)
  func append(_ number: UInt64) {
    assert(count + 9 <= memory.count)
    guard let start = memory.baseAddress else { return }
    count &+= Varint.write(number, to: start + count)
  }

  /// Appends bytes, of which there are few, as a rule; there must be room.
  @inline(__always)
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    assert(count + bytes.count <= memory.count)
    guard let start = memory.baseAddress, let source = bytes.baseAddress else { return }
    let place = start + count
    if bytes.count <= 4 {
      for index in 0..<bytes.count { place[index] = source[index] }
    } else {
      place.update(from: source, count: bytes.count)
    }
    count &+= bytes.count
  }
}

/// One word's posting list as it stands in a segment: the pieces of its pages put together.
///
/// Articles are written as differences, but the first one that begins on a page is written out: the
/// places of those are kept beside the bytes.
package struct PostingBytes {
  package private(set) var bytes: [UInt8] = []
  /// The offsets at which an article is written out.
  private(set) var restarts: [Int] = []

  package init() {}

  /// Adds a page's piece. `restart` is where in it an article is written out, if that is the case: an
  /// offset at or behind its end means that none is.
  mutating func append(_ piece: some Collection<UInt8>, restart: Int?) {
    if let restart, restart < piece.count { restarts.append(bytes.count + restart) }
    bytes.append(contentsOf: piece)
  }

  /// Takes away, and gives back, all entries before the last that is written out; nil where nothing
  /// is written out behind the first.
  mutating func removeBeforeLastRestart() -> PostingBytes? {
    guard let last = restarts.last, last > 0 else { return nil }
    var whole = PostingBytes()
    whole.bytes = Array(bytes[..<last])
    whole.restarts = restarts.dropLast()
    bytes.removeFirst(last)
    restarts = [0]
    return whole
  }

  /// Moves an offset from the size of a position list to its beginning; gives its end.
  package static func positionsEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int
  ) -> Int {
    let size = Varint.read(bytes, &offset)
    return min(offset + Int(truncatingIfNeeded: size >> 1), bytes.count)
  }

  /// Calls the closure with each article and the place of its position list, until it returns
  /// false.
  @inline(__always)
  package func forEachEntry(
    _ body: (_ article: Int64, _ positions: Range<Int>, _ isDeletion: Bool) -> Bool
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      var article: Int64 = 0
      var nextRestart = 0
      var restart = restarts.first ?? .max
      while offset < bytes.count {
        if offset >= restart {
          article = Int64(bitPattern: Varint.read(bytes, &offset))
          nextRestart += 1
          restart = nextRestart < restarts.count ? restarts[nextRestart] : .max
        } else {
          article &+= Int64(bitPattern: Varint.read(bytes, &offset))
        }
        let size = Varint.read(bytes, &offset)
        let count = Int(truncatingIfNeeded: size >> 1)
        // A damaged index may say anything.
        guard count <= bytes.count - offset else { return }
        guard body(article, offset..<offset + count, size & 1 == 1) else { return }
        offset += count
      }
    }
  }
}

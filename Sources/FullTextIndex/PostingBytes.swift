/// One word's posting list as it stands in a segment: the pieces of its pages put together.
///
/// Articles are written as differences, but the first one that begins on a page is written out: the
/// places of those are kept beside the bytes.
package struct PostingBytes {
  package private(set) var bytes: [UInt8] = []
  /// The offsets at which an article is written out.
  private(set) var restarts: [Int] = []

  package init() {}

  /// Makes room for so many pages more.
  package mutating func reserve(pages: Int) {
    bytes.reserveCapacity(bytes.count + pages * SegmentWriter.pageSize)
    restarts.reserveCapacity(restarts.count + pages)
  }

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
}

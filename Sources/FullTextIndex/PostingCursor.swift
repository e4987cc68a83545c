/// Moves over the entries of a list.
struct PostingCursor {
  /// The current article.
  var article: Int64 = 0
  /// Where the size of its position list stands.
  var place = 0
  /// The size as it is written: twice the number of bytes, plus one for a deletion.
  private var size: UInt64 = 0
  private var offset = 0
  private let restarts: [Int]
  private var nextRestart = 0
  private var restart: Int

  /// A cursor before the first entry of a list, in which articles are written out at some offsets.
  init(restarts: [Int] = []) {
    self.restarts = restarts
    restart = restarts.first ?? .max
  }

  /// Where the position list stands.
  var positions: Range<Int> { offset - Int(size >> 1)..<offset }
  var isSaying: Bool { size > 1 }
  var isDeletion: Bool { size & 1 == 1 }

  /// Moves to the next entry; false behind the last one.
  @inline(__always)
  mutating func moveOn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset < bytes.count else { return false }
    let isWrittenOut = offset >= restart
    let number = Int64(bitPattern: Varint.read(bytes, &offset))
    if isWrittenOut {
      article = number
      nextRestart += 1
      restart = nextRestart < restarts.count ? restarts[nextRestart] : .max
    } else {
      article &+= number
    }
    place = offset
    size = Varint.read(bytes, &offset)
    // A damaged index may say anything.
    guard size >> 1 <= UInt64(bytes.count - offset) else { return false }
    offset += Int(size >> 1)
    return true
  }

  /// Moves on to the last page on which an article's entry can be, if that is not the current one. The
  /// pages are known by the articles that are written out on them.
  @inline(__always)
  mutating func skip(to article: Int64, _ restartArticles: [Int64]) {
    guard nextRestart < restartArticles.count, restartArticles[nextRestart] <= article,
      offset < restart
    else { return }
    // The first restart behind the article: steps double, then halves.
    var (low, step) = (nextRestart, 1)
    while low + step < restarts.count, restartArticles[low + step] <= article {
      low += step
      step *= 2
    }
    var high = min(low + step, restarts.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if restartArticles[middle] <= article { low = middle } else { high = middle }
    }
    (offset, nextRestart, restart) = (restarts[low], low, restarts[low])
  }
}

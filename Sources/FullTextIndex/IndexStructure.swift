/// Which segments make up an index: FTS5's structure record.
package struct IndexStructure: Sendable, Equatable {
  /// The rowid of the record in `%_data` (`FTS5_STRUCTURE_ROWID`).
  package static let row: Int64 = 10

  /// A run of pages with words of their own.
  package struct Segment: Sendable, Equatable {
    /// Its number, from 1 to 65,535.
    package let id: Int
    package let firstPage: Int
    package let lastPage: Int

    package init(id: Int, firstPage: Int, lastPage: Int) {
      (self.id, self.firstPage, self.lastPage) = (id, firstPage, lastPage)
    }

    /// Whether FTS5 could have made it: pages have 31 bits.
    fileprivate var isPossible: Bool {
      1...65_535 ~= id && 1 <= firstPage && firstPage <= lastPage && lastPage < 1 << 31
    }

    /// The number of its pages.
    package var pages: Int { lastPage - firstPage + 1 }
  }

  /// The segments from the newest level to the oldest; in each the oldest first. The first number
  /// of a level counts the segments that FTS5 is merging: it is kept as it is.
  private var levels: [(merging: Int, segments: [Segment])]
  /// Changes when the settings of the table change.
  private let cookie: [UInt8]
  private var pagesWritten: UInt64

  /// The structure that a record describes; nil when it is none, one of a later version, or damaged: then
  /// its numbers may say anything.
  package init?(_ record: [UInt8]) {
    guard record.count >= 7, record[4] != 0xFF else { return nil }
    cookie = Array(record[..<4])
    var levels: [(merging: Int, segments: [Segment])] = []
    pagesWritten = record.withUnsafeBufferPointer { bytes in
      var offset = 4
      func number() -> Int { Int(truncatingIfNeeded: Varint.read(bytes, &offset)) }
      let levelCount = max(0, number())
      _ = number()
      let pagesWritten = Varint.read(bytes, &offset)
      for _ in 0..<min(levelCount, 64) {
        let merging = number()
        let segments = (0..<max(0, min(number(), 2000))).map { _ in
          Segment(id: number(), firstPage: number(), lastPage: number())
        }
        levels.append((merging, segments))
      }
      return pagesWritten
    }
    self.levels = levels
    guard segments.allSatisfy(\.isPossible), pagesWritten <= UInt64.max >> 1 else { return nil }
  }

  package static func == (a: IndexStructure, b: IndexStructure) -> Bool { a.record == b.record }

  /// The record for `%_data`.
  package var record: [UInt8] {
    var bytes = cookie
    Varint.append(levels.count, to: &bytes)
    Varint.append(levels.reduce(0) { $0 + $1.segments.count }, to: &bytes)
    Varint.append(pagesWritten, to: &bytes)
    for level in levels {
      Varint.append(level.merging, to: &bytes)
      Varint.append(level.segments.count, to: &bytes)
      for segment in level.segments {
        for value in [segment.id, segment.firstPage, segment.lastPage] {
          Varint.append(value, to: &bytes)
        }
      }
    }
    return bytes
  }

  /// All segments, the oldest first: what a newer one says of an article holds.
  package var segments: [Segment] { levels.reversed().flatMap(\.segments) }

  /// A number that no segment has.
  package var freeSegmentID: Int {
    let taken = Set(segments.map(\.id))
    return (1...65_535).first { !taken.contains($0) } ?? 0
  }

  /// Adds a segment that is newer than all others.
  package mutating func add(_ segment: Segment) {
    if levels.isEmpty { levels.append((0, [])) }
    levels[0].segments.append(segment)
    pagesWritten += UInt64(segment.lastPage - segment.firstPage + 1)
  }

  /// The newest level that has so many segments, all of them to be merged into one.
  package func mergeable(atLeast count: Int) -> (level: Int, segments: [Segment])? {
    levels.enumerated().first { $0.element.segments.count >= count && $0.element.merging == 0 }
      .map { ($0.offset, $0.element.segments) }
  }

  /// The segments of a level, the oldest first.
  package func segments(ofLevel level: Int) -> [Segment] { levels[level].segments }

  /// Whether there is no segment older than those of a level.
  package func isOldest(level: Int) -> Bool {
    levels[(level + 1)...].allSatisfy(\.segments.isEmpty)
  }

  /// Puts one segment in the place of all; nil where nothing is left.
  package mutating func replaceAll(by segment: Segment?) {
    let oldest = max(levels.count - 1, 1)
    levels = Array(repeating: (merging: 0, segments: []), count: oldest + 1)
    levels[oldest].segments = segment.map { [$0] } ?? []
  }

  /// Puts one segment in the place of all of a level: it is the newest of the next level.
  package mutating func replace(level: Int, by segment: Segment?) {
    levels[level].segments.removeAll()
    guard let segment else { return }
    if level + 1 == levels.count { levels.append((0, [])) }
    levels[level + 1].segments.append(segment)
  }
}

/// How many articles an index has, and how many tokens in each column: FTS5's averages record.
package struct IndexTotals: Sendable, Equatable {
  /// The rowid of the record in `%_data` (`FTS5_AVERAGES_ROWID`).
  package static let row: Int64 = 1

  package var articles = 0
  package var tokens: [Int]

  /// The totals of a record, which is empty in a new index; nil where it is damaged.
  package init?(_ record: [UInt8], columns: Int) {
    let numbers = Self.counts(record, columns: columns + 1)
    guard numbers.allSatisfy({ 0..<1 << 48 ~= $0 }) else { return nil }
    (articles, tokens) = (numbers[0], Array(numbers[1...]))
  }

  /// The totals of an index without articles.
  package init(columns: Int) { tokens = Array(repeating: 0, count: columns) }

  /// The record for `%_data`.
  package var record: [UInt8] {
    var bytes: [UInt8] = []
    for number in [articles] + tokens { Varint.append(number, to: &bytes) }
    return bytes
  }

  /// One article's counts as `%_docsize` has them.
  package static func sizes(_ counts: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    for count in counts { Varint.append(count, to: &bytes) }
    return bytes
  }

  /// The counts of a row of `%_docsize`; 0 for what is missing.
  package static func counts(_ sizes: [UInt8], columns: Int) -> [Int] {
    var offset = 0
    return sizes.withUnsafeBufferPointer { bytes in
      (0..<columns).map { _ in Int(truncatingIfNeeded: Varint.read(bytes, &offset)) }
    }
  }
}

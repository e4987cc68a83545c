/// The articles of a segment in which a word counts for most: what a ranked search for one common word
/// is answered from.
///
/// By BM25 an article is the better the more often it has the word and the shorter it is, whatever the
/// average length comes to be. So one is kept unless ``kept`` others have the word at least as often and
/// are not longer: the best of a search are always among these.
package struct BestArticles {
  package struct Entry: Equatable {
    package let article: Int64
    /// How often the article has the word, once in the headline as often as four times in the body.
    package let frequency: UInt32
    /// The article's tokens, 65,535 for more.
    package let length: UInt16

    package init(article: Int64, frequency: UInt32, length: UInt16) {
      (self.article, self.frequency, self.length) = (article, frequency, length)
    }

    /// Whether it comes first among articles that have the word as often: shorter, or newer.
    fileprivate func comesBefore(_ other: Entry) -> Bool {
      length != other.length ? length < other.length : article > other.article
    }
  }

  /// So many of the best are exact.
  package static let kept = 64
  /// Lists with fewer entries are read as quickly.
  package static let fewestEntries = 4096
  /// A word in the headline says as much as so many in the body.
  package static let headlineWeight: UInt32 = 4

  /// The entries that say something.
  package private(set) var articles = 0
  /// The entries that take away what older segments say.
  package private(set) var deletions = 0
  /// By frequency, the first ones in their order.
  private var byFrequency: [UInt32: [Entry]] = [:]
  /// The last of the first ones, by frequency, where there are as many as are kept.
  private var bars = [Entry?](repeating: nil, count: 64)

  package init() {}

  /// Takes in an article.
  @inline(__always)
  package mutating func add(_ entry: Entry) {
    if entry.frequency < 64, let bar = bars[Int(entry.frequency)], !entry.comesBefore(bar) {
      return
    }
    insert(entry)
  }

  /// Counts an entry of a list.
  package mutating func count(isSaying: Bool, isDeletion: Bool) {
    if isSaying { articles += 1 }
    if isDeletion { deletions += 1 }
  }

  private mutating func insert(_ entry: Entry) {
    var entries = byFrequency.removeValue(forKey: entry.frequency) ?? []
    entries.insert(entry, at: entries.partitioningIndex { entry.comesBefore($0) })
    if entries.count > Self.kept { entries.removeLast() }
    if entries.count == Self.kept, entry.frequency < 64 {
      bars[Int(entry.frequency)] = entries.last
    }
    byFrequency[entry.frequency] = entries
  }

  /// What is kept, by falling frequency.
  package var entries: [Entry] {
    var kept: [Entry] = []
    // Of the articles that have the word more often, the first ones.
    var better: [Entry] = []
    for (_, its) in byFrequency.sorted(by: { $0.key > $1.key }) {
      var (left, right) = (better[...], its[...])
      better = []
      while better.count < Self.kept, let next = right.first ?? left.first {
        if let other = left.first, right.isEmpty || other.length <= next.length {
          better.append(other)
          left.removeFirst()
        } else {
          better.append(next)
          kept.append(next)
          right.removeFirst()
        }
      }
    }
    return kept
  }

  /// The form that is stored: numbers as SQLite has them. The entries that say something and those that
  /// take away, then of each that is kept the frequency, the length and the article.
  package var record: [UInt8] {
    var bytes: [UInt8] = []
    Varint.append(articles, to: &bytes)
    Varint.append(deletions, to: &bytes)
    for entry in entries {
      Varint.append(UInt64(entry.frequency), to: &bytes)
      Varint.append(UInt64(entry.length), to: &bytes)
      Varint.append(UInt64(bitPattern: entry.article), to: &bytes)
    }
    return bytes
  }

  /// Reads what ``record`` wrote.
  package static func read(
    _ record: [UInt8]
  ) -> (articles: Int, deletions: Int, entries: [Entry]) {
    record.withUnsafeBufferPointer { bytes in
      var offset = 0
      let articles = Int(truncatingIfNeeded: Varint.read(bytes, &offset))
      let deletions = Int(truncatingIfNeeded: Varint.read(bytes, &offset))
      var entries: [Entry] = []
      while offset < bytes.count {
        let frequency = UInt32(truncatingIfNeeded: Varint.read(bytes, &offset))
        let length = UInt16(truncatingIfNeeded: Varint.read(bytes, &offset))
        let article = Int64(bitPattern: Varint.read(bytes, &offset))
        entries.append(Entry(article: article, frequency: frequency, length: length))
      }
      return (articles, deletions, entries)
    }
  }

  /// How often a position list has its word, once in the headline as often as four times in the body.
  package static func frequency(of positions: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if positions.count == 1 { return 1 }
    var (frequency, step): (UInt32, UInt32) = (0, 1)
    var offset = 0
    while offset < positions.count {
      let number = Varint.read(positions, &offset)
      if number == 1 {
        step = Varint.read(positions, &offset) == 0 ? 1 : headlineWeight
      } else {
        frequency += step
      }
    }
    return frequency
  }
}

/// The lengths of articles in tokens, 65,535 for more.
package struct ArticleLengths {
  private let rows: RowNumbers
  private let lengths: [UInt16]

  /// The lengths of articles by their numbers.
  package init(_ rows: RowNumbers, _ lengths: [UInt16]) {
    (self.rows, self.lengths) = (rows, lengths)
  }

  @inline(__always)
  package subscript(article: Int64) -> UInt16 {
    guard let number = rows.number(of: article), Int(number) < lengths.count else { return 0 }
    return lengths[Int(number)]
  }
}

internal import ArchiveStorage
internal import FullTextIndex

/// How often each word stands in sets of articles, headlines and bodies together: counted in the
/// full-text index, without reading a text.
struct WordFrequencies {
  /// How often a word stands in a set, and in how many of its articles.
  struct Frequency {
    var tokens = 0
    var articles = 0
  }

  /// The words, numbered.
  private(set) var words = WordTable()
  /// For each set the frequency of each word, by its number.
  private(set) var sets: [[Frequency]]
  /// For each set all tokens.
  private(set) var totals: [Int]

  /// Counts words in sets of articles, each an array that says by an article's number whether it has
  /// it.
  init(of sets: [[Bool]], in reader: ArchiveReader) throws {
    let state = try reader.state()
    let rows = state.arrays.numbers
    self.sets = sets.map { _ in [] }
    totals = sets.map { _ in 0 }
    // Which sets an article is in, a bit each.
    var membership = [UInt8](repeating: 0, count: rows.count)
    for (index, set) in sets.enumerated() {
      for number in set.indices where set[number] { membership[number] |= 1 << index }
    }
    for segment in state.index.segments {
      try state.index.forEachWord(in: segment) { word, list in
        let number = Int(word.withUnsafeBufferPointer { words.number(of: $0) })
        var its = self.sets.map { number < $0.count ? $0[number] : Frequency() }
        list.forEachEntry { article, positions, _ in
          guard !positions.isEmpty, let row = rows.number(of: article) else { return true }
          let member = membership[Int(row)]
          guard member != 0, !segment.isVoid(article) else { return true }
          let tokens = list.tokens(in: positions)
          for index in its.indices where member & 1 << index != 0 {
            its[index].tokens += tokens
            its[index].articles += 1
          }
          return true
        }
        for index in its.indices {
          if number == self.sets[index].count {
            self.sets[index].append(its[index])
          } else {
            self.sets[index][number] = its[index]
          }
        }
      }
    }
    totals = self.sets.map { $0.reduce(0) { $0 + $1.tokens } }
  }

  /// How often a word stands in a set.
  func frequency(of word: UnsafeBufferPointer<UInt8>, in set: Int) -> Frequency {
    guard let number = words.knownNumber(of: word) else { return Frequency() }
    return sets[set][Int(number)]
  }
}

extension TextIndex.Segment {
  /// Whether a newer segment has an article anew.
  @inline(__always)
  fileprivate func isVoid(_ article: Int64) -> Bool {
    guard !void.isEmpty else { return false }
    let index = void.partitioningIndex { $0 >= article }
    return index < void.count && void[index] == article
  }
}

extension PostingBytes {
  /// How many tokens a position list names: its numbers, without the ones that announce a column and
  /// the columns.
  @inline(__always)
  fileprivate func tokens(in positions: Range<Int>) -> Int {
    if positions.count == 1 { return 1 }
    return bytes.withUnsafeBufferPointer { bytes in
      var (count, offset) = (0, positions.lowerBound)
      var isColumn = false
      while offset < positions.upperBound {
        let isMark = bytes[offset] == 1 && !isColumn
        while offset < positions.upperBound, bytes[offset] >= 0x80 { offset += 1 }
        offset += 1
        if !isMark && !isColumn { count += 1 }
        isColumn = isMark
      }
      return count
    }
  }
}

internal import ArchiveStorage
internal import FullTextIndex

/// How often each word stands in two sets of articles, headlines and bodies together: counted in the
/// full-text index, without reading a text.
struct WordFrequencies {
  /// The words, numbered.
  private(set) var words = WordTable()
  /// How often each word stands in the sets, by its number.
  private(set) var tallies: [PostingTally] = []
  /// All tokens of each set.
  private(set) var totals = (0, 0)

  /// Counts words in sets of articles, each an array that says by an article's number whether it has
  /// it.
  init(of first: [Bool], and second: [Bool] = [], in reader: ArchiveReader) throws {
    let state = try reader.state()
    let rows = state.arrays.numbers
    var sets = [UInt8](repeating: 0, count: rows.count)
    for number in first.indices where first[number] { sets[number] |= 1 }
    for number in second.indices where second[number] { sets[number] |= 2 }
    for segment in state.index.segments {
      try state.index.forEachWord(in: segment) { word, list in
        let number = Int(word.withUnsafeBufferPointer { words.number(of: $0) })
        if number == tallies.count { tallies.append(PostingTally()) }
        sets.withUnsafeBufferPointer {
          tallies[number].count(list, rows, void: segment.void, in: $0)
        }
      }
    }
    for tally in tallies {
      totals = (totals.0 + tally.tokens.0, totals.1 + tally.tokens.1)
    }
  }

  /// How often a word stands in the sets.
  func tally(of word: UnsafeBufferPointer<UInt8>) -> PostingTally {
    words.knownNumber(of: word).map { tallies[Int($0)] } ?? PostingTally()
  }
}

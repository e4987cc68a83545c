internal import ArchiveStorage

/// A text as people see it, with its words as the index has them.
struct IndexedText {
  let text: String
  /// Folded: in lower case and without accents.
  let words: [String]
  /// Where the words stand in the text, as UTF-8 byte offsets.
  let ranges: [Range<Int>]
  /// Whether the index has one character a word.
  let isSegmented: Bool

  /// A text, and what the index saw in its place, if that is something else: the same with white
  /// space between the characters of scripts that have none.
  init(_ text: String, segmented: String?, _ tokenizer: Tokenizer) {
    let tokens = tokenizer.tokens(of: segmented ?? text)
    self.text = text
    words = tokens.words
    isSegmented = segmented != nil
    ranges = segmented.map { Self.move(tokens.ranges, from: $0, to: text) } ?? tokens.ranges
  }

  /// The ranges of a segmented text in the text itself, which lacks only some white space.
  private static func move(
    _ ranges: [Range<Int>], from segmented: String, to text: String
  ) -> [Range<Int>] {
    let (segmented, text) = (Array(segmented.utf8), Array(text.utf8))
    // The place in the text of each byte of the segmented one, and of its end.
    var places = [Int](repeating: text.count, count: segmented.count + 1)
    var place = 0
    for (index, byte) in segmented.enumerated() {
      places[index] = place
      if place < text.count, text[place] == byte { place += 1 }
    }
    return ranges.map { range in
      let end = range.isEmpty ? places[range.lowerBound] : places[range.upperBound - 1] + 1
      return places[range.lowerBound]..<min(end, text.count)
    }
  }
}

internal import ArchiveStorage

/// A text as people see it, with the tokens that the index has of it.
struct IndexedText {
  let text: String
  /// Where the tokens stand in the text, as UTF-8 byte offsets.
  let ranges: [Range<Int>]
  /// For each word that is looked for the tokens that are it, ascending.
  let tokens: [[Int]]
  /// Whether the index has one character a word.
  let isSegmented: Bool

  /// A text, and what the index saw in its place, if that is something else: the same with white
  /// space between the characters of scripts that have none.
  init(_ text: String, segmented: String?, _ words: WantedWords, _ tokenizer: Tokenizer) {
    self.text = text
    isSegmented = segmented != nil
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(text.utf8.count / 5)
    var tokens = [[Int]](repeating: [], count: words.count)
    tokenizer.forEachToken(of: segmented ?? text) { token, range in
      words.forEachMatch(of: token) { tokens[$0].append(ranges.count) }
      ranges.append(range)
    }
    self.tokens = tokens
    self.ranges = segmented.map { Self.move(ranges, from: $0, to: text) } ?? ranges
  }

  /// A part of the text, by its bytes.
  func piece(_ range: Range<Int>) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<text.utf8.index(start, offsetBy: range.count)])
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

extension IndexedText {
  /// Behind the vowel signs and accents that follow a word's last letter: to the tokenizer they are no
  /// part of it, to a reader they are.
  func endOfMarks(from offset: Int) -> Int {
    let bytes = text.utf8
    guard offset < bytes.count else { return offset }
    let start = bytes.index(bytes.startIndex, offsetBy: offset)
    guard bytes[start] >= 0xCC else { return offset }
    var end = offset
    for scalar in text.unicodeScalars[start...] {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark: end += UTF8.width(scalar)
      default: return end
      }
    }
    return end
  }
}

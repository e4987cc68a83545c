internal import FullTextIndex
internal import NewsText

/// Where sentences and paragraphs begin in the texts of a row, in tokens as the index counts them.
struct TextLayout {
  /// The lead is the body's first paragraphs until they have so many words…
  static let shortestLead = 20
  /// …and never more than so many. Characters of scripts without spaces count as words.
  static let longestLead = 100

  struct Column {
    let bytes: [UInt8]
    /// Where each token stands in the bytes.
    let tokens: [Range<Int>]
    /// The first token of each, ascending.
    fileprivate let paragraphs: [Int]
    fileprivate let sentences: [Int]

    /// The layout of a text whose tokens stand there.
    init(_ text: String, tokens: [Range<Int>]) {
      bytes = Array(text.utf8)
      self.tokens = tokens
      var (paragraphs, sentences): ([Int], [Int]) = ([], [])
      var token = 0
      func addToken(at byte: Int, to starts: inout [Int]) {
        while token < tokens.count, tokens[token].lowerBound < byte { token += 1 }
        if token < tokens.count, starts.last != token { starts.append(token) }
      }
      for line in Self.lines(of: bytes) {
        addToken(at: line.lowerBound, to: &paragraphs)
        for sentence in bytes.sentences(in: line) {
          addToken(at: sentence.lowerBound, to: &sentences)
        }
      }
      (self.paragraphs, self.sentences) = (paragraphs, sentences)
    }

    /// The lines of a text that are not empty: its paragraphs, as the archive keeps them.
    private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
      var lines: [Range<Int>] = []
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if end > start { lines.append(start..<end) }
        start = end + 1
      }
      return lines
    }

    /// The tokens of the sentence or paragraph that has a token.
    fileprivate func unit(_ starts: [Int], having token: Int) -> Range<Int> {
      let next = starts.partitioningIndex { $0 > token }
      let start = next > 0 ? starts[next - 1] : 0
      return start..<max(next < starts.count ? starts[next] : tokens.count, token + 1)
    }
  }

  let columns: [Column]

  /// Where the lead ends, in tokens of the first column.
  var leadEnd: Int {
    guard let body = columns.first else { return 0 }
    let paragraphEnd = body.paragraphs.first { $0 >= Self.shortestLead } ?? body.tokens.count
    return min(paragraphEnd, Self.longestLead)
  }

  /// The tokens of the sentence or paragraph in which a place begins.
  func unit(_ reach: PositionTest.Unit, at place: Place) -> Range<Int> {
    guard place.column < columns.count else { return place.tokens }
    let column = columns[place.column]
    return column.unit(
      reach == .sentence ? column.sentences : column.paragraphs, having: place.tokens.lowerBound)
  }
}

extension TextLayout.Column {
  /// The layout of a text that was cut into tokens.
  init(_ text: IndexedText) { self.init(text.text, tokens: text.ranges) }
}

internal import ArchiveStorage
internal import FullTextIndex
internal import NewsText

/// Where tokens, sentences and paragraphs stand in the texts of a row, found out as far as it is asked.
///
/// Thousands of rows are read for one answer: of a long text, only the paragraphs are looked at in which
/// something was found.
final class TextLayout {
  /// The lead is the body's first paragraphs until they have so many words…
  static let shortestLead = 20
  /// …and never more than so many. Characters of scripts without spaces count as words.
  static let longestLead = 100

  private let read: (Int) throws -> Column?
  private var columns: [Int: Column] = [:]

  /// A layout of texts that are read when they are asked for, by their columns.
  init(_ read: @escaping (Int) throws -> Column?) { self.read = read }

  /// The text of a column; empty where there is none.
  func column(_ number: Int) throws -> Column {
    if let known = columns[number] { return known }
    let column = try read(number) ?? Column("", starts: [])
    columns[number] = column
    return column
  }

  /// Where the lead ends, in tokens of the body.
  func leadEnd() throws -> Int {
    let body = try column(0)
    var end = min(Self.shortestLead, body.starts.count)
    if end > 0 { end = body.paragraph(of: end - 1).upperBound }
    return min(end, Self.longestLead)
  }

  /// The tokens of the sentence or paragraph in which a place begins.
  func unit(_ unit: PositionTest.Unit, at place: Place) throws -> Range<Int> {
    let column = try column(place.column)
    guard place.tokens.lowerBound < column.starts.count else { return place.tokens }
    return unit == .sentence
      ? column.sentence(of: place.tokens.lowerBound) : column.paragraph(of: place.tokens.lowerBound)
  }

  /// One text.
  final class Column {
    let bytes: [UInt8]
    /// The byte at which each token begins.
    let starts: [Int]
    /// The paragraph that was looked at last: its bytes, its tokens, and those that begin a sentence.
    private var last: (bytes: Range<Int>, tokens: Range<Int>, sentences: [Int])?

    init(_ text: String, starts: [Int]) { (bytes, self.starts) = (Array(text.utf8), starts) }

    init(_ bytes: [UInt8], starts: [Int]) { (self.bytes, self.starts) = (bytes, starts) }

    /// Paragraphs are lines, as the archive keeps them.
    func paragraph(of token: Int) -> Range<Int> { line(of: token).tokens }

    func sentence(of token: Int) -> Range<Int> {
      let line = line(of: token)
      let next = line.sentences.partitioningIndex { $0 > token }
      let start = next > 0 ? line.sentences[next - 1] : line.tokens.lowerBound
      return start..<(next < line.sentences.count ? line.sentences[next] : line.tokens.upperBound)
    }

    private func line(of token: Int) -> (bytes: Range<Int>, tokens: Range<Int>, sentences: [Int]) {
      if let last, last.tokens.contains(token) { return last }
      let newline = UInt8(ascii: "\n")
      var start = starts[token]
      while start > 0, bytes[start - 1] != newline { start -= 1 }
      var end = starts[token]
      while end < bytes.count, bytes[end] != newline { end += 1 }
      func firstToken(from byte: Int) -> Int { starts.partitioningIndex { $0 >= byte } }
      let line = (
        bytes: start..<end, tokens: firstToken(from: start)..<firstToken(from: end),
        sentences: bytes.sentences(in: start..<end).map { firstToken(from: $0.lowerBound) }
      )
      last = line
      return line
    }
  }
}

extension TextLayout.Column {
  /// A text that was cut into tokens.
  convenience init(_ text: IndexedText) {
    self.init(text.text, starts: text.ranges.map(\.lowerBound))
  }
}

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
  /// Those that were read, by their numbers.
  private var columns: [Column?] = []

  /// A layout of texts that are read when they are asked for, by their columns.
  init(_ read: @escaping (Int) throws -> Column?) { self.read = read }

  /// The text of a column; empty where there is none.
  func column(_ number: Int) throws -> Column {
    if number < columns.count, let known = columns[number] { return known }
    let column = try read(number) ?? Column("", starts: [])
    while columns.count <= number { columns.append(nil) }
    columns[number] = column
    return column
  }

  /// Whether a place of the body ends within the lead.
  func leadHas(_ place: Place) throws -> Bool {
    let last = place.tokens.upperBound - 1
    guard last >= Self.shortestLead else { return true }
    let body = try column(0)
    guard last < Self.longestLead, let end = body.start(of: Self.shortestLead - 1),
      let start = body.start(of: last)
    else { return false }
    return body.paragraph(at: end).contains(start)
  }

  /// The sentence or paragraph in which a place begins.
  func stretch(_ unit: PositionTest.Unit, at place: Place) throws -> Stretch {
    let column = try column(place.column)
    guard let start = column.start(of: place.tokens.lowerBound) else {
      return Stretch(column: column, bytes: 0..<0)
    }
    return Stretch(
      column: column,
      bytes: unit == .sentence ? column.sentence(at: start) : column.paragraph(at: start))
  }

  /// A part of a text.
  struct Stretch {
    fileprivate let column: Column
    fileprivate let bytes: Range<Int>

    /// Whether a token begins in it.
    func contains(_ token: Int) -> Bool { column.start(of: token).map(bytes.contains) ?? false }
  }

  /// One text.
  final class Column {
    let bytes: [UInt8]
    /// The byte at which each token begins, where the text was cut before.
    private let starts: [Int]?
    private var counted: TokenStarts?
    /// The paragraph that was looked at last, and where in it sentences begin, if that was asked.
    private var paragraph = 0..<0
    private var sentences: [Int] = []

    init(_ text: String, starts: [Int]) {
      (bytes, self.starts) = (Array(text.utf8), starts)
    }

    init(_ bytes: [UInt8], _ tokenizer: Tokenizer) {
      (self.bytes, starts, counted) = (bytes, nil, TokenStarts(in: bytes, tokenizer))
    }

    /// The byte at which a token begins; nil where there are not so many.
    func start(of token: Int) -> Int? {
      guard let starts else { return counted?.start(of: token) }
      return starts.indices.contains(token) ? starts[token] : nil
    }

    /// The bytes of the paragraph around one. Paragraphs are lines, as the archive keeps them.
    func paragraph(at byte: Int) -> Range<Int> {
      if paragraph.contains(byte) { return paragraph }
      let newline = UInt8(ascii: "\n")
      let start = bytes[..<byte].lastIndex(of: newline).map { $0 + 1 } ?? 0
      let end = bytes[byte...].firstIndex(of: newline) ?? bytes.count
      (paragraph, sentences) = (start..<end, [])
      return paragraph
    }

    /// The bytes from the beginning of the sentence around one to that of the next.
    func sentence(at byte: Int) -> Range<Int> {
      let paragraph = paragraph(at: byte)
      if sentences.isEmpty { sentences = bytes.sentences(in: paragraph).map(\.lowerBound) }
      let next = sentences.partitioningIndex { $0 > byte }
      let start = next > 0 ? sentences[next - 1] : paragraph.lowerBound
      return start..<(next < sentences.count ? sentences[next] : paragraph.upperBound)
    }
  }
}

extension TextLayout.Column {
  /// A text that was cut into tokens.
  convenience init(_ text: IndexedText) {
    self.init(text.text, starts: text.ranges.map(\.lowerBound))
  }
}

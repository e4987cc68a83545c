/// The width at which a text was hard-wrapped, known by the test that wrapping itself makes: the
/// first word of a line would not have fitted on the line before.
struct HardWrap {
  /// The widest line, in code points.
  private let width: Int
  /// The width of each line in code points, indent included.
  private let widths: [Int]
  /// The width of each line's first word.
  private let firstWords: [Int]

  /// No column of a newspaper or mail is set wider than this; longer lines are paragraphs.
  private static let widest = 110
  /// A first word longer than this proves nothing (Chinese, URLs).
  private static let longestWord = 24

  /// The wrapping of a text, or nil when its lines are paragraphs.
  init?(_ lines: TextLines, of bytes: [UInt8]) {
    guard lines.ranges.count >= 4 else { return nil }
    var widths: [Int] = []
    var firstWords: [Int] = []
    for (range, indent) in zip(lines.ranges, lines.indents) {
      // Bytes bound code points from above by a factor of four: a long line is seen without a count.
      guard range.count <= Self.widest * 4 else { return nil }
      var width = indent
      var firstWord = 0
      for byte in bytes[range] where byte & 0xC0 != 0x80 {
        if byte == 0x20, firstWord == 0 { firstWord = width - indent }
        width += 1
      }
      guard width <= Self.widest else { return nil }
      widths.append(width)
      firstWords.append(firstWord == 0 ? width - indent : firstWord)
    }
    self.width = widths.max() ?? 0
    self.widths = widths
    self.firstWords = firstWords
    guard width >= 30, isEvident(lines, of: bytes) else { return nil }
  }

  /// Whether the breaks inside the text are where a wrapping machine would have put them.
  private func isEvident(_ lines: TextLines, of bytes: [UInt8]) -> Bool {
    var wrapped = 0
    var midSentence = 0
    var broken = 0
    for index in 1..<lines.ranges.count where !lines.followsBlank[index] {
      guard firstWords[index] <= Self.longestWord else { continue }
      if isFull(index - 1, before: index) {
        wrapped += 1
        if !bytes.endsSentence(lines.ranges[index - 1]) { midSentence += 1 }
      } else if !bytes.endsSentence(lines.ranges[index - 1]) {
        broken += 1
      }
    }
    // Of lines that are paragraphs most end a sentence; of wrapped ones few do.
    return wrapped >= 3 && midSentence * 5 >= wrapped * 3 && broken * 4 <= wrapped
  }

  /// Whether the first word of a line would not have fitted on the line before.
  private func isFull(_ line: Int, before next: Int) -> Bool {
    // Wrapping programs differ by a few columns, and old ones kept a word in reserve.
    widths[line] + 1 + firstWords[next] > width - 4
  }

  /// Whether a line carries on the paragraph of the line before.
  private func continues(_ index: Int, _ lines: TextLines, _ bytes: [UInt8]) -> Bool {
    guard index > 0, !lines.followsBlank[index] else { return false }
    if lines.indents[index] > lines.indents[index - 1] { return false }
    return isFull(index - 1, before: index) || !bytes.endsSentence(lines.ranges[index - 1])
  }

  /// Puts each paragraph on one line.
  func unwrap(
    _ lines: TextLines, of bytes: [UInt8]
  ) -> (bytes: [UInt8], ranges: [Range<Int>], folds: [Paragraphs.Fold]) {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var ranges: [Range<Int>] = []
    var folds: [Paragraphs.Fold] = []
    var copied = 0
    for (index, line) in lines.ranges.enumerated() {
      if continues(index, lines, bytes), let last = ranges.popLast() {
        folds.append(.init(offset: folded.count, original: Array(bytes[copied..<line.lowerBound])))
        folded.append(UInt8(ascii: " "))
        folded.append(contentsOf: bytes[line])
        ranges.append(last.lowerBound..<folded.count)
      } else {
        folded.append(contentsOf: bytes[copied..<line.upperBound])
        ranges.append(folded.count - line.count..<folded.count)
      }
      copied = line.upperBound
    }
    folded.append(contentsOf: bytes[copied...])
    return (folded, ranges, folds)
  }
}

extension [UInt8] {
  /// Whether a range ends as a sentence does: with a full stop, question or exclamation mark, colon
  /// or ellipsis, closing quote marks and brackets aside.
  func endsSentence(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      let start = startOfScalar(endingAt: end)
      switch decodedScalar(at: start).value {
      case 0x21, 0x2E, 0x3A, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x964, 0x6D4, 0x61F, 0x1362:
        return true
      case 0x22, 0x27, 0x29, 0x5D, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300D, 0x300F,
        0xFF09:
        end = start
      default: return false
      }
    }
    return false
  }
}

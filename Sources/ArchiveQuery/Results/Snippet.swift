/// The part of a text that shows best what a query found in it.
struct Snippet {
  /// About so many words are shown.
  static let length = 30

  private let text: IndexedText
  private let bytes: [UInt8]

  /// The part of a text with the most places of a column in it; its beginning when there is none.
  static func make(of text: IndexedText, places: [Place], column: Int) -> MarkedText {
    let hits = places.filter { $0.column == column }.map(\.tokens)
    let marks = MarkedText.marks(of: places, column, in: text)
    let maker = Snippet(text: text, bytes: Array(text.text.utf8))
    return maker.cut(maker.window(around: hits), marks)
  }

  /// The words to show. Characters of scripts without spaces are smaller than words.
  private func window(around hits: [Range<Int>]) -> Range<Int> {
    let length = text.isSegmented ? 2 * Self.length : Self.length
    var (best, most) = (0..<0, 0)
    var next = 0
    for (index, hit) in hits.enumerated() {
      // One place alone may be longer than all that is shown.
      next = max(next, index + 1)
      while next < hits.count, hits[next].upperBound <= hit.lowerBound + length { next += 1 }
      if next - index > most {
        most = next - index
        best = hit.lowerBound..<hits[next - 1].upperBound
      }
    }
    // What is found stands in the middle, as far as there is text on both sides.
    let room = max(0, length - best.count)
    let start = max(0, min(best.lowerBound - room / 2, text.ranges.count - length))
    return start..<min(max(start + length, best.upperBound), text.ranges.count)
  }

  private func cut(_ window: Range<Int>, _ marks: [Range<Int>]) -> MarkedText {
    let isStart = window.lowerBound == 0
    let isEnd = window.upperBound == text.ranges.count
    let start = isStart ? 0 : bytes.wordStart(text.ranges[window.lowerBound].lowerBound)
    let end = isEnd ? bytes.count : bytes.wordEnd(text.ranges[window.upperBound - 1].upperBound)
    var line = OneLine()
    if !isStart { line.bytes = Array("…".utf8) }
    var shown: [Range<Int>] = []
    var position = start
    for mark in marks where mark.lowerBound >= start && mark.upperBound <= end {
      line.append(bytes[position..<mark.lowerBound])
      let markStart = line.bytes.count
      line.append(bytes[mark])
      shown.append(markStart..<line.bytes.count)
      position = mark.upperBound
    }
    line.append(bytes[position..<end])
    line.trimEnd()
    if !isEnd { line.bytes += Array("…".utf8) }
    return MarkedText(String(decoding: line.bytes, as: UTF8.self), marks: shown)
  }
}

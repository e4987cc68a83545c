/// A text with marks on what a query found in it.
public struct MarkedText: Sendable, Equatable {
  /// The text.
  public let text: String
  /// What was found, in order and apart, as UTF-8 byte offsets into the text.
  public let marks: [Range<Int>]

  /// A text with marks.
  public init(_ text: String, marks: [Range<Int>] = []) { (self.text, self.marks) = (text, marks) }

  /// The text in its pieces, each with whether it is marked: what a page or a terminal shows.
  public var pieces: [(text: Substring, isMarked: Bool)] {
    var pieces: [(Substring, Bool)] = []
    var end = 0
    for mark in marks {
      if end < mark.lowerBound { pieces.append((piece(end..<mark.lowerBound), false)) }
      pieces.append((piece(mark), true))
      end = mark.upperBound
    }
    if end < text.utf8.count { pieces.append((piece(end..<text.utf8.count), false)) }
    return pieces
  }

  private func piece(_ range: Range<Int>) -> Substring {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: range.count)]
  }
}

extension MarkedText {
  /// A whole text, with the places of one column marked.
  init(_ text: IndexedText, places: [Place], column: Int) {
    self.init(text.text, marks: Self.marks(of: places, column, in: text))
  }

  /// The bytes of the places in one column, joined where they touch each other.
  static func marks(of places: [Place], _ column: Int, in text: IndexedText) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    for place in places where place.column == column && !place.tokens.isEmpty {
      let start = text.ranges[place.tokens.lowerBound].lowerBound
      let end = text.endOfMarks(from: text.ranges[place.tokens.upperBound - 1].upperBound)
      if let last = marks.last, start <= last.upperBound {
        marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        marks.append(start..<end)
      }
    }
    return marks
  }
}

import NewsText
import Testing

@Suite struct ParagraphsTests {
  func pieces(_ text: String) -> [String] {
    let paragraphs = Paragraphs(of: text)
    return paragraphs.ranges.map { paragraphs.text($0) }
  }

  @Test(arguments: [
    ("", []), (" \n\t\n", []), ("One.", ["One."]), ("One.\nTwo.\n", ["One.", "Two."]),
    ("One.\n\nTwo.\n\n\nThree.", ["One.", "Two.", "Three."]),
    ("One.\r\nTwo.\r\n", ["One.", "Two."]),
    ("\u{FEFF}One.\u{A0}\n\u{A0}\nTwo.", ["One.", "Two."]), ("One.\u{0C}Two.", ["One.", "Two."]),
    ("One.\u{2029}Two.\rThree.", ["One.", "Two.", "Three."]),
    ("  In  the middle  ", ["In  the middle"]),
  ]) func cutsAtLines(text: String, expected: [String]) {
    #expect(pieces(text) == expected)
    // Eight bytes are looked at at a time: each place in them has to be right.
    for shift in 1..<10 {
      let line = String(repeating: "x", count: shift)
      #expect(pieces(line + "\n" + text) == [line] + expected)
    }
  }

  static let wrapped = """
    The harbour of Port Ellery was closed on Monday after a freighter that
    carried timber ran aground in the fog, and officials said that it could
    take several days before the channel is free again for larger vessels.

    Fishermen, who had waited for the season to begin, were told to stay at
    home. Nobody was hurt when the ship struck the bank shortly before noon
    and began to list.
    """

  @Test func unwrapsAtBlankLines() {
    let found = pieces(Self.wrapped)
    #expect(found.count == 2)
    #expect(found.first?.contains("freighter that carried timber") == true)
    #expect(found.last?.hasSuffix("noon and began to list.") == true)
  }

  @Test func unwrapsAtIndents() {
    let text = Self.wrapped.replacing("\n\n", with: "\n    ")
    #expect(pieces(text) == pieces(Self.wrapped))
  }

  @Test func leavesShortParagraphsAlone() {
    let text = """
      The harbour is closed.
      A freighter ran aground in the fog on Monday morning.
      Nobody was hurt.
      Officials hope to free it within days, they said.
      The season begins on Friday.
      """
    #expect(pieces(text).count == 5)
  }
}

import Testing

@testable import NewsFormats

struct CodebookTests {
  private func read(_ text: String, _ format: Codebook.Format) throws -> [String] {
    try Codebook(Array(text.utf8), format: format).entries.map {
      $0.path.joined(separator: "/") + "="
        + ($0.query ?? $0.patterns.joined(separator: "|")) + ($0.description.map { " " + $0 } ?? "")
    }
  }

  @Test func aTableHasATopicARow() throws {
    let table =
      "\u{FEFF}Name;Query;Description\r\nstrikes;\"\"\"pay talks\"\" OR strike*\";Work\r\n\r\nferry;ferry;"
    #expect(try read(table, .csv) == ["strikes=\"pay talks\" OR strike* Work", "ferry=ferry"])
    #expect(try read("topic,query\na,b", .csv) == ["a=b"])
  }

  @Test func categoriesLieInCategories() throws {
    let text =
      "WORK\n\tSTRIKE* (1)\n\tPAY_TALKS (2)\n\t+UNION+\n\t\tUNIONS (1)\nSEA\n\tFERRY (0.5)\n"
    #expect(
      try read(text, .cat) == ["WORK=STRIKE*|PAY TALKS", "WORK/+UNION+=UNIONS", "SEA=FERRY"])
  }

  @Test func dictionariesAreMapsInMaps() throws {
    let text = """
      # a comment
      WORK:
        'strikes': [Strike*, "pay talks", O'Neill's yard,  # to be checked
          walkout]
        unions:
          - union*
          - 'shop: floor'

      SEA:
        FE: [Ferry, ]
      """
    #expect(
      try read(text, .yaml) == [
        "WORK=", "WORK/strikes=Strike*|pay talks|O'Neill's yard|walkout",
        "WORK/unions=union*|shop: floor", "SEA=", "SEA/FE=Ferry",
      ])
  }

  @Test func categoriesMayBeItemsOfLists() throws {
    let text = """
      WORK:
      - strike*
      - unions:
        - union*
        - "guild: old"
      - pay: [wage*, salary]
      - hours: late
      - walkout
      - [picket, 'go slow']
      SEA:
        ferries:
        - ferry
      """
    #expect(
      try read(text, .yaml) == [
        "WORK=strike*|walkout|picket|go slow", "WORK/unions=union*|guild: old",
        "WORK/pay=wage*|salary", "WORK/hours=late", "SEA=", "SEA/ferries=ferry",
      ])
  }

  @Test func aCategoryThatComesAgainIsTheSame() throws {
    let yaml =
      "WORK:\n  strikes: [strike*]\nSEA: [ferry]\nWORK:\n  strikes: [walkout]\n  pay: [wage*]\n"
    #expect(
      try read(yaml, .yaml) == [
        "WORK=", "WORK/strikes=strike*|walkout", "SEA=ferry", "WORK/pay=wage*",
      ]
    )
    #expect(try read("A\n\tX (1)\nB\n\tY (1)\nA\n\tZ (1)\n", .cat) == ["A=X|Z", "B=Y"])
    // Two rows of a table are two topics.
    #expect(try read("name,query\na,b\na,c\n", .csv) == ["a=b", "a=c"])
  }

  @Test func aLongListInBracketsIsReadInOneGo() throws {
    // 1 MB in 260,000 lines: copied at each line, it would be 130 GB.
    let list = String(repeating: "a,\n", count: 260_000)
    let clock = ContinuousClock()
    let began = clock.now
    #expect(
      try Codebook(Array("a: [\(list)b]".utf8), format: .yaml).entries.first?.patterns.count
        == 260_001)
    #expect(clock.now - began < .seconds(30))
  }

  @Test(arguments: [
    ("a: {b: [c]}", Codebook.Format.yaml, 1), ("a:\n- {b: c}", .yaml, 2), ("{a: b}", .yaml, 1),
    ("name,query\n\"a,b", .csv, 2), ("a,b\n1,2", .csv, 1),
    ("name,query\na,", .csv, 2),
    ("WORD (1)", .cat, 1), ("A\n\t\t\tB (1)", .cat, 2), ("a: [b, c", .yaml, 1),
    ("a:\n\tb: [c]", .yaml, 2), ("- a", .yaml, 1), ("just words", .yaml, 1), ("", .yaml, 1),
    ("A", .cat, 1),
  ])
  func whatCannotBeReadIsSaidWithItsLine(text: String, format: Codebook.Format, line: Int) {
    #expect { try read(text, format) } throws: { ($0 as? CodebookError)?.line == line }
  }

  @Test func hostileTextEndsInAnErrorAtMost() {
    var texts = ["[", "'", "\"", ":", "- -", "a: 'b", "\u{0}", "\t\t\t", "a:\n b:\n  c: ["]
    texts.append((0..<100).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"))
    texts.append(String(repeating: "a: [b,", count: 2000))
    for text in texts {
      for format in Codebook.Format.allCases { _ = try? read(text, format) }
    }
  }
}

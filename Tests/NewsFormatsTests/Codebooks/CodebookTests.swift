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

  @Test(arguments: [
    ("name,query\n\"a,b", Codebook.Format.csv, 2), ("a,b\n1,2", .csv, 1),
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

import Testing

@testable import ArchiveQuery

/// Texts that have no sensible reading: where the caret goes and what is suggested.
struct QuerySyntaxErrorTests {
  /// The wrong part of each text stands between ⟦ and ⟧.
  static let cases: [(marked: String, suggestion: String?)] = [
    ("⟦hedline:⟧putin", "headline:"),
    ("oil ⟦sorce:⟧reuters", "source:"),
    ("⟦zzzzzz:⟧x", nil),
    ("⟦foo:⟧\"bar\"", nil),
    ("a AND⟦⟧", nil),
    ("a OR⟦⟧", nil),
    ("⟦AND⟧ a", nil),
    ("⟦OR⟧ a", nil),
    ("a AND ⟦OR⟧ b", nil),
    ("a AND ⟦AND⟧ b", nil),
    ("NOT⟦⟧", nil),
    ("a (b OR ⟦)⟧", nil),
    ("a ⟦()⟧", nil),
    ("⟦w/5⟧ b", nil),
    ("a w/5⟦⟧", nil),
    ("a ⟦w/0⟧ b", "w/10"),
    ("a w/5 ⟦NOT⟧ b", "a NOT w/5 b"),
    ("⟦(a b) w/5 c⟧", "\"a phrase\" w/5 (this OR that)"),
    ("⟦source:x w/5 c⟧", "\"a phrase\" w/5 (this OR that)"),
    ("⟦headline:a w/5 lead:b⟧", nil),
    ("⟦source:⟧", "source:\"Daily Planet\""),
    ("⟦source:⟧ AND x", "source:\"Daily Planet\""),
    ("(⟦source:⟧)", "source:\"Daily Planet\""),
    ("date:⟦tomorrow⟧", "date:2017-01..2017-03"),
    ("⟦colour~3⟧", "colour~2"),
    ("⟦colour~10⟧", "colour~2"),
    ("⟦colour~99999999999999999999⟧", "colour~2"),
    ("headline:⟦\"letters~9 many\"~3⟧", "letters~2"),
    ("headline:⟦\"letters~9 many words\"~3⟧", "letters~2"),
    ("\"war peace\"⟦~10000⟧", "~10"),
    ("\"war peace\"⟦~0⟧", "~10"),
    ("\"war\"⟦~99999999999999999999⟧", "~10"),
    ("since:⟦\"next month\"⟧", "since:2017-01-28"),
    ("date:⟦2017-13⟧", "date:2017-01..2017-03"),
    ("date:⟦2017-02-30⟧", "date:2017-01..2017-03"),
    ("date:⟦..⟧", "date:2017-01..2017-03"),
    ("date:⟦28.01.2017⟧", "date:2017-01..2017-03"),
    ("date:⟦2018..2017⟧", nil),
    ("after:⟦9999⟧", "after:2017-01-28"),
    ("kind:⟦indirekt⟧", "kind:indirect"),
    ("has:⟦qoute⟧", "has:quote"),
    ("is:⟦orignal⟧", "is:original"),
    ("is:⟦interesting⟧", nil),
    ("no:⟦zebra⟧", nil),
    ("id:⟦17x⟧", "id:2017-01-28.17"),
    ("words:⟦many⟧", "words>500"),
    ("import:⟦x⟧", "import:3"),
    ("⟦headline:(⟧source:x)", nil),
    ("⟦atleast3⟧(a b)", nil),
    ("⟦😀⟧", nil),
    ("⟦%⟧", nil),
    ("⟦\"\"⟧", nil),
  ]

  @Test(arguments: cases)
  func pointsAtTheMistake(_ item: (marked: String, suggestion: String?)) throws {
    let parts = item.marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }
    try #require(parts.count == 3)
    let start = parts[0].unicodeScalars.count
    let range = start..<(start + parts[1].unicodeScalars.count)
    let error = #expect(throws: QuerySyntaxError.self) { try Query(parsing: parts.joined()) }
    #expect(error?.range == range)
    #expect(error?.suggestion == item.suggestion)
  }

  @Test func depthHasALimit() throws {
    let open = String(repeating: "(", count: 10_000)
    #expect(throws: QuerySyntaxError.self) { try Query(parsing: open + "a") }
    var nested = "a"
    for level in 0..<60 { nested = "(\(nested) \(level.isMultiple(of: 2) ? "OR" : "AND") b)" }
    #expect(throws: QuerySyntaxError.self) { try Query(parsing: nested) }
    #expect(try Query(parsing: String(repeating: "NOT ", count: 151) + "a").reading == "NOT a")
  }

  /// Each of many marks that are not closed is not looked for to the end of the text, and the conditions
  /// between stray brackets are not put together anew for each.
  @Test(arguments: ["a ) ", "‘a ", "a ’b ‘c ", "\"a\") ", "~", "a~"])
  func strayMarksTakeNoTime(text: String) throws {
    let long = String(repeating: text, count: 40_000)
    let time = ContinuousClock().measure { _ = try? Query(parsing: long) }
    #expect(time < .seconds(10))
  }

  @Test func longQueriesAreRead() throws {
    let words = (0..<10_000).map { "word\($0)" }
    let all = try Query(parsing: words.joined(separator: " "))
    #expect(all.reading == words.joined(separator: " AND "))
    let any = try Query(parsing: words.joined(separator: " | "))
    #expect(any.reading == words.joined(separator: " OR "))
  }
}

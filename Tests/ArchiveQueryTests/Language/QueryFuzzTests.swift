import ArchiveStorage
import TestSupport
import Testing

@testable import ArchiveQuery

/// Texts that nobody would write: the parser and SQLite take every one of them, or say what is
/// wrong with it.
struct QueryFuzzTests {
  let archive: SampleArchive

  init() throws { archive = try SampleArchive(ArticleSearchTests.file.get()) }

  private static let pieces = [
    "oil", "harbour", "AND", "OR", "NOT", "and", "(", ")", "((", "))", "\"", "“", "”", "‘", "’",
    "|",
    "-", "--", "*", "!", "~", "~1", "?", "w/5", "w/", "/5", "pre/2", "NEAR", "near/3", "w/s",
    "NOT w/3",
    "headline:", "source:", "speaker:", "quote:(", "date:", "date:2017", "2017..", "..", "words>",
    "words>5", "has:", "quote", "no:date", "kind:scare", "cue:", "id:2017.1", "lang:", "zzz:", ":",
    "::", "http://x", "12:30", "atleast2(", "caps(", "\"a b\"~4", "\"x\"*", ",", ";", "\u{0}",
    "\u{FEFF}",
    "😀", "中国", "é", "e\u{301}", "\u{202E}", "ﷺ", "'", "\\", "\"\"", "NEAR(", "{headline}", "+", "^",
    ";--", "%", "_", "\n", " ", "  ", "\t",
  ]

  /// Parses, prints, and asks; what may be thrown are only errors for people.
  private func ask(_ text: String) throws {
    let query: Query
    do {
      query = try Query(parsing: text)
    } catch {
      let count = text.unicodeScalars.count
      #expect(error.range.lowerBound >= 0 && error.range.upperBound <= count, "\(text)")
      return
    }
    let reading = query.reading
    let again = try? Query(parsing: reading)
    #expect(again?.root == query.root, "\(text.debugDescription) was read as \(reading)")
    do {
      let search = try ArticleSearch(query, in: archive.reader)
      let hits = try search.hits(limit: 100)
      #expect(try search.total() == hits.count, "\(text.debugDescription)")
      _ = try QuoteSearch(query, in: archive.reader).hits()
      _ = try BoilerplateSearch(query, in: archive.reader).hits()
    } catch is QueryPlanError {}
  }

  @Test(arguments: 0..<20)
  func piecesInAnyOrder(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let count = Int.random(in: 1...9, using: &random)
      let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      try ask(text)
    }
  }

  @Test(arguments: 0..<10)
  func anyBytes(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let bytes = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
      }
      try ask(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<10)
  func mutationsOfRealQueries(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      guard let (text, _) = QueryReadingTests.all.randomElement(using: &random) else { return }
      var scalars = Array(text.unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &random) where !scalars.isEmpty {
        let index = Int.random(in: scalars.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: scalars.remove(at: index)
        case 1: scalars.insert(scalars[Int.random(in: scalars.indices, using: &random)], at: index)
        default:
          let piece = Self.pieces.randomElement(using: &random) ?? ""
          scalars.insert(contentsOf: piece.unicodeScalars, at: index)
        }
      }
      try ask(String(scalars))
    }
  }

  @Test func longAndDeepQueriesAreAnswered() throws {
    let words = (0..<3_000).map { "word\($0)" }
    try ask(words.joined(separator: " OR "))
    try ask((["oil"] + words.map { "-" + $0 }).joined(separator: " "))
    for operators in [("AND", "OR"), ("OR", "AND NOT"), ("OR", "w/5")] {
      var nested = "oil"
      for level in 0..<22 {
        nested = "(\(nested) \(level.isMultiple(of: 2) ? operators.0 : operators.1) harbour)"
        try ask(nested)
      }
      nested = "oil"
      for level in 0..<22 {
        nested = "(x\(level) \(level.isMultiple(of: 2) ? operators.0 : operators.1) \(nested))"
        try ask(nested)
        try ask(nested.replacing("x", with: "source:x"))
      }
    }
  }
}

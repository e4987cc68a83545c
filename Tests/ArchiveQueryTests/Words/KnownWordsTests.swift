import ArchiveStorage
import FullTextIndex
import TestSupport
import Testing

@testable import ArchiveQuery

/// The list of the index's words, and what stands for what among them.
struct KnownWordsTests {
  private static let file = Result {
    var news = RandomNews(random: SeededGenerator(seed: 3))
    let samples = (0..<300).map { _ in news.sample() }
    // Nine segments, eight of which are merged, and some articles anew.
    return try SampleFile(
      samples, batch: 34, revised: [3: "Watergate, irongate.", 200: "A ferry to Irongate."])
  }

  @Test func listsTheWordsThatFTS5Has() throws {
    let path = try Self.file.get().path
    let reader = try ArchiveReader(Archive(path: path))
    let connection = try Connection(path: path, mode: .write)
    try connection.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, article_fts, row)")
    let expected = try connection.rows("SELECT term, doc FROM temp.v ORDER BY term") {
      KnownWords.Word(text: $0.text(0), rows: $0.int(1))
    }
    #expect(expected.count > 40)
    let words = try reader.state().words
    #expect(try words.words(passing: .prefix("")) == expected)
    // Made from the pages, as for an archive of an older version, it is the same.
    try connection.execute("DELETE FROM vocabulary")
    let anew = try ArchiveReader(Archive(path: path)).state().words
    #expect(try anew.words(passing: .prefix("")) == expected)
  }

  @Test func anArchiveOfAnOlderSchemaIsAnsweredAndBroughtUpToDate() throws {
    let folder = TemporaryFolder()
    let path = folder.file("old.backfile")
    let source = try Connection(path: try Self.file.get().path, mode: .read)
    try source.run("VACUUM INTO ?1", [.text(path)])
    let old = try Connection(path: path, mode: .write)
    try old.execute("DROP TABLE vocabulary; PRAGMA user_version = 2")
    // What came later was not there either.
    let later = [
      "article_fingerprint", "article_copy", "article_uncompared", "note", "article_tag",
      "tag_model", "tag", "topic", "saved_query", "quote_places",
    ]
    try old.execute("DROP VIEW copy; DELETE FROM archive WHERE name IN ('compared')")
    for table in later { try old.execute("DROP TABLE \(table)") }
    func gates() throws -> Int {
      try ArticleSearch(Query(parsing: "*gate"), in: ArchiveReader(Archive(path: path))).total()
    }
    let before = try gates()
    #expect(before > 0)
    _ = try Archive(path: path).connectForWriting()
    #expect(try gates() == before)
    let findings = try ArchiveCheck(Archive(path: path)).run()
    #expect(findings.first { $0.subject.contains("words") }?.problems == [])
    try Connection(path: path, mode: .write).execute("DELETE FROM vocabulary")
    let damaged = try ArchiveCheck(Archive(path: path)).run()
    #expect(damaged.first { $0.subject.contains("words") }?.problems.isEmpty == false)
  }

  @Test(arguments: [
    ("oil", 1), ("oil", 2), ("colour", 2), ("negotiatoin", 2), ("u", 1), ("", 1), ("港", 1),
    ("hafenstreik", 2),
  ])
  func similarWordsAreThoseThatATableOfDistancesFinds(word: String, errors: Int) throws {
    let known = try ArchiveReader(Archive(path: Self.file.get().path)).state().words
    let all = try known.words(passing: .prefix(""))
    let near = try known.words(passing: .fuzzy(word, errors: errors))
    #expect(
      near.map(\.text)
        == all.map(\.text).filter {
          ReferenceQuery.Word.distance(Array(word), Array($0)) <= errors
        })
  }

  @Test func theClosestWordIsSuggested() throws {
    let known = try ArchiveReader(Archive(path: Self.file.get().path)).state().words
    #expect(try known.closest(to: "negotation")?.text == "negotiation")
    #expect(try known.closest(to: "harbuor")?.text == "harbour")
    #expect(try known.closest(to: "xylophone") == nil)
  }

  /// Where another word would be as likely, none is suggested.
  @Test(arguments: ["oi", "1998", "2o", ""])
  func nothingUselessIsSuggested(word: String) throws {
    let file = try SampleFile([Sample(body: "Oil of 1997, or so, in 2017 and 20 more, is on.")])
    #expect(try ArchiveReader(Archive(path: file.path)).state().words.closest(to: word) == nil)
    #expect(closest(to: "x", among: ["a", "is", "id"]) == nil)
  }

  /// Names as long as a text are no reason to fill a table.
  @Test func longNamesTakeNoTime() throws {
    let long = String(repeating: "ab", count: 10_000)
    let time = try ContinuousClock().measure {
      #expect(closest(to: long, among: Array(repeating: long + "c", count: 20)) == nil)
      #expect(SimilarWords.distance(from: long, to: long + "c", errors: 2) == 1)
      let file = try SampleFile([Sample(body: "Here is \(long) and \(long)c.")])
      let words = (0..<60).map { "\"zz\($0) \(long)\($0)\"" }
      let query = try Query(parsing: words.joined(separator: " "))
      let reader = try ArchiveReader(Archive(path: file.path))
      #expect(try query.unknownWords(in: reader).count <= 50)
    }
    #expect(time < .seconds(20))
  }

  /// Some languages inflect words at their beginning.
  @Test(arguments: [
    ("ar", "الكتاب هنا", "كتاب", 1), ("id", "Dia membaca dan dibaca.", "baca", 2),
    ("ga", "An bhfear, an fear.", "fear", 2), ("en", "Reading, reads; unread.", "read", 2),
    ("de", "Häfen, Hafens, Umhafen.", "hafen", 2),
  ])
  func inflectionsBeginOtherwise(language: String, text: String, word: String, count: Int) throws {
    let file = try SampleFile([Sample(body: text, language: language)])
    let reader = try ArchiveReader(Archive(path: file.path))
    let found = try Query(parsing: "~" + word).expansions(in: reader)
    #expect(found.first?.words.count == count, "\(found)")
    #expect(try ArticleSearch(Query(parsing: "~" + word), in: reader).total() == 1)
  }

  @Test(arguments: [
    ("*gate", "watergate", true), ("*gate", "gate", true), ("*gate", "gates", false),
    ("wom?n", "women", true), ("wom?n", "womn", false), ("wom?n", "wom\u{FC}n", true),
    ("*a*a*a*b", "aaaaaaaaab", true), ("*a*a*a*b", "aaaaaaaaa", false), ("c*r", "colour", true),
    ("c*r", "colours", false), ("?", "\u{6E2F}", true), ("?", "ab", false), ("*", "", true),
    ("a**b", "ab", true), ("*ab", "aab", true), ("*?b", "b", false), ("*?b", "ab", true),
  ])
  func patternsStandForWords(pattern: String, word: String, stands: Bool) {
    let token = String(
      pattern.unicodeScalars.map {
        $0 == "*" ? WordPattern.any : $0 == "?" ? WordPattern.one : $0
      })
    let matches = Array(word.utf8).withUnsafeBufferPointer {
      WordPattern(token: token)?.matches($0)
    }
    #expect(matches == stands)
  }
}

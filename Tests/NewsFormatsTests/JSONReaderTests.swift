import NewsModel
import Testing

@testable import NewsFormats

struct JSONLinesReaderTests {
  @Test func aLineIsAnArticle() throws {
    let text = #"""
      {"title":"Harbour reopens","content":"Ships \u201cwait\u201d.\nMore.","date":"2017-01-28"}

      {"headline": "Second", "body": "Zweiter Text", "authors": ["A. Writer", "B. Writer"], "n": [1, 2]}
      """#
    let events = try eventsCutEverywhere(text, format: .jsonLines)
    let first = ArticleDraft(
      headline: "Harbour reopens", date: PartialDate(year: 2017, month: 1, day: 28),
      dateOrigin: .field, text: "Ships “wait”.\nMore.")
    let second = ArticleDraft(
      headline: "Second", author: "A. Writer; B. Writer", text: "Zweiter Text",
      metadata: [MetadataField(name: "n", json: "[1, 2]")])
    #expect(
      events == [
        .article(first, RecordPosition(record: 1, line: 1)),
        .article(second, RecordPosition(record: 2, line: 3)),
      ])
  }

  @Test func aBrokenLineIsRejectedAndTheNextGoesOn() throws {
    let text = "{\"text\":\"a\"}\n{\"text\":\"b\n[1]\n{\"text\":\"c\"}\r\n{\"id\":7}\n"
    let events = try eventsCutEverywhere(text, format: .jsonLines)
    #expect(
      events == [
        .article(ArticleDraft(text: "a"), RecordPosition(record: 1, line: 1)),
        .rejected(
          RecordPosition(record: 2, line: 2),
          reason: "broken JSON at byte 11 of the record: the string does not end",
          excerpt: "{\"text\":\"b"),
        .rejected(
          RecordPosition(record: 3, line: 3), reason: "not an object, so no article",
          excerpt: "[1]"),
        .article(ArticleDraft(text: "c"), RecordPosition(record: 4, line: 4)),
        .rejected(
          RecordPosition(record: 5, line: 5), reason: "no text (fields: id)",
          excerpt: "{\"id\":7}"),
      ])
  }

  @Test func oddRecordsAreRepairedWithARemark() throws {
    let bytes =
      Array(#"{"text":"a","text":"b \ud800","title":"x"#.utf8) + [0xFF] + Array("\"}".utf8)
    let article = try #require(try eventsCutEverywhere(bytes, format: .jsonLines).first?.article)
    #expect(article.text == "b \u{FFFD}")
    #expect(article.headline == "x\u{FFFD}")
    #expect(
      article.remarks == [
        "more than one field text: the last was taken", "lone surrogate replaced",
        "invalid UTF-8 repaired",
      ])
  }

  @Test func numbersOfPythonAreRepairedAsMembersOnly() throws {
    let text = """
      {"text":"a \\"NaN\\" NaN","price":NaN,"change": -Infinity}
      {"text":"c","change":[NaN]}
      [NaN]
      {"text":"b","price":NaN,}
      """
    let events = try eventsCutEverywhere(text, format: .jsonLines)
    let article = try #require(events[0].article)
    #expect(article.text == "a \"NaN\" NaN")
    #expect(article.metadata == [])
    #expect(article.remarks == ["NaN and Infinity are no JSON: taken for null"])
    #expect(
      events.dropFirst().map(\.reason) == [
        "broken JSON at byte 23 of the record: no value begins like this",
        "broken JSON at byte 2 of the record: no value begins like this",
        "broken JSON at byte 21 of the record: no value begins like this",
      ])
  }

  @Test func aLineWithoutEndIsGivenUpAndTheNextGoesOn() throws {
    var reader = JSONLinesReader(ReaderContext(now: testNow))
    var events: [RecordEvent] = []
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 16 << 20)
    for _ in 0..<5 { try reader.push(piece.span) { events.append($0) } }
    try reader.push(Array("\n{\"text\":\"a\"}\n".utf8).span) { events.append($0) }
    try reader.finish { events.append($0) }
    #expect(events.map(\.reason) == ["line longer than 64 MB", nil])
    #expect(events.map(\.position.line) == [1, 2])
  }

  @Test func anExcerptIsCutBetweenCharacters() throws {
    let line = "[\"" + String(repeating: "é", count: 2000) + "\"]"
    let event = try #require(try events(Array(line.utf8), format: .jsonLines).first)
    guard case .rejected(_, _, let excerpt) = event else {
      Issue.record("not rejected")
      return
    }
    #expect(excerpt == "[\"" + String(repeating: "é", count: 999))
  }
}

struct JSONDocumentReaderTests {
  private let records = #"{"text":"a [b] {\"c\"}"} , {"text":"d"}"#

  @Test(arguments: [
    ("[", "]"), ("{\"status\":\"ok\",\"n\":{\"x\":[1]},\"articles\":[", "],\"next\":null}"),
    ("{\"response\": {\"meta\":{\"hits\":2},\n \"docs\": [", "]}}"),
    ("{\"Articles\":{\"results\":[", "],\"page\":1}}"), ("\n [\n", "\n]\n"),
  ])
  func listsAreReadWhereverTheyStand(opening: String, closing: String) throws {
    let events = try eventsCutEverywhere(opening + records + closing, format: .json)
    #expect(events.map(\.article?.text) == ["a [b] {\"c\"}", "d"])
    #expect(events.map(\.position.record) == [1, 2])
  }

  @Test func recordsKnowTheirLines() throws {
    let text = "[\n {\"text\":\n \"a\"},\n\n {\"text\":\"b\"}\n]"
    let events = try eventsCutEverywhere(text, format: .json)
    #expect(events.map(\.position.line) == [2, 5])
  }

  @Test func oneObjectIsOneArticle() throws {
    let text = #"{"title":"T","text":"a","images":[{"u":1}],"items":["x"],"tags":["results"]}"#
    let article = try #require(try eventsCutEverywhere(text, format: .json).first?.article)
    #expect(article.text == "a")
    #expect(article.metadata.map(\.name) == ["images", "items", "tags"])
    #expect(article.metadata.map(\.json) == [#"[{"u":1}]"#, #"["x"]"#, #"["results"]"#])
  }

  @Test(arguments: [
    ("[]", [String]()), ("{\"articles\":[]}", ["no text (fields: articles)"]),
    (
      "[1, \"x\", {\"text\":\"a\"}, null]",
      [
        "not an object, so no article", "not an object, so no article", "",
        "not an object, so no article",
      ]
    ),
    ("[{\"text\":\"a\"}", ["", "the document ends inside a list of records"]),
    ("[{\"text\":\"a\"},", ["", "the document ends inside a list of records"]),
    ("[{\"text\":\"a\"},{\"text\":", ["", "the document ends inside this record"]),
    (
      "[{\"text\":\"a\"},]",
      ["", "broken JSON between records: found \"]\"; the rest was not read"]
    ),
    (
      "[{\"text\":\"a\"} 1]",
      ["", "broken JSON between records: found \"1\"; the rest was not read"]
    ),
    (
      "[{\"text\":\"a\"} {\"text\":\"b\"}]",
      ["", "broken JSON between records: a comma is missing", ""]
    ),
    ("[{\"text\":\"a\"}] x", ["", "broken JSON around the records: something follows the value"]),
    (
      "{\"docs\":[{\"text\":\"a\"}]",
      ["", "broken JSON around the records: the object does not end"]
    ),
    (
      "[{\"text\" \"a\"},{\"text\":\"b\"}]",
      ["broken JSON at byte 9 of the record: a colon is missing", ""]
    ),
    ("{\"text\":\"a\"", ["broken JSON at byte 12 of the record: the object does not end"]),
    ("", ["broken JSON at byte 1 of the record: the value is missing"]),
  ])
  func damageIsReportedAndTheRestKept(text: String, reasons: [String]) throws {
    let events = try eventsCutEverywhere(text, format: .json)
    #expect(events.map { $0.reason ?? "" } == reasons)
  }
}

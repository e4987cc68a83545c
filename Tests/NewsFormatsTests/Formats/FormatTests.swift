import NewsModel
import Testing

@testable import NewsFormats

/// Each format by a small dump of it.
struct FormatTests {
  static let samples =
    FormatSample.texts + FormatSample.xmls + FormatSample.pages + FormatSample.tables

  @Test(arguments: samples)
  func aDumpIsRecognisedAndItsFieldsMapped(sample: FormatSample) throws {
    let (format, events) = try storedEvents(sample.bytes, fileName: sample.fileName)
    #expect(format?.name == sample.format)
    #expect(events.compactMap(FormatSample.Article.init) == sample.articles)
    #expect(events.count { $0.reason != nil } == sample.rejects, "\(events.compactMap(\.reason))")
    #expect(
      events.map(\.position.record) == Array(1...max(1, events.count)).prefix(events.count) + [])
  }

  @Test(arguments: samples)
  func cutsMakeNoDifference(sample: FormatSample) throws {
    let format = try #require(Format(named: sample.format))
    _ = try eventsCutEverywhere(sample.bytes, format: format, fileName: sample.fileName)
  }

  @Test(arguments: samples)
  func aTruncatedDumpIsReadAsFarAsItGoes(sample: FormatSample) throws {
    let format = try #require(Format(named: sample.format))
    for count in stride(from: 0, to: sample.bytes.count, by: 7) {
      do {
        let found = try events(
          Array(sample.bytes.prefix(count)), format: format, fileName: sample.fileName)
        #expect(found.count <= sample.articles.count + sample.rejects + 2)
      } catch is FormatError {}
    }
  }

  /// Damage never crashes a reader, and is read the same wherever it is cut.
  @Test(arguments: samples)
  func damageIsSurvived(sample: FormatSample) throws {
    let format = try #require(Format(named: sample.format))
    var generator = SeededGenerator(state: 20_170_128)
    for round in 0..<150 {
      let bytes = mutated(sample.bytes, by: &generator)
      let cut = Int.random(in: 0...bytes.count, using: &generator)
      let whole = try Outcome { try events(bytes, format: format) }
      let parts = try Outcome { try events(bytes, format: format, cuts: [cut]) }
      #expect(whole == parts, "round \(round), cut at \(cut)")
      _ = try? storedEvents(bytes, fileName: sample.fileName)
    }
  }

  @Test func everyFormatHasASampleOrATestOfItsOwn() {
    let others: Set = [
      "docx", "xlsx", "wacz", "tar", "zip", "sqlite", "warc", "mhtml", "html", "text",
    ]
    let tested = Set(Self.samples.map(\.format)).union(others)
    #expect(Format.all.map(\.name).filter { !tested.contains($0) } == [])
    #expect(Set(Format.all.map(\.name)).count == Format.all.count)
  }

  @Test(arguments: [
    ("x.py", "import sys\nprint('Ships waited at the mole.')\n", "a .py file"),
    ("README.txt", "Ships waited at the mole.\n", "a readme"),
    ("words.txt", "harbour\nship\nmole\n", "a list of words"),
    ("a", "#!/bin/sh\necho Ships waited at the mole.\n", "a program"),
    ("a.txt", "MIT License\n\nPermission is hereby granted to the ships.\n", "a licence"),
    (
      "a.txt", "int main() {\nreturn 0;\n}\nint x;\nint y;\nint z;\n", "a program"
    ),
  ])
  func whatIsPlainlyNoArticleIsRefused(fileName: String, text: String, reason: String) throws {
    let error = #expect(throws: FormatError.self) {
      try storedEvents(Array(text.utf8), fileName: fileName)
    }
    #expect(error?.code == .noArticle)
    #expect(error?.message == "is no article: " + reason)
    let options = ImportOptions(format: .plainText)
    #expect(
      try storedEvents(Array(text.utf8), options: options, fileName: fileName).events.count == 1)
  }

  @Test(arguments: [
    ("domain\nexample.org\n", "no column"), ("name,type,description\na,b,c\n", "no column"),
  ])
  func tablesOfOtherThingsAreRefused(text: String, message: String) throws {
    let error = #expect(throws: FormatError.self) {
      try storedEvents(Array(text.utf8), fileName: "x.csv")
    }
    #expect(error?.message.hasPrefix(message) == true)
  }

  @Test(arguments: [
    ("Ships wait… [+1506 chars]", "degraded: the dump cuts the text short"),
    ("[Removed]", "degraded: the publisher has removed the text"),
    (
      "Ships wait at the @ @ @ @ @ @ @ mole today.", "degraded: words are masked by @"
    ),
  ])
  func degradedTextsAreRemarkedUpon(text: String, remark: String) throws {
    let json = #"{"title":"A","text":\#(jsonString(text))}"#
    let article = try storedEvents(Array(json.utf8)).events.first?.article
    #expect(article?.remarks == [remark])
  }
}

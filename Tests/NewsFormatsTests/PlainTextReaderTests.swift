import NewsModel
import Testing

@testable import NewsFormats

struct PlainTextReaderTests {
  private func article(
    _ text: String, fileName: String = "a.txt", options: ImportOptions = ImportOptions()
  ) throws -> ArticleDraft? {
    try eventsCutEverywhere(text, format: .plainText, options: options, fileName: fileName)
      .first?.article
  }

  @Test(arguments: [
    ("Harbour reopens\n\nShips wait.\n", "Harbour reopens", "\nShips wait.\n"),
    ("Harbour reopens\r\nShips wait.\r\n", "Harbour reopens", "Ships wait.\r\n"),
    ("Harbour reopens\rShips wait.", "Harbour reopens", "Ships wait."),
    ("\n  Harbour reopens \nShips wait.", "Harbour reopens", "Ships wait."),
    ("Who waits?\nShips.", "Who waits?", "Ships."),
    ("And then…\nShips.", "And then…", "Ships."), ("And then...\nShips.", "And then...", "Ships."),
    ("港口重新开放\n船只等待。", "港口重新开放", "船只等待。"),
  ])
  func aShortFirstLineIsTheHeadline(text: String, headline: String, body: String) throws {
    let article = try article(text)
    #expect(article?.headline == headline)
    #expect(article?.text == body)
  }

  @Test(arguments: [
    "Ships wait.\nMore ships.", "Only one line", "Only one line\n \n", "船只等待。\n更多。",
    String(repeating: "long ", count: 60) + "\nText", ".\nText",
  ])
  func otherFirstLinesAreText(text: String) throws {
    let article = try article(text)
    #expect(article?.headline == nil)
    #expect(article?.text == text)
  }

  @Test func theTextStaysByteForByte() throws {
    let body = "a\u{0}b\u{1B}[31m\u{202E} &amp; <b>c</b>\u{2028}\r\n\t e\u{301}\n\n"
    #expect(try article("Head\n" + body)?.text == body)
  }

  @Test func bytesThatAreNoUTF8AreWindows1252() throws {
    let bytes = Array("Caf".utf8) + [0xE9, 0x0A, 0x93, 0x61, 0x94, 0x81]
    let article = try eventsCutEverywhere(bytes, format: .plainText).first?.article
    #expect(article?.headline == "Café")
    #expect(article?.text == "“a”\u{81}")
    #expect(article?.remarks == ["not UTF-8: read as Windows-1252"])
  }

  @Test func damagedUTF8StaysUTF8() throws {
    let bytes = Array("Head\né ü ö".utf8) + [0xC3]
    let article = try eventsCutEverywhere(bytes, format: .plainText).first?.article
    #expect(article?.text == "é ü ö\u{FFFD}")
    #expect(article?.remarks == ["invalid UTF-8 repaired"])
  }

  @Test func theFileNameAndTheUserSayTheRest() throws {
    let options = ImportOptions(source: "The Harbour Post", language: "English")
    let article = try article("Head\nText", fileName: "2017-01-28_head.txt", options: options)
    #expect(article?.date == PartialDate(year: 2017, month: 1, day: 28))
    #expect(article?.dateOrigin == .fileName)
    #expect(article?.source == "The Harbour Post")
    #expect(article?.language == "en")
  }

  @Test func whiteSpaceIsNoText() throws {
    let events = try eventsCutEverywhere(" \n \n", format: .plainText)
    #expect(events.map(\.reason) == ["no text (fields: text)"])
  }
}

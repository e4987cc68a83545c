import NewsModel
import Testing

@testable import NewsFormats

struct RecordStreamTests {
  private let lines = Array("{\"text\":\"a\"}\n{\"text\":\"b\"}\n".utf8)
  private let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @Test func layersNestAndNamesDoNotMatter() throws {
    let wide = utf16(String(decoding: lines, as: UTF8.self), bigEndian: false)
    let inputs = [
      lines, mark + lines, wide, gzipMember(lines), gzipMember(mark + lines), gzipMember(wide),
      gzipMember(gzipMember(lines)),
    ]
    for input in inputs {
      for pieceBytes in [1, 2, 7, 1000] {
        let (format, events) = try storedEvents(input, fileName: "x.bin", pieceBytes: pieceBytes)
        #expect(format?.name == "jsonl")
        #expect(events.map(\.article?.text) == ["a", "b"])
      }
    }
  }

  @Test func deepNestingEnds() throws {
    let deep = (0..<9).reduce(lines) { inner, _ in gzipMember(inner) }
    #expect(throws: FormatError.self) { try storedEvents(deep) }
  }

  @Test func damageIsReportedBehindWhatWasRead() throws {
    let stored = gzipMember(lines)
    let (_, events) = try storedEvents(stored.dropLast(12) + [])
    #expect(events.map(\.article?.text) == ["a", nil, nil])
    #expect(events[1].reason?.hasPrefix("broken JSON") == true)
    #expect(events[2].reason == "gzip data ends in the middle, after 22 decoded bytes")
    #expect(events[2].position.record == 3)
  }

  @Test(arguments: [
    ("", "the file is empty"), (" \n", "the file holds nothing but white space"),
  ])
  func nothingIsReported(text: String, reason: String) throws {
    for input in [Array(text.utf8), gzipMember(Array(text.utf8)), mark + Array(text.utf8)] {
      let (format, events) = try storedEvents(input)
      #expect(format == nil)
      #expect(events.map(\.reason) == [reason])
    }
  }

  @Test(arguments: [
    ("{\"text\":\"a\"}\n{\"text\":\"b\"}", "", "jsonl"),
    ("{\"text\":\"a\"}\n\n{\"text\":\"b\"}", "x.json", "jsonl"),
    ("{\"text\":\"a\"}", "x.jsonl", "jsonl"), ("{\"text\":\"a\"}", "x.json", "json"),
    ("{\"text\":\"a\"}\n", "", "json"), ("{\n\"text\":\"a\"\n}", "", "json"),
    ("not JSON\n{\"text\":\"b\"}", "x.jsonl", "jsonl"),
    ("[{\"text\":\"a\"}]", "x.txt", "json"), (" [\n]", "", "json"), ("[1, 2]", "x.json", "json"),
    ("{\"articles\":[{\"text\":\"a\"}]}", "x.jsonl", "json"),
    ("title,text\na,b\n", "", "csv"), ("title;text\na;b\n", "x.csv", "csv"),
    ("title\ttext\na\tb\n", "x.tsv", "tsv"), ("title\ttext\na\tb\n", "", "csv"),
    ("text\na\n", "x.csv", "csv"), ("Ships wait, harbour, text\nText, more, text\n", "", "text"),
    ("[Correction] Ships\nText", "", "text"), ("Ships\nText", "x.txt", "text"),
    ("title,text\na,b\n", "x.csv.gz", "csv"), ("text,\na,\n", "x.csv.GZ", "csv"),
    ("<b> is a tag\nText", "x.txt", "text"),
  ])
  func formatsAreRecognised(text: String, fileName: String, expected: String) throws {
    let (format, _) = try storedEvents(Array(text.utf8), fileName: fileName)
    #expect(format?.name == expected)
  }

  @Test(arguments: [
    ("<p>a</p>", "x.dat"), ("<rss></rss>", ""), ("{\\rtf1}", "x.rtf"),
    ("ab\u{0}cd", "x.txt"), ("\u{1}\u{2}\u{3}", ""),
  ])
  func otherFormatsAreRefused(text: String, fileName: String) throws {
    let error = #expect(throws: FormatError.self) {
      try storedEvents(Array(text.utf8), fileName: fileName)
    }
    #expect(error?.code == .unknownFormat)
    #expect(error?.remedy == "say what it is by --format jsonl, json, html, tsv, csv, text")
    #expect(error?.message.contains("begins with \"") == true)
  }

  @Test(arguments: [
    ([0x28, 0xB5, 0x2F, 0xFD] as [UInt8], "zstd"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
    (Array("BZh9".utf8), "bzip2"), ([0x50, 0x4B, 0x03, 0x04], "zip"),
  ])
  func otherContainersAreNamed(magic: [UInt8], name: String) throws {
    let error = #expect(throws: FormatError.self) { try storedEvents(magic + lines) }
    #expect(error?.code == .unreadableContainer)
    #expect(error?.message.contains(name) == true)
  }

  @Test func aPointerIsNoDump() throws {
    let pointer = "version https://git-lfs.example/spec/v1\noid sha256:0\n"
    #expect(throws: Never.self) { try storedEvents(Array(pointer.utf8)) }
    let real = pointer.replacing("git-lfs.example", with: "git-lfs.github.com")
    let error = #expect(throws: FormatError.self) { try storedEvents(Array(real.utf8)) }
    #expect(error?.remedy == "fetch the file by git lfs pull")
  }

  @Test func theUserDecidesTheFormat() throws {
    let options = ImportOptions(format: Format(named: "TEXT"))
    let (_, events) = try storedEvents(lines, options: options)
    #expect(events.count == 1)
    #expect(Format(named: "papyrus") == nil)
  }

  /// What the consumer throws is not mistaken for damage of the input.
  @Test func errorsOfTheConsumerComeBack() throws {
    struct Stop: Error {}
    var stream = RecordStream(ReaderContext(now: testNow))
    let stored = gzipMember(lines)
    try stream.push(stored.span) { _ in throw Stop() }
    #expect(throws: Stop.self) { try stream.finish { _ in throw Stop() } }
  }
}

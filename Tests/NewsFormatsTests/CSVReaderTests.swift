import NewsModel
import TestSupport
import Testing

@testable import NewsFormats

struct CSVReaderTests {
  private func texts(_ events: [RecordEvent]) -> [String?] { events.map(\.article?.text) }

  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func delimitersAndLineEndsAreRecognised(delimiter: String, lineEnd: String) throws {
    let rows = [
      ["title", "text", "url"],
      ["One", "\"a, b; c | d\t\"\"e\"\"\(lineEnd)f\"", "http://x.example"],
      ["", "plain \"quotes\" inside", ""],
    ]
    let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: lineEnd)
    let events = try eventsCutEverywhere(text, format: .csv)
    #expect(texts(events) == ["a, b; c | d\t\"e\"\(lineEnd)f", "plain \"quotes\" inside"])
    #expect(events.map(\.article?.headline) == ["One", nil])
    #expect(events.map(\.position.record) == [1, 2])
  }

  @Test func rowsKnowTheirLines() throws {
    let text = "id,text\n1,\"a\nb\nc\"\n\n2,d\n"
    let events = try eventsCutEverywhere(text, format: .csv)
    #expect(events.map(\.position) == [.init(record: 1, line: 2), .init(record: 2, line: 6)])
  }

  @Test func unusedCellsAreKept() throws {
    let text = ",id,text,Score\n0,7,Body,\"a\"\"b\"\n"
    let article = try #require(try eventsCutEverywhere(text, format: .csv).first?.article)
    #expect(article.metadata.map(\.name) == ["column 1", "id", "Score"])
    #expect(article.metadata.map(\.json) == ["\"0\"", "\"7\"", "\"a\\\"b\""])
  }

  @Test func raggedRows() throws {
    let text = "id,text,title,url\n1,a\n2\n3,b,t,u,\"\",\n4,c,t,u,x\n5,d,t,u\n"
    let events = try eventsCutEverywhere(text, format: .csv)
    #expect(texts(events) == ["a", nil, "b", nil, "d"])
    #expect(events[0].article?.remarks == ["row has 2 of 4 cells"])
    #expect(events[1].reason == "no text (fields: id)")
    #expect(events[2].article?.remarks == [])
    #expect(
      events[3]
        == .rejected(
          .init(record: 4, line: 5), reason: "row has 5 cells, the header 4",
          excerpt: "4,c,t,u,x\n"))
  }

  @Test func aQuoteThatDoesNotCloseIsNamedByItsLine() throws {
    let text = "id,text\n1,a\n2,\"b\n3,c\n"
    let events = try eventsCutEverywhere(text, format: .csv)
    #expect(
      events.last
        == .rejected(
          .init(record: 2, line: 3), reason: "the quote that opens on line 3 does not close",
          excerpt: "2,\"b\n3,c\n"))
  }

  @Test func cellsAreDecoded() throws {
    let bytes = Array("id,text\n1,caf".utf8) + [0xE9, 0x20, 0x80] + Array("\n2,café".utf8)
    let events = try eventsCutEverywhere(bytes, format: .csv)
    #expect(texts(events) == ["café €", "café"])
    #expect(events.map(\.article?.remarks) == [["not UTF-8: read as Windows-1252"], []])
  }

  @Test func columnsWithoutHeaderAreNumbered() throws {
    let options = ImportOptions(mapping: ["2": .headline, "3": .text])
    let events = try eventsCutEverywhere(
      "\"3\",\"First\",\"a\"\n\"4\",\"Second\",\"b\"\n", format: .csv, options: options)
    #expect(texts(events) == ["a", "b"])
    #expect(events.map(\.article?.headline) == ["First", "Second"])
    #expect(events[0].article?.metadata == [MetadataField(name: "1", json: "\"3\"")])
  }

  @Test func aTableWithoutTextIsRefused() throws {
    let error = #expect(throws: FormatError.self) {
      try events(Array("id,heading two\n1,a\n".utf8), format: .csv)
    }
    #expect(error?.code == .noTextColumn)
    #expect(error?.message.hasSuffix("there are: id, heading two") == true)
  }

  @Test(arguments: ["https://x.example/a,T,article\n", "x,\"a\nb\",text\n"])
  func aFirstRowThatIsNoHeaderIsRefused(text: String) throws {
    let error = #expect(throws: FormatError.self) { try events(Array(text.utf8), format: .csv) }
    #expect(error?.message.hasPrefix("the first row is no header: it holds \"") == true)
  }

  @Test func theUsersMappingWins() throws {
    let options = ImportOptions(mapping: ["Titel": .headline, "TEXT 2": .text])
    let text = "title,titel,text,text_2\nA,B,C,D\n"
    let article = try #require(
      try eventsCutEverywhere(text, format: .csv, options: options).first?.article)
    #expect(article.headline == "B")
    #expect(article.text == "D")
    #expect(article.metadata.map(\.json) == ["\"A\"", "\"C\""])
  }

  @Test func aDelimiterCanBeGiven() throws {
    let options = ImportOptions(delimiter: UInt8(ascii: "^"))
    let events = try eventsCutEverywhere("a^text\n1,2^x,y\n", format: .csv, options: options)
    #expect(texts(events) == ["x,y"])
  }

  @Test func aRowWithoutEndIsGivenUpAndTheNextGoesOn() throws {
    var reader = CSVReader(ReaderContext(now: testNow), delimiter: UInt8(ascii: ","))
    var events: [RecordEvent] = []
    try reader.push(Array("id,text\n1,\"".utf8).span) { events.append($0) }
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 16 << 20)
    for _ in 0..<5 { try reader.push(piece.span) { events.append($0) } }
    try reader.push(Array("\"\n2,a\n".utf8).span) { events.append($0) }
    try reader.finish { events.append($0) }
    #expect(events.map(\.reason) == ["row longer than 64 MB", nil])
  }

  /// Each table beside the rows that it stands for, as a list of objects.
  @Test(
    .enabled(if: Evaluation.path("eval/bad-inputs/csv-spectrum") != nil),
    arguments: evaluationFiles("eval/bad-inputs/csv-spectrum/dev/csvs"))
  func spectrum(path: String) throws {
    let name = try #require(path.split(separator: "/").last).dropLast(4)
    let answer = try #require(
      Evaluation.path("eval/bad-inputs/csv-spectrum/dev/json/\(name).json"))
    var table = try contents(of: path)
    if name.hasSuffix("_crlf"), !table.contains(0x0D) {
      // The copy at hand has lost the line ends that its name and its answer speak of.
      table = table.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }
    #expect(try tableAsObjects(table) == jsonObjects(contents(of: answer)))
  }

  /// The rows under the header's names.
  private func tableAsObjects(_ bytes: [UInt8]) -> [[String: String]] {
    var parser = CSVParser(delimiter: UInt8(ascii: ","))
    var rows: [[String]] = []
    var index = 0
    func take() {
      rows.append((0..<parser.cellCount).map { parser.text(ofCell: $0).text })
      parser.clear()
    }
    while parser.read(bytes.span, &index) { take() }
    if !parser.isAtRowStart {
      parser.finish()
      take()
    }
    return rows.dropFirst().map { row in
      Dictionary(zip(rows[0], row), uniquingKeysWith: { $1 })
    }
  }

  /// A list of objects whose values are strings.
  private func jsonObjects(_ bytes: [UInt8]) throws -> [[String: String]] {
    var objects: [[String: String]] = []
    func string(_ range: Range<Int>, _ hasEscapes: Bool) -> String {
      JSONText(bytes.span.extracting(range), hasEscapes: hasEscapes).text
    }
    var list = JSONScanner()
    try list.array(bytes.span) { element throws(JSONProblem) in
      var object: [String: String] = [:]
      var scanner = JSONScanner(at: element.range.lowerBound)
      try scanner.object(bytes.span) { key, hasEscapes, value throws(JSONProblem) in
        let inside = value.range.lowerBound + 1..<value.range.upperBound - 1
        object[string(key, hasEscapes)] = string(inside, true)
      }
      objects.append(object)
    }
    return objects
  }
}

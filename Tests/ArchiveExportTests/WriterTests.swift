import ArchiveExport
import TestSupport
import Testing

struct WriterTests {
  let folder = TemporaryFolder()

  private func written(_ write: (ByteSink) throws -> Void) throws -> String {
    let path = folder.file("out")
    let sink = try ByteSink(path: path)
    try write(sink)
    return String(decoding: bytes(ofFile: path), as: UTF8.self)
  }

  private func csv(_ rows: [[Cell]], _ dialect: CSVWriter.Dialect = .init()) throws -> String {
    try written { sink in
      var writer = CSVWriter(to: sink, dialect: dialect)
      for row in rows { try writer.write(row) }
      try writer.end()
    }
  }

  @Test(arguments: [
    ("plain", "plain\n"), ("a,b", "\"a,b\"\n"), ("a\"b", "\"a\"\"b\"\n"), ("a\nb", "\"a\nb\"\n"),
    ("a\r\nb", "\"a\r\nb\"\n"), ("", "\"\"\n"), (" a", "\" a\"\n"), ("=1+1", "=1+1\n"),
  ])
  func cellsAreQuotedWhereTheyMustBe(text: String, line: String) throws {
    #expect(try csv([[.text(text)]]) == line)
  }

  @Test func missingIsNotEmpty() throws {
    #expect(try csv([[.missing, .text(""), .integer(3), .real(0.5)]]) == ",\"\",3,0.5\n")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
  func excelGetsNoFormula(text: String) throws {
    let line = try csv([[.text(text)]], .excel)
    #expect(line.hasPrefix("'" + text) || line.hasPrefix("\"'" + text))
  }

  @Test func excelGetsNoCellLongerThanItTakes() throws {
    let long = String(repeating: "\u{1F4F0}", count: 20_000)
    let line = try csv([[.text(long)]], .excel)
    #expect(line.utf16.count - 2 == 32_766)
  }

  @Test func jsonIsEscaped() throws {
    let text = "\"\\\n\t\u{1}\u{7F}\u{2028}é"
    let json = try written { sink in
      var writer = JSONWriter(to: sink, lines: true)
      try writer.begin(columns: ["a\"b"])
      try writer.write([.text(text)])
      try writer.end()
    }
    #expect(json == #"{"a\"b":"\"\\\n\t\u0001\u007f\u2028é"}"# + "\n")
  }

  @Test func anEmptyTableIsStillJSON() throws {
    let json = try written { sink in
      var writer = JSONWriter(to: sink, lines: false)
      try writer.begin(columns: ["a"])
      try writer.end()
    }
    #expect(json == "[]\n")
  }

  @Test func aFileThatCannotBeMadeIsAnError() {
    #expect(throws: OutputError.self) { try ByteSink(path: folder.path + "/no/such/folder") }
  }
}

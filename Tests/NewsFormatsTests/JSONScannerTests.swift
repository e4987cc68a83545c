import TestSupport
import Testing

@testable import NewsFormats

struct JSONScannerTests {
  /// Scans one value and the end; nil if both are right.
  private func problem(_ bytes: [UInt8]) -> JSONProblem? {
    var scanner = JSONScanner()
    do throws(JSONProblem) {
      _ = try scanner.value(bytes.span)
      try scanner.end(bytes.span)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "{}", "[]", "null", "true", "false", "0", "-0", "1.5e+10", "1E-2", "\"\"",
    " [1, \"a\\u00e9\"]\n",
    "{\"a\":{\"b\":[[],{}]}}", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"longer than eight bytes\"",
  ])
  func accepts(json: String) {
    #expect(problem(Array(json.utf8)) == nil)
  }

  @Test(arguments: [
    ("", 0, "the value is missing"), ("[1,]", 3, "no value begins like this"),
    ("[1 2]", 3, "a comma or bracket is missing"), ("{\"a\" 1}", 5, "a colon is missing"),
    ("{a:1}", 1, "a key is missing"), ("{\"a\":1,}", 7, "a key is missing"),
    ("{\"a\":1", 6, "the object does not end"), ("[1", 2, "the array does not end"),
    ("\"abc", 4, "the string does not end"), ("\"ab\\", 3, "the string does not end"),
    ("\"\\x\"", 1, "no such escape"), ("\"\\u12G4\"", 1, "\\u needs four hexadecimal digits"),
    ("\"a\tb\"", 2, "a control character must be escaped"),
    ("01", 1, "something follows the value"),
    ("-", 1, "a digit is missing"), ("1.", 2, "a digit is missing"),
    ("1e", 2, "a digit is missing"),
    ("nul", 0, "no value begins like this"), ("{} x", 3, "something follows the value"),
    ("'a'", 0, "no value begins like this"),
  ])
  func refuses(json: String, offset: Int, message: String) {
    #expect(problem(Array(json.utf8)) == JSONProblem(offset: offset, message: message))
  }

  @Test func nestingHasALimit() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: UInt8(ascii: "["), count: depth)
        + Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(problem(nested(512)) == nil)
    #expect(problem(nested(513))?.message == "deeper than 512 levels")
    #expect(problem(nested(200_000))?.message == "deeper than 512 levels")
  }

  /// The search for a string's end takes eight bytes at a time: every place within a word, and
  /// bytes that differ from the sought ones in one bit, or in the high bit.
  @Test func plainTextEndsAtTheFirstSpecialByte() {
    let neighbours: [UInt8] = [0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7F, 0x80, 0xA2, 0xDC, 0x9F, 0xFF]
    for special: UInt8 in [0x22, 0x5C, 0x00, 0x0A, 0x1F] {
      for place in 0..<24 {
        for neighbour in neighbours {
          var bytes = [UInt8](repeating: neighbour, count: 24)
          #expect(endOfPlainJSON(bytes.span, from: 0) == 24)
          bytes[place] = special
          #expect(endOfPlainJSON(bytes.span, from: 0) == place)
        }
      }
    }
  }

  @Test(
    .enabled(if: Evaluation.path("eval/bad-inputs/json-nst") != nil),
    arguments: evaluationFiles("eval/bad-inputs/json-nst/dev/test_parsing"))
  func testSuite(path: String) throws {
    let name = try #require(path.split(separator: "/").last)
    let bytes = try contents(of: path)
    let problem = problem(bytes)
    if name.hasPrefix("y_") { #expect(problem == nil, "\(name)") }
    if name.hasPrefix("n_") { #expect(problem != nil, "\(name)") }
    // The readers refuse the same files: with y_ nothing is broken, though few are articles.
    let events = try events(bytes, format: .json)
    let isBroken = events.contains { ($0.reason ?? "").contains("JSON") || $0.isCutOff }
    if name.hasPrefix("y_") { #expect(!isBroken, "\(name): \(events)") }
    if name.hasPrefix("n_") { #expect(isBroken, "\(name): \(events)") }
  }
}

extension RecordEvent {
  fileprivate var isCutOff: Bool { (reason ?? "").hasPrefix("the document ends") }
}

struct JSONStringTests {
  @Test(arguments: [
    ("a\\nb\\t\\\"\\\\\\/", "a\nb\t\"\\/"), ("\\u00e9\\u4e2d", "é中"), ("\\ud83d\\ude00!", "😀!"),
    ("\\u0000", "\0"), ("x\\u0041", "xA"), ("\\r\\n", "\r\n"), ("é\\n中", "é\n中"),
  ])
  func decodes(raw: String, expected: String) {
    let decoded = JSONText(Array(raw.utf8).span, hasEscapes: true)
    #expect(decoded.text == expected)
    #expect(!decoded.hasInvalidUTF8 && !decoded.hasLoneSurrogate)
  }

  @Test(arguments: [
    ("\\ud83d", "\u{FFFD}"), ("\\ude00x", "\u{FFFD}x"), ("\\ud83d\\n", "\u{FFFD}\n"),
    ("\\ud83d\\ud83d\\ude00", "\u{FFFD}😀"), ("\\ud83d\\u0041", "\u{FFFD}A"),
    ("\\ud83d\\", "\u{FFFD}\\"),
  ])
  func replacesLoneSurrogates(raw: String, expected: String) {
    let decoded = JSONText(Array(raw.utf8).span, hasEscapes: true)
    #expect(decoded.text == expected)
    #expect(decoded.hasLoneSurrogate)
  }

  @Test(arguments: [false, true])
  func repairsUTF8(hasEscapes: Bool) {
    let decoded = JSONText(([0x61, 0xFF, 0x62] as [UInt8]).span, hasEscapes: hasEscapes)
    #expect(decoded.text == "a\u{FFFD}b")
    #expect(decoded.hasInvalidUTF8)
  }

  @Test(arguments: [
    ("", "\"\""), ("a\"b\\c", "\"a\\\"b\\\\c\""),
    ("\n\r\t\u{1}\u{1F}", "\"\\n\\r\\t\\u0001\\u001f\""),
    ("é中😀/", "\"é中😀/\""),
  ])
  func encodes(text: String, expected: String) {
    #expect(jsonString(text) == expected)
  }
}

import NewsModel
import Testing

@testable import NewsFormats

/// SplitMix64: the same mutations in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

/// What reading came to; errors that are no ``FormatError`` are thrown on.
enum Outcome: Equatable {
  case events([RecordEvent])
  case refused(FormatError)

  init(_ read: () throws -> [RecordEvent]) throws {
    do {
      self = .events(try read())
    } catch let error as FormatError {
      self = .refused(error)
    }
  }
}

/// Damaged input never crashes a reader, and is read the same wherever it is cut.
struct MutationTests {
  private static let jsonLines = """
    {"title":"Harbour reopens","text":"Ships \\u201cwait\\u201d.\\n","date":"2017-01-28T18:05:00Z"}
    {"headline":{"main":"Second"},"body":["a","b"],"authors":[{"name":"A"}],"n":[1,{"x":null}]}
    """
  private static let document =
    #"{"status":"ok","articles":[{"title":"A","content":"B"},{"title":"C \"D\"","content":"E"}],"n":1}"#
  private static let table =
    "title;text;date\r\n\"A; \"\"B\"\"\";\"C\r\nD\";28.01.2017\r\nE;F;\"Jan. 28, 2017\"\r\n"

  @Test(arguments: [
    (Format.jsonLines, jsonLines), (.json, document), (.csv, table), (.tsv, table),
    (.plainText, table),
  ])
  func damageNeverCrashesAndCutsNeverMatter(format: Format, text: String) throws {
    var generator = SeededGenerator(state: 20_170_128)
    for round in 0..<2000 {
      let bytes = mutated(Array(text.utf8), by: &generator)
      let cut = Int.random(in: 0...bytes.count, using: &generator)
      let whole = try Outcome { try events(bytes, format: format) }
      let parts = try Outcome { try events(bytes, format: format, cuts: [cut]) }
      #expect(whole == parts, "round \(round), cut at \(cut): \(bytes)")
    }
  }

  @Test func damagedFilesNeverCrashTheStream() throws {
    var generator = SeededGenerator(state: 42)
    let stored = [
      Array(Self.jsonLines.utf8), gzipMember(Array(Self.document.utf8)),
      gzipMember(utf16(Self.table, bigEndian: true)), utf16(Self.document, bigEndian: false),
    ]
    var readings = 0
    for round in 0..<4000 {
      let bytes = mutated(stored[round % stored.count], by: &generator)
      // Any error but a FormatError fails the test.
      do {
        _ = try storedEvents(bytes, pieceBytes: 1 + round % 50)
        readings += 1
      } catch is FormatError {}
    }
    #expect(readings > 1000)
  }

  @Test func datesSurviveAnything() {
    var generator = SeededGenerator(state: 7)
    let dates = [
      "2017-01-28T18:05:09.123+02:00", "Sat, 28 Jan 2017 18:05:00 GMT", "2017年1月28日 17:04",
      "28. ledna 2017", "1485626700123", "01/28/2017 6:05 p.m. EST", "2017-W04-6",
    ]
    var understood = 0
    for round in 0..<20_000 {
      let bytes = mutated(Array(dates[round % dates.count].utf8), by: &generator)
      let text = String(decoding: bytes, as: UTF8.self)
      if case .date(let date) = readDate(
        text, order: DateOrder.allCases.randomElement(using: &generator))
      {
        understood += 1
        #expect((1...9999).contains(date.year))
      }
    }
    #expect(understood > 1000)
  }
}

/// Changes, drops, doubles and inserts a few bytes, with a liking for those that mean something.
func mutated(
  _ bytes: [UInt8], by generator: inout SeededGenerator
) -> [UInt8] {
  let telling = Array("\"\\{}[],:;\n\r\t0u-".utf8) + [0x00, 0x80, 0xC3, 0xED, 0xFF]
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...4, using: &generator) {
    let index = Int.random(in: bytes.indices, using: &generator)
    let byte = telling.randomElement(using: &generator) ?? 0
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes[index] = byte
    case 1: bytes.insert(byte, at: index)
    case 2: bytes.remove(at: index)
    case 3: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    default: bytes.insert(contentsOf: bytes[index...].prefix(9), at: index)
    }
    if bytes.isEmpty { bytes = [byte] }
  }
  return bytes
}

import NewsModel
import Testing

@testable import NewsFormats

struct ContainerTests {
  private let lines = Array("{\"text\":\"a\"}\n{\"text\":\"b\"}\n".utf8)
  private let story = Array("Harbour reopens\n\nShips waited at the mole.\n".utf8)

  /// `lines`, packed by the commands of the same names.
  private static let packed: [(name: String, base64: String)] = [
    ("bzip2", "QlpoOTFBWSZTWSavclgAAAtZgAAQEAAAEDIABEogADEAMAqo0GnqRbaLuziKRFPi7kinChIE1e5LAA=="),
    (
      "xz",
      "/Td6WFoAAATm1rRGAgAhAQwAAACPmEGc4AAZABZdAD2IioaUiBPg84lCoO86qrG6mX/eAAAAAACscqRsXvVjtAABMhogGJQ"
        + "wH7bzfQEAAAAABFla"
    ),
    ("zstd", "KLUv/QRYvQAAiHsidGV4dCI6ImEifQpiIn0KAQBQzC+CdVUP"),
  ]

  private func bytes(_ base64: String) -> [UInt8] { MIMEPart.base64(Array(base64.utf8)[...]) }

  @Test(arguments: packed)
  func packedDumpsAreReadInPiecesOfAnySize(name: String, base64: String) throws {
    for pieceBytes in [1, 3, 1000] {
      for input in [bytes(base64), bytes(base64) + bytes(base64)] {
        let (format, events) = try storedEvents(input, pieceBytes: pieceBytes)
        #expect(format?.name == "jsonl")
        #expect(events.compactMap(\.article?.text).prefix(2) == ["a", "b"])
        #expect(events.allSatisfy { $0.reason == nil })
      }
    }
  }

  @Test(arguments: packed)
  func packedDumpsThatEndTooEarlySaySo(name: String, base64: String) throws {
    let whole = bytes(base64)
    for count in 8..<whole.count - 1 {
      let (_, events) = try storedEvents(Array(whole.prefix(count)))
      #expect(events.last?.reason?.contains("ends in the middle") == true, "\(count) bytes")
    }
  }

  @Test(arguments: packed)
  func damagedPackingIsSurvived(name: String, base64: String) {
    var generator = SeededGenerator(state: 1)
    for _ in 0..<300 {
      _ = try? storedEvents(mutated(bytes(base64), by: &generator))
    }
  }

  private func check(_ archive: [UInt8], _ expected: String) throws {
    for pieceBytes in [1, 5, 100_000] {
      let (format, events) = try storedEvents(archive, pieceBytes: pieceBytes)
      #expect(format?.name == expected)
      #expect(events.map(\.article?.text) == ["a", "b", "\nShips waited at the mole.\n"])
      #expect(events.map(\.position.record) == [1, 2, 3])
      #expect(
        events.map { $0.article?.metadata.last }
          == [
            MetadataField(name: "member", json: "\"d/a.jsonl\""),
            MetadataField(name: "member", json: "\"d/a.jsonl\""),
            MetadataField(name: "member", json: "\"d/b.txt\""),
          ])
    }
  }

  @Test(arguments: [(true, true), (true, false), (false, true)])
  func filesOfAZipAreReadByTheirOwnFormats(deflated: Bool, sized: Bool) throws {
    let members = [
      ("d/", []), ("d/a.jsonl", lines), ("d/.hidden", story), ("__MACOSX/x", story),
      ("d/b.txt", story),
    ]
    try check(Archives.zip(members, deflated: deflated, sized: sized), "zip")
  }

  @Test func filesOfATarAreReadByTheirOwnFormats() throws {
    try check(
      Archives.header("d/", 0, type: "5")
        + Archives.tar([("d/a.jsonl", lines), ("d/._b.txt", story), ("d/b.txt", story)]), "tar")
  }

  @Test func longNamesOfATarAreRead() throws {
    let long = String(repeating: "long/", count: 40) + "a.jsonl"
    let pax = "\(long.utf8.count + 10) path=\(long)\n"
    for first in [
      Archives.header("././@LongLink", long.utf8.count + 1, type: "L")
        + Archives.padded(Array(long.utf8) + [0]),
      Archives.header("PaxHeader", pax.utf8.count, type: "x") + Archives.padded(Array(pax.utf8)),
    ] {
      let (_, events) = try storedEvents(first + Archives.tar([("short", lines)]))
      #expect(events.first?.article?.metadata.last?.json == jsonString(long))
    }
  }

  @Test func containersNestAndEnd() throws {
    var archive = Archives.zip([("a.jsonl", lines)])
    let (_, once) = try storedEvents(Archives.tar([("inner.zip", archive)]))
    #expect(once.map(\.article?.text) == ["a", "b"])
    for _ in 0..<5 { archive = Archives.zip([("inner.zip", archive)]) }
    let (_, deep) = try storedEvents(archive)
    #expect(deep.count == 1)
    #expect(deep.first?.reason?.hasSuffix("containers nested too deep") == true)
  }

  @Test func whatCannotBeReadInAContainerIsNamed() throws {
    let archive = Archives.zip([
      ("a.py", story), ("b.txt", story), ("c.bin", [0, 1, 2, 3, 4, 5, 6]),
    ])
    let (_, events) = try storedEvents(archive)
    #expect(events.count == 3)
    #expect(events[0].reason == "a.py: is no article: a .py file")
    #expect(events[1].article != nil)
    #expect(events[2].reason?.hasPrefix("c.bin: has no format known here") == true)
  }

  @Test func anEmptyContainerSaysSo() throws {
    #expect(
      try storedEvents(Archives.zip([])).events.map(\.reason) == ["the archive holds no articles"])
  }

  @Test func damagedContainersAreSurvived() throws {
    var generator = SeededGenerator(state: 3)
    let archives = [
      Archives.zip([("a.jsonl", lines), ("b.txt", story)]),
      Archives.zip([("a.jsonl", lines)], sized: false),
      Archives.tar([("a.jsonl", lines), ("b.txt", story)]),
      Archives.word(["Harbour", "Ships wait."]),
    ]
    for round in 0..<800 {
      let bytes = mutated(archives[round % archives.count], by: &generator)
      _ = try? storedEvents(bytes, pieceBytes: 1 + round % 90)
    }
    for archive in archives {
      for count in stride(from: 0, to: archive.count, by: 3) {
        _ = try? storedEvents(Array(archive.prefix(count)))
      }
    }
  }

  /// A megabyte of zeros for each of a few bytes: what comes out is passed on, not kept.
  @Test func aBombIsReadInPieces() throws {
    var member: [UInt8] = []
    for _ in 0..<64 { member += gzipMember([UInt8](repeating: 0x20, count: 60_000)) }
    let (_, events) = try storedEvents(Archives.zip([("a.txt.gz", member)], deflated: false))
    #expect(events.allSatisfy { $0.article == nil })
  }
}

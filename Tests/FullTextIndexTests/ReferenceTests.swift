import ArchiveStorage
import FullTextIndex
import TestSupport
import Testing

/// FTS5 itself is the reference: what is written beside it has the same bytes.
@Suite struct ReferenceTests {
  @Test(arguments: [1, 40, 700])
  func aSegmentHasTheBytesThatFTS5Writes(articles: Int) throws {
    try expectSameBytes(RandomTexts(seed: UInt64(articles)).articles(articles))
  }

  @Test func aWordInEveryArticleHasAnIndexOfItsPages() throws {
    // Long lists of one word go over many pages; the list's index over several, too.
    let texts = (0..<12_000).map { number in
      Text(id: Int64(number) * 1_000_003, body: "the the the the word\(number % 7)", headline: nil)
    }
    try expectSameBytes(texts)
  }

  @Test func aLongArticleGoesOverManyPages() throws {
    let long = (0..<60_000).map { "w\($0 % 3)" }.joined(separator: " ")
    let texts = [
      Text(id: 5, body: long, headline: "w1"), Text(id: 6, body: "w1 w2", headline: long),
      Text(id: 7, body: String(repeating: "x", count: 40_000), headline: nil),
    ]
    try expectSameBytes(texts)
  }

  @Test func everyCharacterIsFoldedAsFTS5DoesIt() throws {
    var text = String.UnicodeScalarView()
    // Between letters, and alone. The alphabets are taken whole, the rest of the planes by samples.
    for value in Array(UInt32(1)..<0x3400) + stride(from: 0x3400, to: 0x11_0000, by: 89) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      text.append("b")
      text.append(scalar)
      text.append("c")
      text.append(" ")
      text.append(scalar)
      text.append(" ")
    }
    try expectSameBytes([Text(id: 1, body: String(text), headline: nil)])
  }

  /// Both write the same pages.
  private func expectSameBytes(_ texts: [Text]) throws {
    let reference = try FullTextTable()
    try reference.insert(texts)
    let ours = try FullTextTable()
    try ours.writeSegment(texts)
    for table in ["data", "idx"] {
      let isSame = try ours.rows(table) == reference.rows(table)
      #expect(isSame, "\(table)")
    }
    try ours.checkIntegrity()
  }

  /// Lists are merged whole, and in pieces of a page.
  @Test(arguments: [1 << 16, 1])
  func mergedSegmentsSayWhatTheirSourcesSaid(pieceBytes: Int) throws {
    let texts = RandomTexts(seed: 3).articles(600)
    let table = try FullTextTable()
    for start in stride(from: 0, to: texts.count, by: 150) {
      try table.writeSegment(Array(texts[start..<start + 150]))
    }
    // Some articles get other texts, one none at all.
    var revised = texts
    for index in stride(from: 0, to: 600, by: 9) {
      revised[index].body = index == 0 ? "" : "other words, and the same"
    }
    let changed = texts.indices.filter { revised[$0].body != texts[$0].body }
    try table.writeSegment(changed.map { revised[$0] }, replacing: changed.map { texts[$0] })
    try table.setContent(revised)
    try table.checkIntegrity()
    let before = try table.hits(of: ["the", "other", "w12", "same", "and"])
    try table.mergeAll(pieceBytes: pieceBytes)
    #expect(try table.segmentCount() == 1)
    #expect(try table.hits(of: ["the", "other", "w12", "same", "and"]) == before)
    try table.checkIntegrity()
  }
}

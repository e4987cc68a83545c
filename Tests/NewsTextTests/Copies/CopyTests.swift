import Testing

@testable import NewsText

struct CopyTests {
  /// Words without meaning, the same for the same seed.
  static func text(_ seed: UInt64, words: Int) -> [String] {
    var random = SplitMix(seed)
    return (0..<words).map { _ in "w\(random.next() % 5000)" }
  }

  private func sequences(_ text: String) -> WordSequences { WordSequences(of: text) }

  @Test func punctuationCaseAndQuoteMarksMakeNoDifference() {
    let plain = #""We won't sail," said the crew, "until Monday's talks are over.""#
    let printed = "“WE WON’T SAIL” — said the crew — “until Monday’s talks are over”"
    #expect(sequences(plain) == sequences(printed))
    #expect(sequences("one two three four").hashes.isEmpty)
    #expect(sequences("one two three four five").hashes.count == 1)
  }

  @Test func aCutStoryIsContainedInTheWholeOne() {
    let story = Self.text(1, words: 400)
    let whole = sequences(story.joined(separator: " "))
    #expect(sequences(story[..<100].joined(separator: " ")).containment(with: whole) == 1)
    #expect(whole.containment(with: sequences(story[200...].joined(separator: " "))) == 1)
    let other = sequences(Self.text(2, words: 400).joined(separator: " "))
    #expect(whole.containment(with: other) < 0.01)
    #expect(whole.containment(with: sequences("")) == 0)
  }

  @Test func aShortTextThatSharesAQuoteIsNoCopy() {
    let quote = Self.text(20, words: 24)
    let (brief, report) = (Self.text(21, words: 12) + quote, Self.text(22, words: 200) + quote)
    let shared = sequences(brief.joined(separator: " "))
    let whole = sequences(report.joined(separator: " "))
    #expect(shared.containment(with: whole) > 0.5)
    #expect(shared.containmentOfCopies(with: whole) == nil)
    #expect(sequences(quote.joined(separator: " ")).containmentOfCopies(with: whole) == 1)
  }

  @Test func scriptsWithoutSpacesAreComparedByTheirCharacters() {
    let whole = sequences("渡轮罢工进入第二周，工会表示谈判尚未取得进展。")
    #expect(sequences("渡轮罢工进入第二周").containment(with: whole) == 1)
  }

  @Test func aFingerprintIsSmallAndShortTextsHaveNone() {
    #expect(Fingerprint(of: Self.text(3, words: 23).joined(separator: " ")).hashes.isEmpty)
    let sizes = (0..<50).map {
      Fingerprint(of: Self.text(100 + $0, words: 400).joined(separator: " ")).hashes.count
    }
    // A quarter of the first 48 sequences and one of 32 of the others.
    #expect((15...32).contains(sizes.reduce(0, +) / sizes.count))
    let hashes = Fingerprint(of: Self.text(4, words: 4000).joined(separator: " ")).hashes
    #expect(hashes == Set(hashes).sorted())
  }

  /// Articles of which some are copies of others: cut, with other words here and there, glued together.
  private static func corpus(_ seed: UInt64) -> [String] {
    var random = SplitMix(seed)
    var texts: [[String]] = []
    for number in 0..<120 {
      guard number > 5, random.next() % 3 > 0 else {
        texts.append(text(seed &* 1000 + UInt64(number), words: 60 + Int(random.next() % 200)))
        continue
      }
      var copy = texts[Int(random.next() % UInt64(texts.count))]
      switch random.next() % 4 {
      case 0: copy = Array(copy.prefix(max(40, copy.count / 3)))
      case 1: copy = Array(copy.dropFirst(copy.count / 3))
      case 2:
        for place in stride(from: 0, to: copy.count, by: 9) {
          copy[place] = "x\(random.next() % 99)"
        }
      default: copy += texts[Int(random.next() % UInt64(texts.count))]
      }
      texts.append(copy)
    }
    return texts.map { $0.joined(separator: " ") }
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func whatComesInPartsIsWhatComesAtOnce(seed: UInt64) throws {
    let texts = Self.corpus(seed)
    let fingerprints = texts.map(Fingerprint.init(of:))
    let sequences = texts.map(WordSequences.init(of:))
    let all = try CopyAssignment(fingerprints, known: texts.map { _ in nil }) {
      sequences[$0].containmentOfCopies(with: sequences[$1])
    }
    #expect(all.kinds.contains { $0 != .original })
    // A part is known, in whatever order it came; then the rest comes.
    var random = SplitMix(seed)
    let isFirst = texts.map { _ in random.next() % 2 == 0 }
    let places = texts.indices.filter { isFirst[$0] }
    let first = try CopyAssignment(
      places.map { fingerprints[$0] }, known: places.map { _ in nil }
    ) { sequences[places[$0]].containmentOfCopies(with: sequences[places[$1]]) }
    var known = [CopyAssignment.Kind?](repeating: nil, count: texts.count)
    for (index, place) in places.enumerated() {
      switch first.kinds[index] {
      case .copy(let original, let containment):
        known[place] = .copy(of: places[original], containment: containment)
      default: known[place] = first.kinds[index]
      }
    }
    let second = try CopyAssignment(fingerprints, known: known) {
      sequences[$0].containmentOfCopies(with: sequences[$1])
    }
    #expect(second.kinds == all.kinds)
  }

  @Test func everyCopyIsOneOfItsOriginal() throws {
    let texts = Self.corpus(9)
    let sequences = texts.map(WordSequences.init(of:))
    let found = try CopyAssignment(
      texts.map(Fingerprint.init(of:)), known: texts.map { _ in nil }
    ) { sequences[$0].containmentOfCopies(with: sequences[$1]) }
    for (number, kind) in found.kinds.enumerated() {
      guard case .copy(let original, let containment) = kind else { continue }
      #expect(original < number && found.kinds[original] == .original)
      #expect(containment == sequences[number].containment(with: sequences[original]))
      #expect(containment >= 0.5)
    }
    // The fingerprints have lost nothing that comparing all with all finds.
    for number in texts.indices where found.kinds[number] == .original {
      for other in 0..<number where found.kinds[other] == .original {
        #expect(sequences[number].containmentOfCopies(with: sequences[other]) == nil)
      }
    }
  }

  @Test func manyCopiesOfOneStoryAreNoSquare() throws {
    let text = Self.text(7, words: 100).joined(separator: " ")
    let fingerprint = Fingerprint(of: text)
    var compared = 0
    let found = try CopyAssignment(
      Array(repeating: fingerprint, count: 20_000), known: Array(repeating: nil, count: 20_000)
    ) { _, _ in
      compared += 1
      return 1
    }
    #expect(found.kinds.dropFirst().allSatisfy { $0 == .copy(of: 0, containment: 1) })
    #expect(compared < 25_000)
  }

  @Test(arguments: [(0, 0), (3, 4), (100, 40), (101, 50), (3000, 60)])
  func hashesOfManyArticlesAreInOrder(articles: Int, hashes: Int) {
    var random = SplitMix(UInt64(articles))
    // Low numbers among them, so that articles have hashes in common.
    let fingerprints = (0..<articles).map { _ in
      (0..<hashes).map { $0 % 3 == 0 ? UInt32(random.next() % 50) : UInt32(random.next() >> 32) }
    }
    let expected = fingerprints.enumerated().flatMap { article, hashes in
      hashes.map { UInt64($0) << 32 | UInt64(article) }
    }
    #expect(hashPairs(of: fingerprints) == expected.sorted())
  }
}

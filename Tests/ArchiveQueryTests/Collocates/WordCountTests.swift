import ArchiveStorage
import NewsModel
import TestSupport
import Testing

@testable import ArchiveQuery

/// Hits, collocates and key words of random articles, against counting by hand.
struct WordCountTests {
  private struct Generator {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }

    mutating func text(_ words: Int) -> String {
      (0..<words).map { _ in "w\(next(6) * next(6))" }.joined(separator: " ")
    }
  }

  /// Bodies as they stand in the archive: some were revised, in a segment of their own.
  private static let bodies: (first: [String], last: [String]) = {
    var random = Generator(state: 11)
    let first = (0..<600).map { _ in random.text(random.next(40)) }
    let last = first.enumerated().map { $0.offset % 50 == 7 ? random.text(20) : $0.element }
    return (first, last)
  }()
  private static let file = Result {
    let (first, last) = bodies
    let revised = Dictionary(
      uniqueKeysWithValues: first.indices.filter { first[$0] != last[$0] }.map { ($0, last[$0]) })
    return try SampleFile(
      first.enumerated().map { index, body in
        Sample(
          headline: "w1 w2", body: body, date: "20\(10 + index % 10)",
          source: "Paper \(index % 3)")
      }, batch: 150, revised: revised)
  }
  let reader: ArchiveReader
  private var texts: [[[Substring]]] {
    Self.bodies.last.map { [$0.split(separator: " "), ["w1", "w2"]] }
  }

  init() throws { reader = try ArchiveReader(Archive(path: try Self.file.get().path)) }

  @Test(arguments: [
    "w1", "w0 w4", "w1 OR w2 OR w3", "w1 -w5", "w2 w/2 w3", "w2 pre/3 w3", "\"w1 w2\"", "\"w0 w0\"",
    "w1*", "headline:w1", "\"w1 w2 w3\"~4", "atleast3(w4)", "w9 source:\"Paper 1\"",
    "w9 date:2012..2014", "w1 OR source:\"Paper 1\"", "\"w1 w2\" OR w1", "(w1 OR w2) w/3 w4",
    "w2 NOT w/3 w3", "w1 has:quote", "w6 lang:en OR w8",
    // What one side of an OR does not meet is not marked there.
    "w9 AND w25 OR w16", "(w9 NOT w25) OR w16", "(w9 AND w25) OR w99", "w9 NOT w25 OR w16",
    "w4 AND (w9 OR w25)", "w0 AND (w9 OR w25 w16)", "(w9 OR w16) OR w25",
    "lead:w1", "w1 w/s w2", "w2 w/p w9", "w?", "*5", "w1~1", "caps(w1) OR w2", "lead:(w1 w/3 w2)",
  ])
  func theIndexCountsWhatTheTextsHave(query: String) throws {
    let concordance = try Concordance(Query(parsing: query), in: reader)
    var lines = 0
    try concordance.forEachLine { _ in
      lines += 1
      return true
    }
    #expect(lines == concordance.total)
    // What is marked in articles that are shown is what is counted.
    let search = try ArticleSearch(Query(parsing: query), in: reader)
    let texts = try HitTexts(search)
    var hits = 0
    try search.forEachID {
      hits += try texts.read($0.rawValue)?.hits.count ?? 0
      return true
    }
    #expect(hits == concordance.total)
    // Sorted by words that were read in another way, the same lines come.
    var sorted: [(match: String, next: String)] = []
    try concordance.forEachLine(order: .words([.match, .right(1), .left(1)])) { line in
      sorted.append((line.match, line.right.split(separator: " ").first.map(String.init) ?? ""))
      return true
    }
    #expect(sorted.count == lines && zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func singleWordsAreCountedByHand() throws {
    for word in ["w0", "w1", "w25", "w7"] {
      let expected = texts.joined().joined().count { $0 == word }
      #expect(try Concordance(Query(parsing: word), in: reader).total == expected)
      let counts = try Counts(of: [Query(parsing: word)], per: .words, in: reader)
      #expect(counts.rows.map(\.count) == [expected])
      #expect(counts.rows.map(\.all) == [texts.joined().joined().count])
    }
  }

  @Test(arguments: [(2, 3), (0, 1), (30, 0)])
  func collocatesAreCountedByHand(left: Int, right: Int) throws {
    let node = "w5"
    var counts: [Substring: Int] = [:]
    for words in texts.joined() {
      for (index, word) in words.enumerated() where word != node {
        let near = words.indices.contains { other in
          words[other] == node && (other > index ? other - index <= left : index - other <= right)
        }
        if near { counts[word, default: 0] += 1 }
      }
    }
    let all = texts.joined().joined()
    let hits = all.count { $0 == node }
    let collocates = try Collocates(
      of: Query(parsing: node), in: reader, left: left, right: right, least: 1)
    #expect(collocates.hits == hits)
    #expect(collocates.windowTokens == counts.values.reduce(0, +))
    #expect(collocates.referenceTokens == all.count - hits)
    for (word, count) in counts {
      let total = all.count { $0 == word }
      let table = ContingencyTable(
        both: count, first: collocates.windowTokens, word: total,
        all: collocates.referenceTokens)
      let its = collocates.words.first { $0.word == word }
      guard Double(count) > table.expected else {
        #expect(its == nil)
        continue
      }
      #expect(its?.count == count && its?.total == total)
      #expect(its?.logLikelihood == table.logLikelihood)
    }
  }

  @Test(arguments: [nil, "source:\"Paper 1\""])
  func keyWordsAreCountedByHand(against: String?) throws {
    let articles = texts
    let keyness = try Keyness(
      of: Query(parsing: "source:\"Paper 0\""), against: against.map { try Query(parsing: $0) },
      in: reader, least: 1)
    let mine = articles.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    let others = articles.enumerated().filter {
      against == nil ? $0.offset % 3 != 0 : $0.offset % 3 == 1
    }.map(\.element)
    #expect(keyness.articles == mine.count && keyness.referenceArticles == others.count)
    #expect(keyness.tokens == mine.joined().joined().count)
    #expect(keyness.referenceTokens == others.joined().joined().count)
    for word in keyness.words {
      #expect(word.count == mine.joined().joined().count { $0 == word.word })
      #expect(word.referenceCount == others.joined().joined().count { $0 == word.word })
      #expect(word.articles == mine.count { $0.joined().contains { $0 == word.word } })
    }
    #expect(
      zip(keyness.words, keyness.words.dropFirst()).allSatisfy {
        $0.logLikelihood >= $1.logLikelihood
      })
  }
}

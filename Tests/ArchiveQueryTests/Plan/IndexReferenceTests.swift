import ArchiveStorage
import NewsModel
import TestSupport
import Testing

@testable import ArchiveQuery

/// The index is read without FTS5, which stays the reference: both find the same articles and rank
/// them alike.
struct IndexReferenceTests {
  /// Many short articles: lists that go over pages, in segments of which eight were merged, some void.
  private static let file = Result {
    var random = Random(seed: 7)
    var samples = (0..<30_000).map { _ in sample(&random) }
    // A word so often in one article that pages between have no article of their own.
    for index in [40, 9000, 20_500] {
      samples[index].body = String(repeating: "the and ", count: 15_000) + "w117 w3"
    }
    let revised = Dictionary(
      uniqueKeysWithValues: (0..<300).map { ($0 * 97, random.text(words: 12)) })
    return try SampleFile(samples, batch: 3300, revised: revised)
  }

  /// The same with the index in one piece.
  private static let optimized = Result {
    let path = try file.get().path
    let folder = TemporaryFolder()
    let copy = folder.file("optimized.backfile")
    try Connection(path: path, mode: .write).run("VACUUM INTO ?1", [.text(copy)])
    let report = try ArchiveOptimization(Archive(path: copy)).run()
    #expect(report.segmentsBefore > 2 && report.bytesAfter <= report.bytesBefore)
    return (folder, copy)
  }

  @Test func optimizedArchivesAreSoundAndSayTheSame() throws {
    let (before, after) = (try Self.file.get().path, try Self.optimized.get().1)
    // The books of a test's articles are not kept.
    let findings = try ArchiveCheck(Archive(path: after)).run().filter { !$0.problems.isEmpty }
    #expect(findings.allSatisfy { $0.subject == "counts of the imports" })
    for query in ["the", "w3", "\"the w3\"", "w1 OR w2", "w1*", "nowhere"] {
      let hits = try [before, after].map { path in
        let search = try ArticleSearch(
          Query(parsing: query), in: ArchiveReader(Archive(path: path)))
        let best = try search.hits(order: .relevance, limit: 20).map(\.id.description)
        return ["\(try search.total())"] + best
      }
      #expect(hits[0] == hits[1])
    }
  }

  private static func sample(_ random: inout Random) -> Sample {
    let (month, day) = (1 + random.next(12), 1 + random.next(28))
    let digits = [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let date = "\(2001 + random.next(6))-\(digits[0])-\(digits[1])"
    return Sample(
      headline: random.next(3) == 0 ? nil : random.text(words: 3),
      body: random.text(words: 2 + random.next(30)),
      date: random.next(40) == 0 ? nil : date, source: "Paper \(random.next(9))")
  }

  @Test(arguments: [
    "the", "and", "w3", "w117", "w150", "nowhere", "the w1", "w2 w3", "w3 w150", "the OR w90",
    "w1 OR w2 OR w140", "\"the and\"", "\"w1 the\"", "\"the w3 and\"", "\"w100 the\"", "w11*",
    "w1*",
    "\"the w1*\"", "headline:the", "headline:w2",
  ])
  func findsAndRanksWhatFTS5Does(query: String) throws {
    let file = try Self.file.get()
    let reader = try ArchiveReader(Archive(path: file.path))
    let expected = try reference(query, in: reader)
    let search = try ArticleSearch(Query(parsing: query), in: reader)
    let best = try search.hits(order: .relevance, limit: 10)
    #expect(try search.total() == expected.count)
    #expect(best.map(\.id) == expected.prefix(10).map(\.id))
    if let first = expected.first, let ours = best.first?.score {
      // One phrase is ranked without its weight, which is the same for all.
      for (hit, other) in zip(best, expected) {
        #expect(abs((hit.score ?? 0) / ours - other.score / first.score) < 1e-9)
      }
    }
    let newest = expected.map(\.id).sorted(by: >)
    for limit in [0, 1, 10, 700, .max] {
      let fresh = try ArticleSearch(Query(parsing: query), in: reader)
      let isSame = try fresh.hits(limit: limit).map(\.id) == Array(newest.prefix(limit))
      #expect(isSame, "the newest \(limit)")
    }
    var all: [ArticleID] = []
    try search.forEachID {
      all.append($0)
      return true
    }
    // What differs would be thousands of lines.
    let isSame = all == newest
    #expect(isSame)
  }

  @Test func keepsTheBestArticlesOfCommonWords() throws {
    let reader = try ArchiveReader(Archive(path: try Self.file.get().path))
    let kept = try reader.connection.rows("SELECT CAST(word AS TEXT) FROM word_best") { $0.text(0) }
    #expect(Set(kept).isSuperset(of: ["the", "and"]))
  }

  @Test(arguments: ["the", "w1", "w2 w3", "\"the and\"", "w1 OR w150", "\"the w1*\""])
  func filtersAsTheTablesDo(query: String) throws {
    let reader = try ArchiveReader(Archive(path: try Self.file.get().path))
    for (filter, condition) in [
      ("source:\"Paper 4\"", "s.name = 'Paper 4'"),
      ("date:2002..2003", "a.date BETWEEN '2002-01-01' AND '2003-12-31'"),
      ("source:\"Paper 2\" date:2004-05", "s.name = 'Paper 2' AND a.date LIKE '2004-05%'"),
    ] {
      let expected = try reference(query, in: reader, condition: condition)
      let search = try ArticleSearch(Query(parsing: "(\(query)) \(filter)"), in: reader)
      let best = try search.hits(order: .relevance, limit: 10)
      #expect(best.map(\.id) == expected.prefix(10).map(\.id))
      #expect(try search.total() == expected.count)
      // What was asked before changes nothing.
      #expect(try search.hits(order: .relevance, limit: 10).map(\.score) == best.map(\.score))
      let newest = expected.map(\.id).sorted(by: >)
      let fresh = try ArticleSearch(Query(parsing: "(\(query)) \(filter)"), in: reader)
      #expect(try fresh.hits(limit: 5).map(\.id) == Array(newest.prefix(5)))
      let years = try search.facets(by: .year).reduce(0) { $0 + $1.count }
      #expect(years == expected.count)
    }
  }

  /// What FTS5 finds, the best first by its own BM25.
  private func reference(
    _ query: String, in reader: ArchiveReader, condition: String = "TRUE"
  ) throws -> [(id: ArticleID, score: Double)] {
    // FTS5 has the mark of a prefix behind the phrase.
    let match = query.replacing("*\"", with: "\" *")
    return try reader.connection.rows(
      """
      SELECT f.rowid, bm25(article_fts, 1.0, 4.0) AS score
      FROM article_fts f JOIN article_record a ON a.id = f.rowid LEFT JOIN source s ON s.id = a.source_id
      WHERE article_fts MATCH ?1 AND \(condition) ORDER BY score, f.rowid DESC
      """, [.text(match)]
    ) { (ArticleID(rawValue: $0.integer(0)), -$0.real(1)) }
  }
}

/// The same numbers on every machine.
private struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 11) % bound
  }

  mutating func text(words: Int) -> String {
    (0..<words).map { _ in
      switch next(6) {
      case 0, 1: "the"
      case 2: "and"
      default: "w\(next(160) * next(160) / 160)"
      }
    }.joined(separator: " ")
  }
}

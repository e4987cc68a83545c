import TestSupport
import Testing

@testable import ArchiveQuery
@testable import ArchiveStorage

/// The packed form of where quotes stand.
struct QuotePlacesTests {
  @Test(arguments: [
    [], [(0, 1, 1)], [(5, 3, 127), (5, 200, 128), (1_000, 1, 50_000)],
    // A quote that begins before the one before it.
    [(300, 20, 2), (7, 4, 2), (.max, .max, 1)],
  ])
  func whatIsPackedIsReadAgain(quotes: [(token: Int32, tokens: Int32, manner: Int64)]) throws {
    var packed = QuotePlaces()
    for quote in quotes {
      packed.add(token: quote.token, tokens: quote.tokens, manner: quote.manner)
    }
    let places = packed.bytes.withUnsafeBytes { Array(QuotePlaceReader($0)) }
    #expect(
      places
        == quotes.map {
          QuotePlace(
            start: UInt32($0.token), end: UInt32($0.token) + UInt32($0.tokens),
            manner: UInt32($0.manner))
        })
  }

  @Test func whatIsDamagedEndsSomewhere() {
    var random = SeededGenerator(seed: 9)
    for count in 0..<300 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) | 0x80 & 0xF0 }
      let places = bytes.withUnsafeBytes { Array(QuotePlaceReader($0)) }
      #expect(places.allSatisfy { $0.start <= $0.end })
    }
  }

  @Test func anArchiveWithoutTheTableIsAnsweredAndBroughtUpToDate() throws {
    let folder = TemporaryFolder()
    let path = folder.file("old.backfile")
    let source = try Connection(path: try ArticleSearchTests.file.get().path, mode: .read)
    try source.run("VACUUM INTO ?1", [.text(path)])
    let connection = try Connection(path: path, mode: .write)
    func rows() throws -> [String] {
      try connection.rows("SELECT arrival || ' ' || hex(places) FROM quote_places") { $0.text(0) }
    }
    func totals() throws -> [Int] {
      try QuoteSearchTests.cases.map { item in
        try QuoteSearch(Query(parsing: item.query), in: ArchiveReader(Archive(path: path))).total()
      }
    }
    func problems() throws -> [String] {
      try ArchiveCheck(Archive(path: path)).run()
        .first { $0.subject == "places of quotes" }?.problems ?? ["not looked at"]
    }
    let before = try rows()
    #expect(!before.isEmpty)
    try connection.execute("DROP TABLE quote_places")
    #expect(try totals() == QuoteSearchTests.cases.map(\.found.count))
    let step = try #require(Migration.all.first { $0.version == QuotePlaces.migration })
    try connection.execute(step.sql)
    #expect(try !problems().isEmpty)
    try QuotePlaces.fill(connection)
    #expect(try rows() == before)
    #expect(try problems().isEmpty)
    #expect(try totals() == QuoteSearchTests.cases.map(\.found.count))
    try connection.execute("INSERT INTO quote_places VALUES (4000000, x'010101')")
    #expect(try !problems().isEmpty)
  }
}

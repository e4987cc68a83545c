import ArchiveStorage
import NewsModel
import TestSupport
import Testing

@testable import ArchiveQuery

/// Archives whose tables say what cannot be: they are refused as damaged or answered, and never end the
/// program.
struct DamagedArchiveTests {
  private static let file = Result {
    try SampleFile(
      (0..<30).map { index in
        Sample(
          headline: "Ferry \(index)", body: "The ferry said “stop it now” to Doe\(index).",
          date: index % 3 == 0 ? nil : "2017-01-0\(index % 9 + 1)", source: "Coast \(index % 4)",
          section: "News", language: "en",
          quotes: [SampleQuote(text: "stop it now", speakers: ["Doe\(index)"])],
          boilerplate: [(.related, "Read more \(index)")])
      }, batch: 10)
  }

  /// Everything that reads what is packed.
  private func ask(_ path: String) throws {
    let reader = try ArchiveReader(Archive(path: path))
    var errors: [any Error] = []
    func attempt(_ body: () throws -> Void) {
      do { try body() } catch { errors.append(error) }
    }
    for text in [
      "ferry", "headline:f*", "\"the ferry\"", "f* w/s s*", "source:coast", "section:news ferry",
      "date:2017-01", "has:date", "no:source", "lang:en", "speaker:doe3", "quote:stop", "ferrz~1",
      "*erry", "~ferry", "is:original", "boilerplate:more", "quote:(stop speaker:doe*)", "*",
    ] {
      attempt {
        let search = try ArticleSearch(Query(parsing: text), in: reader)
        _ = try search.total()
        for order in HitOrder.allCases { _ = try search.hits(order: order, limit: 5) }
      }
      attempt { _ = try QuoteSearch(Query(parsing: text), in: reader).hits(order: .relevance) }
    }
    attempt { _ = try Query(parsing: "ferrz").unknownWords(in: reader) }
    attempt { _ = try SourceList(reader).sources }
    attempt { _ = try BoilerplateSearch(Query(parsing: "more"), in: reader).hits() }
    attempt { _ = try ArchiveStatistics(reader) }
    attempt { _ = try SpeakerList(reader) }
    for error in errors where !(error is QueryPlanError) {
      #expect((error as? StorageError)?.kind == .damaged, "\(error)")
    }
  }

  static let damage = [
    "UPDATE article_block SET articles = 4611686018427387904",
    "UPDATE article_block SET articles = -1",
    "UPDATE article_block SET articles = 262144",
    "UPDATE article_block SET articles = articles + 1",
    "UPDATE article_block SET id = 9223372036854775807 WHERE id = (SELECT max(id) FROM article_block)",
    "UPDATE article_block SET id = -1 WHERE id = (SELECT min(id) FROM article_block)",
    "UPDATE article_block SET arrivals = x'FFFFFFFF'",
    "UPDATE article_block SET arrivals = x'FFFFFFFFFFFFFFFF', sources = x'FFFFFFFFFFFFFFFF'",
    "UPDATE article_block SET sections = x'FFFFFFFF'",
    "UPDATE article_block SET arrivals = x'01', lengths = x'', sources = x'010203'",
    "UPDATE article_block SET arrivals = randomblob(4000), lengths = randomblob(4000)",
  ]

  @Test(arguments: damage)
  func packedFactsThatCannotBeAreDamage(sql: String) throws {
    let folder = TemporaryFolder()
    let path = try write(damage: sql, in: folder)
    let findings = try ArchiveCheck(Archive(path: path)).run()
    #expect(
      findings.first { $0.subject.contains("ranking") }?.problems.isEmpty == false, "\(findings)")
    try ask(path)
    withExtendedLifetime(folder) {}
  }

  /// Facts of which some are missing are no answer: they would be those of other articles.
  @Test(arguments: ["articles = articles + 1", "sources = x'010203'", "sources = sources || x'00'"])
  func listsThatAreTooShortOrTooLongAreRefused(change: String) throws {
    let folder = TemporaryFolder()
    let path = try write(damage: "UPDATE article_block SET " + change, in: folder)
    let error = #expect(throws: StorageError.self) {
      let reader = try ArchiveReader(Archive(path: path))
      _ = try ArticleSearch(Query(parsing: "source:coast"), in: reader).total()
    }
    #expect(error?.kind == .damaged)
    withExtendedLifetime(folder) {}
  }

  @Test func aSoundArchiveHasNoProblems() throws {
    for finding in try ArchiveCheck(Archive(path: Self.file.get().path)).run() {
      // The samples are no import, so that they are in no books.
      guard !finding.subject.contains("imports") else { continue }
      #expect(finding.problems == [], "\(finding.subject)")
    }
    try ask(Self.file.get().path)
  }

  @Test(arguments: [
    "UPDATE speaker_quote SET quote_id = -quote_id",
    "UPDATE speaker_quote SET quote_id = 9223372036854775807",
    "UPDATE source SET id = 9223372036854775807 WHERE id = 1",
    "UPDATE source SET id = -1 WHERE id = 1",
    "UPDATE quote_record SET id = id - 9000000000000000000",
    "UPDATE quote_record SET start = 9223372036854775807, token = 9223372036854775807",
    "UPDATE article_record SET arrival = -arrival", "UPDATE article_record SET id = -id",
    "UPDATE boilerplate SET id = 9223372036854775807 WHERE id = 1",
    "UPDATE article_boilerplate SET arrival = -arrival",
    "UPDATE quote_places SET places = randomblob(50)",
    "UPDATE quote_places SET places = x'FFFFFFFFFFFFFFFFFFFFFFFFFFFF'",
    "UPDATE vocabulary SET words = randomblob(50)",
    "UPDATE vocabulary SET words = x'00056665727279FFFFFFFFFFFFFFFF7F00056665727279FFFFFFFFFFFFFFFF7F'",
    "UPDATE word_best SET record = randomblob(60)",
    "UPDATE index_revision SET articles = randomblob(16)",
    "UPDATE article_fts_data SET block = randomblob(length(block))",
    "UPDATE article_fts_idx SET pgno = 9223372036854775807",
    "UPDATE article_fts_docsize SET sz = x'FFFFFFFFFFFFFFFFFFFFFFFFFFFF'",
  ])
  func otherTablesThatSayWhatCannotBeDoNotEndTheProgram(sql: String) throws {
    let folder = TemporaryFolder()
    try ask(try write(damage: sql, in: folder))
    withExtendedLifetime(folder) {}
  }

  private func write(damage sql: String, in folder: TemporaryFolder) throws -> String {
    let path = folder.file("damaged.backfile")
    let source = try Connection(path: try Self.file.get().path, mode: .read)
    try source.run("VACUUM INTO ?1", [.text(path)])
    let connection = try Connection(path: path, mode: .write)
    connection.permitIndexPages()
    try connection.execute("PRAGMA foreign_keys = OFF")
    try connection.execute(sql)
    return path
  }
}

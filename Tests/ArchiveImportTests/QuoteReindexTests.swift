import NewsText
import TestSupport
import Testing

@testable import ArchiveImport
@testable import ArchiveStorage

/// An archive whose quotes an older extractor found: rows of it are altered by hand.
struct QuoteReindexTests {
  let folder = TemporaryFolder()
  var archive: Archive { Archive(path: folder.path + "/a.backfile") }
  private static let articles = 60

  private func importing() async throws {
    let lines = (1...Self.articles).map { number in
      let filler = String(repeating: "The harbour lay still. ", count: 60)
      let quotes =
        "“Größe \(number) counts,” said Ann Lee. Ruth Okafor said: “We wait for ship \(number).”"
      return #"{"title":"Story \#(number)","date":"2019-03-\#(number % 28 + 1)","#
        + #""text":"\#(filler)\#(quotes)\n\n新港。“我们等第\#(number)条船，”李明说。"}"#
    }
    let dump = folder.file("d.jsonl", text: lines.joined(separator: "\n") + "\n")
    _ = try await Importer(archive: archive, version: "test").run(paths: [dump])
  }

  /// Everything that the archive says of quotes.
  private func quotes() throws -> [String] {
    try archive.connectForReading().rows(
      """
      SELECT json_array(q.id, q.kind, q.start, q.text, q.speaker, q.speaker_text, q.cue, q.rule,
        r.token, r.tokens)
      FROM quote q JOIN quote_record r ON r.id = q.id ORDER BY q.id
      """
    ) { $0.text(0) }
  }

  private func alter(_ sql: String) throws {
    try archive.connectForWriting().execute(
      "DELETE FROM speaker_quote; \(sql); INSERT INTO speaker_quote SELECT speaker_id, id"
        + " FROM quote_record WHERE speaker_id IS NOT NULL")
  }

  private func value(_ name: String) throws -> Int64? {
    try archive.connectForReading().first(
      "SELECT value FROM archive WHERE name = ?1", [.text(name)]
    ) { $0.integer(0) }
  }

  @Test func anArchiveKnowsItsExtractorAndNothingChangesWithTheSame() async throws {
    try await importing()
    #expect(try value("quote_extractor") == Int64(QuoteExtractor.version))
    let before = try quotes()
    let report = try await QuoteReindex(archive).run()
    #expect(report.counts.articles == Self.articles)
    #expect(report.counts.changedArticles == 0)
    #expect(report.counts.kept == before.count && report.counts.quotes == before.count)
    #expect(try quotes() == before)
  }

  @Test func whatChangedIsToldAndBodiesStay() async throws {
    try await importing()
    let before = try quotes()
    let perArticle = before.count / Self.articles
    // The first quote of three articles is missing, one has another speaker, one is no quote.
    let ids = try archive.connectForReading().rows(
      "SELECT arrival FROM article ORDER BY arrival"
    ) { $0.integer(0) }
    for id in ids[0..<3] { try alter("DELETE FROM quote_record WHERE id = \(id << 12)") }
    try alter("UPDATE quote_record SET speaker_id = NULL WHERE id = \(ids[10] << 12)")
    try alter("UPDATE quote_record SET start = 1, length = 3 WHERE id = \(ids[20] << 12)")
    let report = try await QuoteReindex(archive).run()
    #expect(report.counts.changedArticles == 5)
    #expect(report.counts.new == 4)
    #expect(report.counts.changed == 1)
    #expect(report.counts.gone == 1)
    #expect(report.counts.kept == Self.articles * perArticle - 5)
    #expect(try quotes() == before)
    #expect(try ArchiveCheck(archive).run().allSatisfy { $0.problems.isEmpty })
  }

  @Test func whatWasStoppedGoesOnWhereItWas() async throws {
    try await importing()
    let before = try quotes()
    try alter("DELETE FROM quote_record WHERE id % 4096 = 0")
    var reindex = QuoteReindex(archive)
    reindex.batchBytes = 10_000
    reindex.version = 7
    let first = reindex
    let stopped = try await Task {
      try await first.run { progress in
        if progress.counts.articles > 10 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }.value
    #expect(stopped.isInterrupted)
    let done = stopped.counts.articles
    #expect(done > 10 && done < Self.articles)
    #expect(try value("quote_extractor") == Int64(QuoteExtractor.version))
    // What was done is safe, and is not looked at again: a sign that is put there stays.
    #expect(try quotes().count == before.count - (Self.articles - done))
    try alter("UPDATE quote_record SET start = 2 WHERE id = (SELECT min(id) FROM quote_record)")
    let finished = try await reindex.run()
    #expect(finished.isContinued && !finished.isInterrupted)
    #expect(finished.counts.articles == Self.articles)
    #expect(finished.counts.new == Self.articles)
    #expect(finished.counts.quotes == before.count)
    #expect(try quotes().dropFirst() == before.dropFirst())
    #expect(try quotes().first != before.first)
    #expect(try value("quote_extractor") == 7)
    #expect(try value("quote_reindex") == nil)
  }

  @Test func aNewerVersionBeginsAnew() async throws {
    try await importing()
    var reindex = QuoteReindex(archive)
    reindex.batchBytes = 10_000
    let first = reindex
    _ = try await Task {
      try await first.run { _ in withUnsafeCurrentTask { $0?.cancel() } }
    }.value
    reindex.version += 1
    let report = try await reindex.run()
    #expect(!report.isContinued)
    #expect(report.counts.articles == Self.articles)
  }

  @Test func correctionsStayAndSpeakersWithoutQuotesGo() async throws {
    try await importing()
    try SpeakerCorrections(archive).merge(["Ann Lee"], into: "Ruth Okafor")
    try SpeakerCorrections(archive).addAlias("Nobody Yet", of: "Ruth Okafor")
    try alter("INSERT INTO speaker (name) VALUES ('An Error of Old')")
    _ = try await QuoteReindex(archive).run()
    let names = try archive.connectForReading().rows("SELECT name FROM speaker ORDER BY name") {
      $0.text(0)
    }
    #expect(names.contains("Ann Lee") && names.contains("Nobody Yet"))
    #expect(!names.contains("An Error of Old"))
    #expect(
      try archive.connectForReading().integer(
        "SELECT count(*) FROM quote WHERE speaker = 'Ann Lee'")
        == 0)
  }

  @Test func thereMustBeAnArchive() async throws {
    await #expect(throws: StorageError.self) { try await QuoteReindex(archive).run() }
  }
}

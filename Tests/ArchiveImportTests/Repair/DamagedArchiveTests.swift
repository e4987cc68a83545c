import NewsFormats
import NewsModel
import TestSupport
import Testing

@testable import ArchiveImport
@testable import ArchiveStorage

/// Archives in which something is damaged: what `check` says of them, and what `repair` saves.
struct DamagedArchiveTests {
  let folder = TemporaryFolder()
  var archive: Archive { Archive(path: folder.path + "/a.backfile") }
  var repaired: Archive { Archive(path: folder.path + "/a.repaired") }

  /// An archive of the sample in one plain file.
  private func makeArchive() async throws {
    _ = try await Importer(archive: archive, version: "test").run(
      paths: [Evaluation.packageRoot + "/SampleData"])
    try archive.closeLog()
  }

  private func repair() async throws -> ArchiveRepair.Report {
    try await ArchiveRepair(archive, version: "test").run(to: repaired.path)
  }

  private func texts(of archive: Archive) throws -> [String: String] {
    let rows = try archive.connectForReading().rows("SELECT id, body FROM article") {
      ($0.text(0), $0.text(1))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @Test func aSoundArchiveIsTheSameAfterwards() async throws {
    try await makeArchive()
    try archive.connectForWriting().execute(
      """
      INSERT INTO tag (id, name) VALUES (1, 'local');
      INSERT INTO article_tag VALUES (1, 3, 1, NULL, '2020');
      INSERT INTO note (arrival, text, made) VALUES (4, 'a note', '2020');
      """)
    let report = try await repair()
    #expect(report.isComplete)
    #expect(try texts(of: repaired) == texts(of: archive))
    let old = try archive.connectForReading()
    let new = try repaired.connectForReading()
    for question in [
      "article_record", "boilerplate", "article_boilerplate", "quote", "speaker_quote",
      "quote_places",
      "article_tag", "note", "source", "article_fts_docsize", "article_copy",
    ] {
      let sql = "SELECT count(*) FROM \(question)"
      #expect(try old.integer(sql) == new.integer(sql), "\(question)")
    }
    #expect(await TextCheck(repaired).run().problems.isEmpty)
  }

  /// Each page in turn is zeros. It is told, or it held nothing; and what is left is saved.
  @Test(arguments: 0..<4) func whateverPageIsLostTheRestIsSaved(part: Int) async throws {
    try await makeArchive()
    let whole = bytes(ofFile: archive.path)
    let original = try texts(of: archive)
    let size = 1 << 15
    var (saved, refused) = (0, 0)
    for page in stride(from: 1 + part, to: whole.count / size, by: 4) {
      var damaged = whole
      for index in page * size..<(page + 1) * size { damaged[index] = 0 }
      folder.file("a.backfile", damaged)
      let findings = try ArchiveCheck(archive).run() + [await TextCheck(archive).run()]
      let isDamaged = !findings.allSatisfy(\.problems.isEmpty)
      let before = bytes(ofFile: archive.path)
      do {
        let report = try await repair()
        #expect(report.problems.isEmpty, "page \(page)")
        #expect(isDamaged || report.isComplete, "page \(page)")
        #expect(report.articles + report.lost.count == original.count, "page \(page)")
        for (id, text) in try texts(of: repaired) where report.withoutRecord == 0 {
          #expect(original[id] == text, "page \(page)")
        }
        saved += report.articles
      } catch let error as StorageError {
        #expect(isDamaged && error.kind != .other, "page \(page): \(error)")
        refused += 1
      }
      #expect(bytes(ofFile: archive.path) == before, "page \(page)")
    }
    // Half of the articles and more survive the loss of any page; of tables' first pages little does.
    #expect(refused <= 2 && saved > original.count * (whole.count / size / 4) * 3 / 4)
  }

  @Test func anArchiveThatWasCutShortKeepsWhatIsThere() async throws {
    try await makeArchive()
    let whole = bytes(ofFile: archive.path)
    folder.file("a.backfile", Array(whole.dropLast((1 << 15) + 100)))
    #expect { try archive.connectForReading() } throws: {
      ($0 as? StorageError)?.kind == .damaged
    }
    let report = try await repair()
    #expect(report.articles > 0 && report.problems.isEmpty)
  }

  @Test func anArticleWhoseRecordIsLostKeepsItsDayAndSource() async throws {
    try await makeArchive()
    let connection = try archive.connectForWriting()
    let id = try connection.integer("SELECT id FROM article_record WHERE arrival = 2")
    try connection.execute(
      """
      PRAGMA foreign_keys = OFF; DELETE FROM article_boilerplate WHERE arrival = 2;
      DELETE FROM article_record WHERE arrival = 2
      """)
    let source = try connection.first(
      "SELECT name FROM source WHERE id = ?1",
      [
        .integer(
          try connection.first(
            "SELECT sources FROM article_block WHERE id = ?1", [.integer(id >> 18)]
          ) {
            Int64($0.numbers(0, as: UInt32.self)[Int(id & (1 << 18 - 1))])
          })
      ]
    ) { $0.text(0) }
    let report = try await repair()
    #expect(report.withoutRecord == 1 && report.problems.isEmpty)
    let found = try repaired.connectForReading().first(
      "SELECT source, date FROM article WHERE id = ?1", [.integer(id)]
    ) { ($0.textOrNil(0), $0.textOrNil(1)) }
    #expect(found?.0 == source && found?.1 == ArticleID(rawValue: id).date?.description)
  }

  @Test func everyFlippedBitOfATextIsFound() async throws {
    let text = "The ferry is late. “We wait,” said Ann Lee."
    let dump = folder.file(
      "d.jsonl", text: #"{"title":"Ferry","source":"Post","date":"2019-03-04","text":"\#(text)"}"#)
    _ = try await Importer(archive: archive, version: "test").run(paths: [dump])
    let connection = try archive.connectForWriting()
    #expect(await TextCheck(archive).run().problems.isEmpty)
    let bytes = Array(text.utf8)
    for bit in 0..<bytes.count * 8 {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << (bit % 8)
      try connection.run(
        "UPDATE article_body SET body = CAST(?1 AS TEXT)", [.blob(flipped)])
      #expect(await TextCheck(archive).run().problems == ["2019-03-04.1 is not what was imported"])
    }
  }

  @Test func damagedPagesOfTheIndexAreFoundBeforeFTS5IsAsked() async throws {
    try await makeArchive()
    let rows = try archive.connectForReading().rows(
      "SELECT id, block FROM article_fts_data WHERE id > 10 ORDER BY id LIMIT 3"
    ) { ($0.integer(0), $0.blob(1)) }
    var generator = SeededGenerator(seed: 1)
    for (id, block) in rows {
      for _ in 0..<40 {
        var damaged = block
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
          damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(
            in: 0...255, using: &generator)
        }
        let connection = try archive.connectForWriting()
        connection.permitIndexPages()
        try connection.run(
          "UPDATE article_fts_data SET block = ?2 WHERE id = ?1", [.integer(id), .blob(damaged)])
        let problems = try ArchiveCheck(archive).run().flatMap(\.problems)
        #expect(damaged == block || !problems.isEmpty)
      }
      let connection = try archive.connectForWriting()
      connection.permitIndexPages()
      try connection.run(
        "UPDATE article_fts_data SET block = ?2 WHERE id = ?1", [.integer(id), .blob(block)])
    }
    #expect(try ArchiveCheck(archive).run().allSatisfy(\.problems.isEmpty))
  }
}

import NewsFormats
import NewsModel
import NewsText
import TestSupport
import Testing

@testable import ArchiveImport
@testable import ArchiveStorage

struct ImporterTests {
  let folder = TemporaryFolder()
  var archive: Archive { Archive(path: folder.path + "/a.backfile") }

  /// An import of files in this test's folder.
  @discardableResult
  private func importing(
    _ paths: [String], options: ImportOptions = ImportOptions()
  ) async throws -> ImportReport {
    try await Importer(archive: archive, options: options, version: "test").run(paths: paths)
  }

  /// An importer whose batches are small, so that a small dump has many.
  private func smallBatches() -> Importer {
    var importer = Importer(archive: archive, version: "test")
    importer.batchBytes = 100_000
    importer.transactionBytes = 1
    return importer
  }

  private func record(
    _ number: Int, source: String = "The Wexley Herald", date: String = "2019-03-04",
    extra: String = "", text: String? = nil
  ) -> String {
    let text = text ?? "Article number \(number) tells of the harbour. It has a body of its own."
    return #"{"title":"Story \#(number)","source":"\#(source)","date":"\#(date)"\#(extra),"#
      + #""text":"\#(text)"}"# + "\n"
  }

  private func isSound() throws -> Bool {
    try ArchiveCheck(archive).run().allSatisfy { $0.problems.isEmpty }
  }

  private func count(_ table: String, _ condition: String = "1") throws -> Int64 {
    try archive.connectForReading().integer("SELECT count(*) FROM \(table) WHERE \(condition)")
  }

  @Test func twoImportsAtOnceTakeTurns() async throws {
    let dumps = ["Herald", "Post"].map { source in
      folder.file(
        source + ".jsonl",
        text: (0..<600).map { number in
          record(number, source: source, text: "\(source) \(number * number) of the harbour")
        }.joined())
    }
    // Each takes the day's numbers on from where it was itself, unless it looks what others took.
    var importers = [smallBatches(), smallBatches()]
    for index in importers.indices { importers[index].saveEvery = 20 }
    let (one, other) = (importers[0], importers[1])
    async let first = one.run(paths: [dumps[0]])
    async let second = other.run(paths: [dumps[1]])
    let sums = try await [first.counts.added, second.counts.added]
    #expect(sums == [600, 600])
    #expect(try count("article") == 1200)
    #expect(try isSound())
  }

  @Test func theSumAddsUp() async throws {
    let dump = folder.file(
      "d.jsonl",
      text: record(1) + record(2) + record(1) + "{broken\n" + #"{"title":"No text"}"# + "\n"
        + record(3))
    let report = try await importing([dump])
    #expect(report.sum == "read 6 = 3 new + 1 duplicates + 0 updated + 2 rejected")
    #expect(try count("article") == 3)
    #expect(try count("reject") == 2)
    #expect(report.firstRejects.map(\.position.record) == [4, 5])
    #expect(report.firstRejects.allSatisfy { $0.file == dump && !$0.reason.isEmpty })
    #expect(try isSound())
  }

  /// What was chosen of a page is not judged by the form of its paragraphs again, now or later.
  @Test func pagesAreSplitAsTheyAreExtracted() async throws {
    let paragraphs = (1...6).map { number in
      "<p>The harbour office counted \(number) boats on Monday, said Greta Halloran, who runs it.</p>"
    }
    let html = """
      <!DOCTYPE html><html><head><title>Boats</title></head><body><article><h1>Boats</h1>
      \(paragraphs.joined())<p>Follow us on Facebook</p></article></body></html>
      """
    let path = folder.file("boats.html", text: html)
    try await importing([path])
    let page = WebPage(Array(html.utf8))
    let split = splitArticle(page.text, headline: page.headline, isOfPage: true)
    let row = try #require(
      try archive.connectForReading().first("SELECT body, layout FROM article") {
        ($0.text(0), $0.textOrNil(1))
      })
    #expect(row.0 == split.body)
    #expect(row.1 == split.layout)
    #expect(SplitArticle.isOfPage(layout: row.1))
  }

  @Test func theSameDumpAgainAddsNothing() async throws {
    let dump = folder.file("d.jsonl", text: (1...50).map { record($0) }.joined() + "{broken\n")
    let first = try await importing([dump])
    let before = try count("article")
    let second = try await importing([dump])
    #expect(first.counts.added == 50)
    #expect(second.sum == "read 51 = 0 new + 50 duplicates + 0 updated + 1 rejected")
    #expect(try count("article") == before)
    #expect(try count("reject") == 1)
    #expect(try isSound())
  }

  @Test func aDumpWithMoreFieldsFillsThemIn() async throws {
    try await importing([folder.file("a.jsonl", text: record(1))])
    let more = folder.file(
      "b.jsonl", text: record(1, extra: #","author":"Ada Brook","edition":"city""#))
    #expect(
      try await importing([more]).sum == "read 1 = 0 new + 0 duplicates + 1 updated + 0 rejected")
    #expect(try count("article", "author = 'Ada Brook' AND metadata ->> 'edition' = 'city'") == 1)
    #expect(try await importing([more]).counts.duplicates == 1)
    // Another value does not push the first one out, and comes in once.
    let other = folder.file("c.jsonl", text: record(1, extra: #","author":"Tomas Reed""#))
    #expect(try await importing([other]).counts.updated == 1)
    #expect(try await importing([other]).counts.duplicates == 1)
    #expect(
      try count("article", #"author = 'Ada Brook' AND metadata ->> 'author (2)' = 'Tomas Reed'"#)
        == 1)
  }

  @Test func theSameTextOnAnotherDayIsAnotherArticle() async throws {
    let dump = folder.file("d.jsonl", text: record(1) + record(1, date: "2019-03-05"))
    #expect(try await importing([dump]).counts.added == 2)
  }

  @Test func aFileThatCannotBeReadDoesNotStopTheOthers() async throws {
    let good = folder.file("good.jsonl", text: record(1))
    let report = try await importing([folder.path + "/missing.jsonl", good])
    #expect(report.counts.added == 1)
    #expect(report.problems.map(\.path) == [folder.path + "/missing.jsonl"])
  }

  @Test func whatWasInterruptedIsFinishedByTheSameCall() async throws {
    let dump = folder.file("d.jsonl", text: (1...400).map { record($0) }.joined() + "{broken\n")
    // An import that was killed when 150 records were safe, as its books show it.
    let undisturbed = Archive(path: folder.path + "/whole.backfile")
    let whole = try await Importer(archive: undisturbed, version: "test").run(paths: [dump])
    let inputs = discoverInputs([dump])
    let signature = RunSignature(paths: [dump], inputs: inputs.files, options: ImportOptions())
    let writer = try await BatchWriter(archive)
    let begun = try await writer.begin(
      version: "test", arguments: signature.arguments, signature: signature.text)
    let reader = BatchReader(inputs.files, options: ImportOptions(), done: [:])
    var batch = try #require(await reader.nextBatch())
    batch.entries.removeLast(batch.entries.count - 150)
    batch.files[0].records = 150
    batch.files[0].isFinished = false
    let analysis = ArticleAnalysis(try await writer.folding())
    var entries: [WorkBatch.Entry] = []
    for entry in batch.entries {
      guard case .article(let draft, let position) = entry.event else { continue }
      let split = splitArticle(draft.text, headline: draft.headline)
      let row = analysis.row(of: Arrival(draft), split)
      entries.append(
        .init(item: .new(row, document: entries.count), file: 0, position: position))
    }
    let portion = WorkBatch.Portion(entries: entries, postings: analysis.finishPostings())
    _ = try await writer.write(WorkBatch(portions: [portion], files: batch.files))
    try await writer.commit()

    let report = try await importing([dump])
    #expect(report.isContinued)
    #expect(report.run == begun.run)
    #expect(report.sum == whole.sum)
    #expect(try count("article") == 400)
    #expect(try count("import_run", "finished IS NOT NULL") == 1)
    #expect(try isSound())
    #expect(try await importing([dump]).isContinued == false)
  }

  @Test func aCancelledImportKeepsWhatItWroteAndGoesOn() async throws {
    let text = String(repeating: "The harbour was closed on Monday. ", count: 100)
    let dump = folder.file(
      "d.jsonl", text: (1...600).map { record($0, text: "Number \($0). " + text) }.joined())
    let importer = smallBatches()
    let task = Task {
      try await importer.run(paths: [dump]) { progress in
        if progress.saved > 0 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    let stopped = try await task.value
    #expect(stopped.isInterrupted)
    #expect(stopped.counts.added > 0 && stopped.counts.added < 600)
    #expect(try count("article") == Int64(stopped.counts.added))
    let finished = try await importing([dump])
    #expect(finished.isContinued)
    #expect(finished.sum == "read 600 = 600 new + 0 duplicates + 0 updated + 0 rejected")
    #expect(try isSound())
  }

  @Test func boilerplateThatOnlyLaterArticlesShowIsTakenOutOfEarlierOnes() async throws {
    // No rule knows this sentence; it repeats within its source alone.
    let tail = "The Skerry lamp has been lit by hand since eighteen hundred and four."
    func article(_ number: Int, source: String, tail: String) -> String {
      let boats = ["Alba", "Brisk", "Coral", "Dawn", "Ember", "Frisk", "Gull"]
      let words = ["left", "found", "sold", "painted"].map { verb in
        "The crew of the \(boats[number - 1]) \(verb) a thing that no other boat had \(verb)."
      }
      return record(number, source: source, text: (words + [tail]).joined(separator: #"\n\n"#))
    }
    let first = folder.file("1.jsonl", text: article(1, source: "Skerry Post", tail: tail))
    let rest = folder.file(
      "2.jsonl",
      text: (2...6).map { article($0, source: "Skerry Post", tail: tail) }.joined()
        + article(7, source: "Another Paper", tail: tail))
    try await importing([first])
    #expect(try count("article", "body LIKE '%Skerry lamp%'") == 1)
    let report = try await importing([rest])
    #expect(report.revised == 1)
    // The other paper printed it once: there it stays part of the article.
    #expect(try count("article", "body LIKE '%Skerry lamp%'") == 1)
    #expect(try count("boilerplate", "text LIKE '%Skerry lamp%' AND seen = 6") == 1)
    #expect(
      try count("article_boilerplate", "rule = 'repeats'") == 6)
    #expect(try isSound())
  }

  @Test func theImportedTextComesBackByteForByte() async throws {
    let texts = [
      "One.\\n\\nTwo.\\n\\nSign up for our newsletter to get the latest news every morning.",
      "  Indented.\\r\\n\\r\\n\\r\\nThree line ends.\\t\\n \\nCopyright 2019 The Wexley Herald. All rights reserved.\\n",
      "中国新闻。\\n\\n“引语，”他说。", "",
    ].filter { !$0.isEmpty }
    let dump = folder.file(
      "d.jsonl", text: texts.enumerated().map { record($0.offset, text: $0.element) }.joined())
    try await importing([dump])
    let connection = try archive.connectForReading()
    let ids = try connection.rows("SELECT id FROM article ORDER BY record") {
      ArticleID(rawValue: $0.integer(0))
    }
    for (id, escaped) in zip(ids, texts) {
      let stored = try #require(try connection.storedText(of: id))
      let original = escaped.split(separator: #"\"#, omittingEmptySubsequences: false)
        .enumerated().map { index, part -> String in
          guard index > 0, let code = part.first else { return String(part) }
          return (code == "n" ? "\n" : code == "r" ? "\r" : "\t") + part.dropFirst()
        }.joined()
      #expect(stored.originalText() == original)
      #expect(
        try connection.first("SELECT sha256 FROM article WHERE id = ?1", [.integer(id.rawValue)]) {
          $0.blob(0)
        } == SHA256.digest(of: original))
    }
  }

  @Test func quotesStandWhereTheirOffsetsSay() async throws {
    let dump = folder.file(
      "d.jsonl",
      text: record(
        1, text: "Größer als je — “Wir bleiben hier,” said Ada Brook. “Naïve,” said Tom Reed."))
    try await importing([dump])
    #expect(try count("quote") >= 1)
    #expect(
      try count(
        "quote q JOIN article a ON a.id = q.id >> 12",
        "substr(a.body, q.start + 1, q.length) <> q.text") == 0)
    #expect(
      try count(
        "quote q JOIN article a ON a.id = q.id >> 12",
        "substr(a.body, q.speaker_start + 1, length(q.speaker_text)) <> q.speaker_text") == 0)
  }

  @Test(arguments: [
    ("https://www.example.com/2019/a", "example.com"),
    ("http://News.Example.org:80/x", "news.example.org"),
    ("https://user@example.com/", "example.com"), ("not a url", nil), ("https://localhost/", nil),
    ("", nil),
  ])
  func theSourceIsTheHostWhereNothingElseNamesIt(url: String, host: String?) {
    #expect(hostName(of: url) == host)
  }
}

import FullTextIndex
import NewsModel
import TestSupport
import Testing

@testable import ArchiveStorage

struct ArticleStoreTests {
  let folder = TemporaryFolder()
  let connection: Connection
  let store: ArticleStore
  let file: Int64

  init() throws {
    connection = try Archive(path: folder.file("a.backfile")).connectForWriting()
    connection.permitIndexPages()
    store = ArticleStore(connection)
    let books = ImportRunStore(connection)
    file = try books.fileID(
      of: "x", run: books.beginRun(version: "0", arguments: "[]", signature: "s"))
  }

  private func text(_ body: String, blocks: [BlockRow] = [], quotes: [QuoteRow] = []) -> TextRow {
    TextRow(
      body: body, layout: nil, words: 3, indexBody: nil, indexHeadline: nil, blocks: blocks,
      quotes: quotes)
  }

  private func article(_ body: String, date: String? = nil, text: TextRow? = nil) -> ArticleRow {
    let sha = SHA256.digest(of: body)
    return ArticleRow(
      source: "The Wexley Herald", date: date.flatMap { PartialDate(iso8601: $0) },
      dateOrigin: .field, headline: "Harbour closed", author: nil, url: nil, section: nil,
      language: "en", metadata: nil, remarks: nil, identity: SHA256.identity(of: [body]),
      sha256: sha, text: text ?? self.text(body))
  }

  /// What SQLite makes of each character: asked once for all tests.
  private static let folding = Result {
    let folder = TemporaryFolder()
    return try Tokenizer(Connection(path: folder.file("empty.db"), mode: .create)).folding
  }

  @discardableResult
  private func insert(_ article: ArticleRow) throws -> ArticleID {
    var article = article
    let builder = PostingsBuilder(try Self.folding.get())
    article.text.tokenCounts =
      builder.add([article.text.indexBody ?? article.text.body, article.headline]).tokenCounts
    return try connection.transaction {
      let id = try store.nextID(for: article.date)
      try store.insert(article, id: id, file: file, position: RecordPosition(record: 1))
      store.index(builder.finish(), articles: [id])
      try store.finishBatch()
      return id
    }
  }

  private func replace(_ id: ArticleID, _ former: String, with text: TextRow) throws {
    var text = text
    let builder = PostingsBuilder(try Self.folding.get())
    text.tokenCounts =
      builder.add([text.body, "Harbour closed"], replacing: [former, "Harbour closed"]).tokenCounts
    try connection.transaction {
      try store.replaceText(of: id, with: text)
      store.index(builder.finish(), articles: [id])
      try store.finishBatch()
    }
  }

  /// Stores articles, each a day after the one before, as one segment.
  private func insert(_ bodies: [String], from day: Int) throws {
    let builder = PostingsBuilder(try Self.folding.get())
    try connection.transaction {
      var ids: [ArticleID] = []
      for (index, body) in bodies.enumerated() {
        let (month, rest) = (day + index).quotientAndRemainder(dividingBy: 28)
        let date = [2000 + month / 12, month % 12 + 1, rest + 1].map(Self.twoDigits)
          .joined(separator: "-")
        var article = article("\(day) \(index) \(body)", date: date, text: text(body))
        article.text.tokenCounts = builder.add([body, article.headline]).tokenCounts
        ids.append(try store.nextID(for: article.date))
        try store.insert(article, id: ids[index], file: file, position: RecordPosition(record: 1))
      }
      store.index(builder.finish(), articles: ids)
      try store.finishBatch()
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static let parted = {
    var sizes = SegmentMerger.Sizes()
    (sizes.fewestPagesParted, sizes.pagesRemoved) = (1, 1)
    return sizes
  }()

  /// In the middle of the largest segment stands a list of many pages; the word behind it, at which the
  /// words are parted, is not in the other one, whose list of that word goes on as far.
  @Test func aListInTheMiddleIsReadByTheHalfToWhichItBelongs() throws {
    let long = Array(repeating: "mm", count: 600).joined(separator: " ")
    try insert((0..<100).map { "\(long) \($0 == 0 ? "mma" : "x")" }, from: 0)
    try insert((0..<80).map { "\(long) \($0 == 0 ? "mmb" : "x")" }, from: 200)
    try connection.transaction { try ArticleIndex(connection, merging: Self.parted).mergeAll() }
    try checkIndexes()
    let fresh = try Connection(path: connection.path, mode: .read)
    #expect(
      try fresh.integer("SELECT count(*) FROM article_fts WHERE article_fts MATCH 'mm'") == 180)
  }

  @Test(arguments: ["aa", "zz"])
  func oneHalfMayBeEmpty(word: String) throws {
    // All of a word's articles are revised, so that its old entries are void and nothing is left of them.
    let long = Array(repeating: word, count: 3_000).joined(separator: " ")
    let first = try insert(article(long, date: "2001-01-01"))
    try insert(article("mm", date: "2001-01-02"))
    try replace(first, long, with: text("mm"))
    try connection.transaction { try ArticleIndex(connection, merging: Self.parted).mergeAll() }
    #expect(try ArticleIndex(connection).segmentCount() == 1)
    try checkIndexes()
  }

  @Test func aMissingPageIsSaidAndNothingIsWritten() throws {
    for day in [0, 100] {
      try insert(
        (0..<60).map { "\(Array(repeating: "mm", count: 400).joined(separator: " ")) \($0)" },
        from: day)
    }
    try connection.run(
      "DELETE FROM article_fts_data WHERE id = ?1",
      [.integer(SegmentWriter.row(segment: 1, page: 3))])
    let before = try connection.integer("SELECT count(*) FROM article_fts_data")
    for sizes in [Self.parted, SegmentMerger.Sizes()] {
      #expect {
        try connection.transaction { try ArticleIndex(connection, merging: sizes).mergeAll() }
      } throws: { ($0 as? StorageError)?.kind == .damaged }
    }
    #expect(try connection.integer("SELECT count(*) FROM article_fts_data") == before)
  }

  @Test func segmentsThatTwoThreadsMergedAreWhatFTS5Reads() throws {
    // Lists of many pages, which have an index of their own, in the first half of the words and in the
    // second one.
    for batch in 0..<5 {
      try insert(
        (0..<150).map { index in
          let words = (0..<40).map { "word\(($0 * 7 + index * 13 + batch) % 900)" }
          return (Array(repeating: "bridge zebra", count: 120) + words).joined(separator: " ")
        }, from: batch * 70)
    }
    try connection.transaction { try ArticleIndex(connection, merging: Self.parted).mergeAll() }
    #expect(try ArticleIndex(connection).segmentCount() == 1)
    try checkIndexes()

    let fresh = try Connection(path: connection.path, mode: .read)
    let middle = try fresh.integer("SELECT id FROM article_record ORDER BY id LIMIT 1 OFFSET 375")
    for word in ["bridge", "zebra", "word13", "word899"] {
      let expected = try fresh.rows(
        "SELECT id FROM article WHERE ' ' || body || ' ' LIKE ?1 ORDER BY id DESC",
        [.text("% \(word) %")]
      ) { $0.integer(0) }
      #expect(
        try fresh.rows(
          "SELECT rowid FROM article_fts WHERE article_fts MATCH ?1 ORDER BY rowid DESC",
          [.text(word)]
        ) { $0.integer(0) } == expected)
      #expect(
        try fresh.rows(
          "SELECT rowid FROM article_fts WHERE article_fts MATCH ?1 AND rowid > ?2 ORDER BY rowid DESC",
          [.text(word), .integer(middle)]
        ) { $0.integer(0) } == expected.filter { $0 > middle })
    }
  }

  /// FTS5 is asked on a connection of its own: it remembers which segments there were.
  private func checkIndexes() throws {
    let fresh = try Connection(path: connection.path, mode: .write)
    for table in ["article_fts", "boilerplate_fts"] {
      try fresh.run("INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
    }
    #expect(try connection.rows("PRAGMA foreign_key_check", []) { $0.text(0) } == [])
    #expect(!connection.hasOpenStatement)
  }

  @Test func idsCountUpWithinTheirDate() throws {
    #expect(try insert(article("One.", date: "2017-01-28")).description == "2017-01-28.1")
    #expect(try insert(article("Two.", date: "2017-01-28T10:00:00Z")).description == "2017-01-28.2")
    #expect(try insert(article("Three.", date: "2017-01")).description == "2017-01.1")
    #expect(try insert(article("Four.", date: "2017")).description == "2017.1")
    #expect(try insert(article("Five.")).description == "undated.1")
    // Another store knows nothing of these and asks the tables.
    let second = ArticleStore(connection)
    for (date, next) in [
      ("2017-01-28", "2017-01-28.3"), ("2017-01", "2017-01.2"), ("2017", "2017.2"),
    ] {
      #expect(try second.nextID(for: PartialDate(iso8601: date)).description == next)
    }
    #expect(try second.nextID(for: nil).description == "undated.2")
    try checkIndexes()
  }

  @Test func anArticleIsFoundByItsIdentity() throws {
    let row = article("The harbour was closed on Monday.")
    #expect(try store.article(identity: row.identity, sha256: row.sha256) == nil)
    let id = try insert(row)
    #expect(try store.article(identity: row.identity, sha256: row.sha256) == id)
    #expect(try store.article(identity: row.identity, sha256: [0]) == nil)
  }

  @Test func aNewAnalysisTakesThePlaceOfTheOld() throws {
    let block = BlockRow(
      kind: .newsletter, rule: "repeats", start: 7, text: "Sign up here.", indexText: nil)
    let quote = QuoteRow(
      kind: .direct, start: 1, length: 4,
      speakers: [
        .init(name: "Ada Brook", kind: .person, text: "body", start: 4, length: 4),
        .init(name: "Tom Reed", kind: .person, text: "wording", start: 9, length: 7),
      ],
      cue: "said", rule: "r", confidence: 0.9)
    let id = try insert(
      article("Old body wording.", text: text("Old body wording.", quotes: [quote, quote])))
    try insert(article("Other.", text: text("Other.", blocks: [block])))
    #expect(try connection.integer("SELECT count(*) FROM quote_co_speaker") == 2)
    #expect(
      try connection.rows("SELECT text, speaker, speaker_text, cue FROM quote", []) {
        [$0.text(0), $0.text(1), $0.text(2), $0.text(3)]
      } == [["ld b", "Ada Brook", "body", "said"], ["ld b", "Ada Brook", "body", "said"]])
    try replace(
      id, "Old body wording.",
      with: text("New wording.", blocks: [block, block], quotes: [quote]))
    try checkIndexes()
    func hits(_ table: String, _ word: String) throws -> Int64 {
      try Connection(path: connection.path, mode: .read)
        .integer("SELECT count(*) FROM \(table) WHERE \(table) MATCH ?1", [.text(word)])
    }
    #expect(try hits("article_fts", "old") == 0)
    #expect(try hits("article_fts", "new") == 1)
    #expect(try hits("article_fts", "headline:harbour") == 2)
    #expect(try connection.integer("SELECT count(*) FROM quote_co_speaker") == 1)
    #expect(try connection.integer("SELECT seen FROM boilerplate") == 3)
    #expect(try connection.integer("SELECT count(*) FROM boilerplate") == 1)
    try replace(id, "New wording.", with: text("New wording."))
    #expect(try connection.integer("SELECT seen FROM boilerplate") == 1)
    try checkIndexes()
  }

  @Test func segmentedTextIsWhatTheIndexSees() throws {
    var row = text("中国新闻。")
    row.indexBody = "中 国 新 闻 。"
    let id = try insert(article("中国新闻。", text: row))
    #expect(
      try Connection(path: connection.path, mode: .read).integer(
        "SELECT rowid FROM article_fts WHERE article_fts MATCH '\"国 新\"'") == id.rawValue)
    #expect(try connection.first("SELECT body FROM article", [], { $0.text(0) }) == "中国新闻。")
    try checkIndexes()
    try replace(id, "中 国 新 闻 。", with: text("News."))
    try checkIndexes()
  }

  @Test func aRejectIsKeptOnce() throws {
    let books = ImportRunStore(connection)
    let reject = Reject(
      file: "x.jsonl", position: RecordPosition(record: 3, line: 4), reason: "no text",
      excerpt: "{}")
    try books.keep(reject, file: file)
    try books.keep(reject, file: file)
    #expect(try connection.integer("SELECT count(*) FROM reject") == 1)
  }

  @Test func anUnfinishedRunIsFoundAgain() throws {
    let books = ImportRunStore(connection)
    let run = try books.beginRun(version: "0", arguments: "[]", signature: "again")
    let path = try books.fileID(of: "b.jsonl", run: run)
    try books.setProgress(file: path, records: 40, format: "jsonl", isFinished: false, problem: nil)
    var counts = ImportCounts()
    (counts.read, counts.added) = (40, 40)
    try books.setCounts(counts, of: run)
    #expect(try books.unfinishedRun(signature: "again")?.id == run)
    #expect(try books.unfinishedRun(signature: "again")?.counts == counts)
    #expect(try books.recordsDone(run: run) == ["b.jsonl": 40])
    try books.finish(run: run)
    #expect(try books.unfinishedRun(signature: "again") == nil)
  }
}

import ArchiveStorage
import FullTextIndex
import TestSupport

/// An article of a test.
struct Text {
  var id: Int64
  var body: String?
  var headline: String?
}

/// Articles of words that occur as often as words do, in random days, with accents and marks.
struct RandomTexts {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  func articles(_ count: Int) -> [Text] {
    var random = self
    let ids = Set(
      (0..<count * 2).map { _ in Int64(random.next(5000)) << 20 | Int64(random.next(9)) })
    return ids.sorted().prefix(count).map { id in
      Text(
        id: id, body: random.text(random.next(400)),
        headline: random.next(5) == 0 ? nil : random.text(random.next(9)))
    }
  }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func text(_ words: Int) -> String {
    var text = ""
    for _ in 0..<words {
      switch next(20) {
      case 0...5: text += "the"
      case 6: text += ["Élan", "naïve", "Straße", "ČESKÝ", "Ελλάδα", "İstanbul", "中 国"][next(7)]
      case 7: text += "it's “\(next(30))” "
      case 8: text += "e\u{301}t\u{E9} 🙂 "
      default: text += "w\(next(10) * next(10) * next(20))"
      }
      text += [" ", ", ", ". ", "\n\n", "—"][next(5)]
    }
    return text
  }
}

/// A table like `article_fts`, with its text beside it.
final class FullTextTable {
  private let folder: TemporaryFolder
  private let connection: Connection
  private let folding: WordFolding
  private var totals = IndexTotals(columns: 2)

  init() throws {
    folder = TemporaryFolder()
    connection = try Connection(path: folder.file("fts.db"), mode: .create)
    connection.permitIndexPages()
    try connection.execute(
      """
      PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;
      CREATE TABLE content (id INTEGER PRIMARY KEY, body TEXT, headline TEXT);
      CREATE VIRTUAL TABLE fts USING fts5(body, headline, content = 'content', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2');
      """)
    // What FTS5 keeps in memory before it writes: everything.
    try connection.run("INSERT INTO fts (fts, rank) VALUES ('hashsize', 1000000000)")
    folding = try Self.folding.get()
  }

  /// What SQLite makes of each character: asked once for all tests.
  private static let folding = Result {
    try Tokenizer(Connection(path: ":memory:", mode: .create)).folding
  }

  /// Gives articles to FTS5.
  func insert(_ texts: [Text]) throws {
    try connection.transaction {
      try setContent(texts)
      for text in texts {
        try connection.run(
          "INSERT INTO fts (rowid, body, headline) VALUES (?1, ?2, ?3)",
          [.integer(text.id), .text(text.body), .text(text.headline)])
      }
    }
  }

  func setContent(_ texts: [Text]) throws {
    for text in texts {
      try connection.run(
        "REPLACE INTO content (id, body, headline) VALUES (?1, ?2, ?3)",
        [.integer(text.id), .text(text.body), .text(text.headline)])
    }
  }

  /// Writes articles as a segment, in two portions.
  func writeSegment(_ texts: [Text], replacing former: [Text] = []) throws {
    try connection.transaction {
      try setContent(texts)
      try writeSegment(of: texts, replacing: former)
    }
  }

  private func writeSegment(of texts: [Text], replacing former: [Text]) throws {
    var sources: [StoredPostings] = []
    var structure = try structure()
    for half in [texts.indices.filter { $0 % 2 == 0 }, texts.indices.filter { $0 % 2 == 1 }] {
      let builder = PostingsBuilder(folding)
      for index in half {
        let (text, old) = (texts[index], former.isEmpty ? nil : former[index])
        let counts = builder.add(
          [text.body, text.headline], replacing: old.map { [$0.body, $0.headline] } ?? []
        ).tokenCounts
        if old == nil { totals.articles += 1 }
        let known = try connection.first(
          "SELECT sz FROM fts_docsize WHERE id = ?1", [.integer(text.id)]
        ) { IndexTotals.counts($0.blob(0), columns: 2) }
        for column in 0..<2 { totals.tokens[column] += counts[column] - (known?[column] ?? 0) }
        try connection.run(
          "REPLACE INTO fts_docsize (id, sz) VALUES (?1, ?2)",
          [.integer(text.id), .blob(IndexTotals.sizes(counts))])
      }
      sources.append(StoredPostings(builder.finish(), articles: half.map { texts[$0].id }))
    }
    let id = structure.freeSegmentID
    var writer = SegmentWriter(segment: id, to: Pages(connection: connection))
    try merge(sources, dropsDeletions: structure.segments.isEmpty, into: &writer)
    structure.add(.init(id: id, firstPage: 1, lastPage: try writer.finish()))
    try write(structure)
  }

  func mergeAll(pieceBytes: Int) throws {
    var structure = try structure()
    let connection = connection
    let readers = try structure.segments.map { segment in
      try SegmentReader(segment, pieceBytes: pieceBytes) { page in
        try connection.first(
          "SELECT block FROM fts_data WHERE id = ?1",
          [.integer(SegmentWriter.row(segment: segment.id, page: page))]
        ) { $0.blob(0) }
      }
    }
    let id = structure.freeSegmentID
    var writer = SegmentWriter(segment: id, to: Pages(connection: connection))
    try merge(readers, dropsDeletions: true, into: &writer)
    structure.replace(
      level: 0, by: .init(id: id, firstPage: 1, lastPage: try writer.finish()))
    try write(structure)
  }

  func segmentCount() throws -> Int { try structure().segments.count }

  func rows(_ table: String) throws -> [[SQLValue]] {
    try connection.rows("SELECT * FROM fts_\(table)") { row in
      (0..<row.columnCount).map { row.value($0) }
    }
  }

  /// The rowids that FTS5 finds, on a connection that has not seen the index before.
  func hits(of words: [String]) throws -> [[Int64]] {
    let fresh = try Connection(path: connection.path, mode: .read)
    return try words.map { word in
      try fresh.rows("SELECT rowid FROM fts WHERE fts MATCH ?1", [.text(word)]) { $0.integer(0) }
    }
  }

  /// Asks FTS5 whether the index says what the text says.
  func checkIntegrity() throws {
    let fresh = try Connection(path: connection.path, mode: .write)
    try fresh.run("INSERT INTO fts (fts, rank) VALUES ('integrity-check', 1)")
  }

  private func structure() throws -> IndexStructure {
    let record = try connection.first("SELECT block FROM fts_data WHERE id = 10") { $0.blob(0) }
    guard let structure = IndexStructure(record ?? []) else { throw NoStructure() }
    return structure
  }

  private func write(_ structure: IndexStructure) throws {
    for (row, record) in [
      (IndexStructure.row, structure.record), (IndexTotals.row, totals.record),
    ] {
      try connection.run(
        "REPLACE INTO fts_data (id, block) VALUES (?1, ?2)", [.integer(row), .blob(record)])
    }
  }

  private struct NoStructure: Error {}

  private struct Pages: SegmentPages {
    let connection: Connection

    func write(block: [UInt8], row: Int64) throws {
      try connection.run(
        "INSERT INTO fts_data (id, block) VALUES (?1, ?2)", [.integer(row), .blob(block)])
    }

    func write(best: BestArticles, word: [UInt8], segment: Int) {}

    func write(words: [UInt8], piece: Int, segment: Int) {}

    func write(firstWord: [UInt8], segment: Int, page: Int64) throws {
      try connection.run(
        "INSERT INTO fts_idx (segid, term, pgno) VALUES (?1, ?2, ?3)",
        [.integer(segment), .blob(firstWord), .integer(page)])
    }
  }
}

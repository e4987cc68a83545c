internal import FullTextIndex

/// The pages of the second half of a segment, until it is known how many come before them.
///
/// They are kept in a temporary file, which goes with this object: memory does not grow with the index.
final class WaitingPages: SegmentPages {
  private let connection: Connection

  init() throws {
    // A file without a name is SQLite's own: it is deleted when it is opened.
    connection = try Connection(path: "", mode: .create)
    try connection.execute(
      """
      PRAGMA journal_mode = OFF; PRAGMA page_size = 16384; PRAGMA cache_size = -2048;
      CREATE TABLE page (id INTEGER PRIMARY KEY, block BLOB NOT NULL);
      CREATE TABLE first_word (word BLOB NOT NULL, page INTEGER NOT NULL);
      CREATE TABLE words (piece INTEGER PRIMARY KEY, words BLOB NOT NULL);
      CREATE TABLE best (word BLOB NOT NULL, record BLOB NOT NULL);
      BEGIN
      """)
  }

  func write(block: [UInt8], row: Int64) throws {
    try connection.run(
      "INSERT INTO page (id, block) VALUES (?1, ?2)", [.integer(row), .blob(block)])
  }

  func write(best: BestArticles, word: [UInt8], segment: Int) throws {
    try connection.run(
      "INSERT INTO best (word, record) VALUES (?1, ?2)", [.blob(word), .blob(best.record)])
  }

  func write(words: [UInt8], piece: Int, segment: Int) throws {
    try connection.run(
      "INSERT INTO words (piece, words) VALUES (?1, ?2)", [.integer(piece), .blob(words)])
  }

  func write(firstWord: [UInt8], segment: Int, page: Int64) throws {
    try connection.run(
      "INSERT INTO first_word (word, page) VALUES (?1, ?2)",
      [.blob(firstWord), .integer(page)])
  }

  /// Puts the pages behind those of the first half.
  ///
  /// - Parameters:
  ///   - tables: Where the first half stands.
  ///   - segment: The segment.
  ///   - pages: The number of pages of the first half.
  ///   - firstWord: A word that is behind those of the first half, and behind none of these.
  /// - Throws: What SQLite says.
  func move(to tables: SegmentTables, segment: Int, behind pages: Int, firstWord: [UInt8]) throws {
    try connection.forEachRow("SELECT id, block FROM page ORDER BY id") { row in
      let moved = SegmentWriter.moved(row.blob(1), row: row.integer(0), behind: pages)
      try tables.write(block: moved.block, row: moved.row)
      return true
    }
    try connection.forEachRow("SELECT word, page FROM first_word ORDER BY rowid") { row in
      // The first page of a segment has the empty word: if this half is all of it, so has this one.
      let word = row.blob(0)
      // Beside the page's number, a bit.
      try tables.write(
        firstWord: word.isEmpty && pages > 0 ? WordLookup.key(firstWord) : word, segment: segment,
        page: row.integer(1) + Int64(pages) << 1)
      return true
    }
    let pieces = try tables.wordPieces(of: segment)
    try connection.forEachRow("SELECT piece, words FROM words ORDER BY piece") { row in
      try tables.write(words: row.blob(1), piece: pieces + row.int(0), segment: segment)
      return true
    }
    try connection.forEachRow("SELECT word, record FROM best ORDER BY rowid") { row in
      try tables.write(bestRecord: row.blob(1), word: row.blob(0), segment: segment)
      return true
    }
  }
}

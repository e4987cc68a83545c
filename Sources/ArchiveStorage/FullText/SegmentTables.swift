internal import FullTextIndex

/// The tables in which the pages of segments are kept.
struct SegmentTables: SegmentPages {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func write(block: [UInt8], row: Int64) throws {
    try connection.run(
      "INSERT INTO article_fts_data (id, block) VALUES (?1, ?2)", [.integer(row), .blob(block)])
  }

  func write(best: BestArticles, word: [UInt8], segment: Int) throws {
    try write(bestRecord: best.record, word: word, segment: segment)
  }

  func write(bestRecord record: [UInt8], word: [UInt8], segment: Int) throws {
    try connection.run(
      "INSERT INTO word_best (segment, word, record) VALUES (?1, ?2, ?3)",
      [.integer(segment), .blob(word), .blob(record)])
  }

  func write(firstWord: [UInt8], segment: Int, page: Int64) throws {
    try connection.run(
      "INSERT INTO article_fts_idx (segid, term, pgno) VALUES (?1, ?2, ?3)",
      [.integer(segment), .blob(firstWord), .integer(page)])
  }

  func write(words: [UInt8], piece: Int, segment: Int) throws {
    try connection.write(words: words, piece: piece, segment: segment)
  }

  /// The number of pieces of the list of a segment's words.
  func wordPieces(of segment: Int) throws -> Int { try connection.wordPieces(of: segment) }

  func page(_ row: Int64) throws -> [UInt8]? {
    try connection.first(
      "SELECT block FROM article_fts_data WHERE id = ?1", [.integer(row)]
    ) { $0.blob(0) }
  }

  /// Removes rows of pages.
  func remove(pages: ClosedRange<Int64>) throws {
    try connection.run(
      "DELETE FROM article_fts_data WHERE id BETWEEN ?1 AND ?2",
      [.integer(pages.lowerBound), .integer(pages.upperBound)])
  }

  /// Removes a segment.
  func remove(segment: Int) throws {
    try remove(
      pages: SegmentWriter.row(segment: segment, page: 0)...SegmentWriter.row(
        segment: segment + 1, page: 0) - 1)
    try connection.run("DELETE FROM article_fts_idx WHERE segid = ?1", [.integer(segment)])
    try connection.run("DELETE FROM word_best WHERE segment = ?1", [.integer(segment)])
    try connection.removeWords(of: segment)
  }

  /// The last page of a segment whose first word, as far as it is kept, is not behind a word.
  func page(of word: [UInt8], segment: Int) throws -> Int? {
    try connection.first(
      """
      SELECT pgno >> 1 FROM article_fts_idx WHERE segid = ?1 AND term <= ?2
      ORDER BY term DESC LIMIT 1
      """, [.integer(segment), .blob(WordLookup.key(word))]
    ) { $0.int(0) }
  }

  /// The first page of a segment whose first word, as far as it is kept, is behind a word; nil where there
  /// is none.
  func page(behind word: [UInt8], segment: Int) throws -> Int? {
    try connection.first(
      """
      SELECT pgno >> 1 FROM article_fts_idx WHERE segid = ?1 AND term > ?2
      ORDER BY term LIMIT 1
      """, [.integer(segment), .blob(WordLookup.key(word))]
    ) { $0.int(0) }
  }

  /// What is said where a page is not there.
  func missing(_ page: Int, of segment: Int) -> StorageError {
    StorageError(
      .damaged,
      "page \(page) of segment \(segment) is missing from the full-text index of \(connection.path)"
    )
  }

  /// The beginning of the first word of a segment's pages from one on; nil where no word begins.
  func word(fromPage page: Int, segment: Int) throws -> [UInt8]? {
    try connection.first(
      """
      SELECT term FROM article_fts_idx WHERE segid = ?1 AND pgno >> 1 >= ?2 AND term > x'30'
      ORDER BY term LIMIT 1
      """, [.integer(segment), .integer(page)]
    ) { Array($0.blob(0).dropFirst()) }
  }
}

package import FullTextIndex

/// The table `vocabulary`: the words of each segment of `article_fts`.
package enum Vocabulary {
  /// The migration that made the table.
  static let migration = 3
  /// The rows of a segment have its number above so many bits.
  fileprivate static let pieceBits: Int64 = 20

  /// The rows of a segment.
  fileprivate static func rows(of segment: Int) -> (first: Int64, last: Int64) {
    (Int64(segment) << pieceBits, Int64(segment + 1) << pieceBits - 1)
  }

  /// Lists the words of the segments that an older version wrote.
  static func fill(_ connection: Connection) throws {
    for segment in try connection.articleSegments() {
      let pieces = try connection.wordPieces(of: segment, table: "article_fts")
      for (piece, words) in pieces.enumerated() {
        try connection.write(words: words, piece: piece, segment: segment.id)
      }
    }
  }

  /// What is wrong with the lists: each is compared with the words that its segment has.
  static func problems(in connection: Connection) throws -> [String] {
    guard try connection.hasVocabulary() else { return [] }
    let segments = try connection.articleSegments()
    var problems: [String] = []
    for segment in segments
    where try connection.vocabulary(of: segment.id)
      != connection.wordPieces(of: segment, table: "article_fts")
    {
      problems.append("vocabulary does not have the words of segment \(segment.id)")
    }
    let known = Set(segments.map { Int64($0.id) })
    let listed = try connection.rows(
      "SELECT DISTINCT id >> \(Self.pieceBits) FROM vocabulary"
    ) { $0.integer(0) }
    for segment in listed where !known.contains(segment) {
      problems.append("vocabulary has words of segment \(segment), which is not there")
    }
    return problems
  }
}

extension Connection {
  /// Whether the archive has lists of words: one of an older schema, opened for reading, has none.
  package func hasVocabulary() throws -> Bool {
    try integer("SELECT count(*) FROM sqlite_master WHERE name = 'vocabulary'") > 0
  }

  /// The pieces of a segment's list of words, as they are stored; none where there is no list.
  package func vocabulary(of segment: Int) throws -> [[UInt8]] {
    let rows = Vocabulary.rows(of: segment)
    return try self.rows(
      "SELECT words FROM vocabulary WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
      [.integer(rows.first), .integer(rows.last)]
    ) { $0.blob(0) }
  }

  /// The pieces of a segment's list of words, made by reading its pages.
  package func wordPieces(
    of segment: IndexStructure.Segment, table: String
  ) throws -> [[UInt8]] {
    try withRows(
      "SELECT block FROM \(table)_data WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
      [
        .integer(SegmentWriter.row(segment: segment.id, page: segment.firstPage)),
        .integer(SegmentWriter.row(segment: segment.id, page: segment.lastPage)),
      ]
    ) { next in
      try withoutActuallyEscaping({ try next()?.blob(0) }) { try WordList.pieces(ofPages: $0) }
    }
  }

  fileprivate func articleSegments() throws -> [IndexStructure.Segment] {
    let record = try first(
      "SELECT block FROM article_fts_data WHERE id = ?1", [.integer(IndexStructure.row)]
    ) { $0.blob(0) }
    return record.flatMap { IndexStructure($0) }?.segments ?? []
  }

  func write(words: [UInt8], piece: Int, segment: Int) throws {
    try run(
      "INSERT INTO vocabulary (id, words) VALUES (?1, ?2)",
      [.integer(Vocabulary.rows(of: segment).first + Int64(piece)), .blob(words)])
  }

  func removeWords(of segment: Int) throws {
    let rows = Vocabulary.rows(of: segment)
    try run(
      "DELETE FROM vocabulary WHERE id BETWEEN ?1 AND ?2",
      [.integer(rows.first), .integer(rows.last)])
  }
}

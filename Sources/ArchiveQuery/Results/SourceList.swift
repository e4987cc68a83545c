internal import ArchiveStorage
public import NewsModel
internal import NewsText

/// An outlet and what the archive has of it.
public struct SourceSummary: Sendable, Equatable {
  /// Its name; nil stands for the articles without a source.
  public let name: String?
  /// Articles.
  public let articles: Int
  /// The date of its first article, as a day, month or year; nil where all are undated.
  public let first: PartialDate?
  /// The date of its last article.
  public let last: PartialDate?
  /// Quotes, scare quotes left out.
  public let quotes: Int
  /// Words in the bodies of its articles.
  public let words: Int
  /// Words in the boilerplate that was set apart from them.
  public let boilerplateWords: Int

  /// The part of the imported words that is boilerplate, 0 to 1.
  public var boilerplateShare: Double {
    let all = words + boilerplateWords
    return all == 0 ? 0 : Double(boilerplateWords) / Double(all)
  }
}

/// The outlets of an archive.
public struct SourceList {
  /// The outlets, those with most articles first.
  public let sources: [SourceSummary]

  /// Counts what an archive has of each outlet. It reads all of the archive.
  public init(_ reader: ArchiveReader) throws {
    let connection = reader.connection
    // Keyed by source id; 0 is none.
    var quotes: [Int64: Int] = [:]
    try connection.forEachRow(
      """
      SELECT coalesce(a.source_id, 0), count(*)
      FROM quote_record q JOIN quote_manner m ON m.id = q.manner_id
        JOIN article_record a ON a.arrival = q.id >> 12
      WHERE m.kind <> 'scare' GROUP BY 1
      """
    ) { row in
      quotes[row.integer(0)] = row.int(1)
      return true
    }
    var boilerplate: [Int64: Int] = [:]
    try connection.forEachRow("SELECT coalesce(source_id, 0), seen, text FROM boilerplate") { row in
      boilerplate[row.integer(0), default: 0] += row.int(1) * countWords(in: row.text(2))
      return true
    }
    sources = try connection.rows(
      """
      SELECT coalesce(a.source_id, 0), s.name, count(*), min(a.id) FILTER (WHERE a.id >= ?1),
        max(a.id) FILTER (WHERE a.id >= ?1), sum(a.words)
      FROM article_record a LEFT JOIN source s ON s.id = a.source_id
      GROUP BY 1 ORDER BY 3 DESC, 2
      """, [.integer(ArticleID.datedRange.lowerBound)]
    ) { row in
      let id = row.integer(0)
      return SourceSummary(
        name: row.textOrNil(1), articles: row.int(2),
        first: row.integerOrNil(3).flatMap { ArticleID(rawValue: $0).date },
        last: row.integerOrNil(4).flatMap { ArticleID(rawValue: $0).date },
        quotes: quotes[id] ?? 0, words: row.int(5), boilerplateWords: boilerplate[id] ?? 0)
    }
  }
}

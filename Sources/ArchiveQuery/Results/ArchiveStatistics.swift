internal import ArchiveStorage
public import NewsModel

/// How much of everything an archive has.
public struct ArchiveStatistics: Sendable, Equatable {
  /// Articles.
  public let articles: Int
  /// Articles without a date.
  public let undated: Int
  /// Words in the articles' bodies.
  public let words: Int
  /// The date of the first article, as a day, month or year.
  public let first: PartialDate?
  /// The date of the last article.
  public let last: PartialDate?
  /// Outlets.
  public let sources: Int
  /// Quotes by kind.
  public let quotes: [QuoteKind: Int]
  /// Quotes of which it is known who said them.
  public let attributedQuotes: Int
  /// Speakers, those that are the same counted once.
  public let speakers: Int
  /// The version of the rules that found the quotes; the oldest where they are of several.
  public let quoteExtractor: Int?
  /// Distinct blocks of boilerplate.
  public let boilerplate: Int
  /// Places in which they stood.
  public let boilerplatePlaces: Int
  /// Calls of the import command.
  public let importRuns: Int
  /// Records that could not become articles.
  public let rejects: Int
  /// The size of the archive's file in bytes, without its log.
  public let bytes: Int

  /// Counts what an archive has. It reads most of the archive.
  public init(_ reader: ArchiveReader) throws {
    let connection = reader.connection
    func number(_ sql: String, _ values: SQLValue...) throws -> Int {
      Int(try connection.integer(sql, values))
    }
    func date(_ function: String) throws -> PartialDate? {
      let id = try connection.first(
        "SELECT \(function)(id) FROM article_record WHERE id >= ?",
        [.integer(ArticleID.datedRange.lowerBound)]
      ) { $0.integerOrNil(0) }
      return id.flatMap { $0 }.flatMap { ArticleID(rawValue: $0).date }
    }
    articles = try number("SELECT count(*) FROM article_record")
    undated = try number(
      "SELECT count(*) FROM article_record WHERE id < ? AND date IS NULL",
      .integer(ArticleID.datedRange.lowerBound))
    words = try number("SELECT sum(words) FROM article_record")
    (first, last) = (try date("min"), try date("max"))
    sources = try number("SELECT count(*) FROM source")
    var quotes: [QuoteKind: Int] = [:]
    try connection.forEachRow(
      """
      SELECT m.kind, count(*) FROM quote_record q JOIN quote_manner m ON m.id = q.manner_id
      GROUP BY 1
      """
    ) { row in
      if let kind = QuoteKind(rawValue: row.text(0)) { quotes[kind] = row.int(1) }
      return true
    }
    self.quotes = quotes
    attributedQuotes = try number("SELECT count(*) FROM quote_record WHERE speaker_id IS NOT NULL")
    speakers = try number(
      "SELECT count(*) FROM speaker WHERE id NOT IN (SELECT speaker_id FROM speaker_alias)")
    quoteExtractor = try connection.first(
      "SELECT value FROM archive WHERE name = 'quote_extractor'"
    ) { $0.int(0) }
    boilerplate = try number("SELECT count(*) FROM boilerplate WHERE seen > 0")
    boilerplatePlaces = try number("SELECT count(*) FROM article_boilerplate")
    importRuns = try number("SELECT count(*) FROM import_run")
    rejects = try number("SELECT count(*) FROM reject")
    bytes = try number("PRAGMA page_count") * number("PRAGMA page_size")
  }
}

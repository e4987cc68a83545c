internal import ArchiveStorage
public import NewsModel
internal import NewsText

/// An article with all that the archive has of it.
public struct StoredArticle: Sendable {
  /// A block of boilerplate where it stood.
  public struct Block: Sendable, Equatable {
    /// What it is.
    public let kind: BoilerplateKind
    /// Its text.
    public let text: String
    /// Where it stood in the body, in code points.
    public let start: Int
    /// What set it apart.
    public let rule: String
  }

  /// A quote and who said it.
  public struct Quote: Sendable, Equatable {
    /// The id of its row.
    public let id: Int64
    /// How it reports what was said.
    public let kind: QuoteKind
    /// The words quoted.
    public let text: String
    /// Where it begins in the body, in code points.
    public let start: Int
    /// Its length in code points.
    public let length: Int
    /// Who said it, by the name that the article resolves to.
    public let speaker: String?
    /// How the article names the speaker there.
    public let speakerText: String?
    /// Where that stands in the body, in code points.
    public let speakerStart: Int?
    /// The reporting word.
    public let cue: String?
    /// The rule that found it.
    public let rule: String
    /// How sure the rule is, 0 to 1.
    public let confidence: Double
  }

  /// Its id.
  public let id: ArticleID
  /// The outlet.
  public let source: String?
  /// The headline.
  public let headline: String?
  /// When it was published.
  public let date: PartialDate?
  /// Where the date was read.
  public let dateOrigin: DateOrigin?
  /// Who wrote it.
  public let author: String?
  /// Its address.
  public let url: String?
  /// The section or category.
  public let section: String?
  /// The language, as a BCP 47 tag in lower case.
  public let language: String?
  /// The number of words in the body.
  public let words: Int
  /// The reporting: paragraphs with a blank line between them.
  public let body: String
  /// How body and boilerplate make the imported text again; nil for the usual way.
  public let layout: String?
  /// The record's fields that have no column, as a JSON object.
  public let metadata: String?
  /// What was odd about the record, as a JSON array.
  public let remarks: String?
  /// The SHA-256 of the text as imported, 32 bytes.
  public let sha256: [UInt8]
  /// The file it came from, as it was named to the import.
  public let file: String
  /// The import that added it.
  public let importRun: Int
  /// Its number in the file, counted from 1, and its line where the format has lines.
  public let position: RecordPosition
  /// The boilerplate that was set apart, in the order in which it stood.
  public let boilerplate: [Block]
  /// The quotes in their order, scare quotes included.
  public let quotes: [Quote]
}

extension StoredArticle {
  /// The text as it was imported, byte for byte, boilerplate in its place.
  public var originalText: String {
    SplitArticle.originalText(
      body: body, blocks: boilerplate.map { ($0.text, $0.start) }, layout: layout)
  }
}

extension ArchiveReader {
  /// The article of an id, or nil when there is none.
  public func article(_ id: ArticleID) throws -> StoredArticle? {
    try connection.first(
      """
      SELECT a.source, a.headline, a.date, a.date_origin, a.author, a.url, a.section, a.language,
        a.words, a.body, a.layout, a.metadata, a.remarks, a.sha256, f.path, f.import_run_id,
        a.record, a.line, a.arrival
      FROM article a JOIN import_file f ON f.id = a.import_file_id
      WHERE a.id = ?
      """, [.integer(id.rawValue)]
    ) { row in
      StoredArticle(
        id: id, source: row.textOrNil(0), headline: row.textOrNil(1),
        date: row.textOrNil(2).flatMap { PartialDate(iso8601: $0) },
        dateOrigin: DateOrigin(rawValue: row.text(3)), author: row.textOrNil(4),
        url: row.textOrNil(5), section: row.textOrNil(6), language: row.textOrNil(7),
        words: row.int(8), body: row.text(9), layout: row.textOrNil(10),
        metadata: row.textOrNil(11), remarks: row.textOrNil(12), sha256: row.blob(13),
        file: row.text(14), importRun: row.int(15),
        position: RecordPosition(
          record: row.int(16), line: row.integerOrNil(17).map { Int($0) }),
        boilerplate: try boilerplate(of: row.integer(18)),
        quotes: try quotes(of: row.integer(18)))
    }
  }

  private func boilerplate(of arrival: Int64) throws -> [StoredArticle.Block] {
    try connection.rows(
      """
      SELECT b.kind, b.text, ab.start, ab.rule
      FROM article_boilerplate ab JOIN boilerplate b ON b.id = ab.boilerplate_id
      WHERE ab.arrival = ? ORDER BY ab.place
      """, [.integer(arrival)]
    ) { row in
      StoredArticle.Block(
        kind: BoilerplateKind(rawValue: row.text(0)) ?? .other, text: row.text(1),
        start: row.int(2), rule: row.text(3))
    }
  }

  private func quotes(of arrival: Int64) throws -> [StoredArticle.Quote] {
    let ids = QuoteID.range(of: arrival)
    return try connection.rows(
      """
      SELECT q.id, q.kind, q.text, q.start, q.length, q.speaker, q.speaker_text, q.cue, q.rule,
        q.confidence, q.speaker_start
      FROM quote q WHERE q.id BETWEEN ? AND ? ORDER BY q.id
      """, [.integer(ids.lowerBound), .integer(ids.upperBound)]
    ) { row in
      StoredArticle.Quote(
        id: row.integer(0), kind: QuoteKind(rawValue: row.text(1)) ?? .direct, text: row.text(2),
        start: row.int(3), length: row.int(4), speaker: row.textOrNil(5),
        speakerText: row.textOrNil(6), speakerStart: row.integerOrNil(10).map { Int($0) },
        cue: row.textOrNil(7), rule: row.text(8),
        confidence: row.real(9))
    }
  }
}

internal import ArchiveStorage
public import NewsModel

/// What was set apart in a source for one reason.
public struct BoilerplateGroup: Sendable, Equatable {
  /// What it is.
  public let kind: BoilerplateKind
  /// What set it apart: `words:…`, `repeats`.
  public let rule: String
  /// The source; nil for articles without one.
  public let source: String?
  /// Distinct blocks.
  public let blocks: Int
  /// Places where they stood.
  public let seen: Int
  /// The number of the block that is the example.
  public let block: Int64
  /// The block that was seen most often.
  public let example: String
}

/// The boilerplate of an archive, grouped.
public struct BoilerplateList {
  /// Which of it is wanted; nil is all.
  public struct Filter: Sendable {
    /// The kind.
    public var kind: BoilerplateKind?
    /// The rule.
    public var rule: String?
    /// The name of the source, as it is written.
    public var source: String?

    /// All of it.
    public init(kind: BoilerplateKind? = nil, rule: String? = nil, source: String? = nil) {
      (self.kind, self.rule, self.source) = (kind, rule, source)
    }
  }

  /// The groups, those seen most often first.
  public let groups: [BoilerplateGroup]

  /// Reads an archive's boilerplate.
  ///
  /// - Parameters:
  ///   - reader: The archive.
  ///   - filter: What is wanted.
  ///   - eachBlock: Whether each block is a group of its own, where others are by kind, rule and
  ///     source.
  /// - Throws: ``StorageError`` where the archive cannot be read.
  public init(_ reader: ArchiveReader, _ filter: Filter = Filter(), eachBlock: Bool = false) throws
  {
    // With max() the other columns are those of its row (sqlite.org/lang_select.html#bareagg).
    groups = try reader.connection.rows(
      """
      SELECT b.kind, p.rule, s.name, count(DISTINCT b.id), count(*), max(b.seen), b.id, b.text
      FROM article_boilerplate p JOIN boilerplate b ON b.id = p.boilerplate_id
        LEFT JOIN source s ON s.id = b.source_id
      WHERE (?1 IS NULL OR b.kind = ?1) AND (?2 IS NULL OR p.rule = ?2)
        AND (?3 IS NULL OR s.name = ?3)
      GROUP BY b.kind, p.rule, b.source_id, iif(?4, b.id, 0) ORDER BY 5 DESC, 1, 2, 3, 7
      """,
      [
        .text(filter.kind?.rawValue), .text(filter.rule), .text(filter.source),
        .integer(eachBlock ? 1 : 0),
      ]
    ) { row in
      BoilerplateGroup(
        kind: BoilerplateKind(rawValue: row.text(0)) ?? .other, rule: row.text(1),
        source: row.textOrNil(2), blocks: row.int(3), seen: row.int(4), block: row.integer(6),
        example: row.text(7))
    }
  }
}

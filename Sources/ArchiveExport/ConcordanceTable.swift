public import ArchiveQuery
internal import NewsModel

/// Lines of a concordance as rows of a table.
public enum ConcordanceTable {
  /// The columns.
  public static let columns = codebook.map(\.name)

  /// What the columns are.
  public static let codebook = [
    Column("id", .text, "the article"),
    Column("date", .text, "the article's date"),
    Column("source", .text, "the article's outlet"),
    Column("headline", .text, "the article's headline"),
    Column("left", .text, "the words before the hit", isText: true),
    Column("match", .text, "the hit as it is written there", isText: true),
    Column("right", .text, "the words behind the hit", isText: true),
    Column("part", .text, "where the hit stands: body or headline"),
    Column("offset", .integer, "where it begins there, in Unicode code points from 0"),
  ]

  /// The row of a line.
  public static func row(of line: ConcordanceLine) -> [Cell] {
    [
      .text(line.id.description), .text(line.date?.description), .text(line.source),
      .text(line.headline), .text(line.left), .text(line.match), .text(line.right),
      .text(line.part.rawValue), .integer(line.offset),
    ]
  }
}

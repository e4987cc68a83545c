internal import ArchiveQuery

/// How much a query finds by year, month, source, section and language, next to how much there is.
struct CountSummary {
  static let codebook = [
    Column("field", .text, "what is counted by: year, month, source, section or language"),
    Column(
      "value", .text,
      "the period or name; missing where it is not known; a coarser date where it names no month"),
    Column("articles", .integer, "articles that the query finds"),
    Column("all_articles", .integer, "all articles of the archive there"),
    Column("per_1000_articles", .real, "articles found for each 1,000 articles"),
    Column("hits", .integer, "places in them that the query's words take"),
    Column("all_words", .integer, "all words there, of headlines and bodies"),
    Column("per_million_words", .real, "hits for each million words"),
  ]

  let rows: [[Cell]]

  init(of query: Query, in reader: ArchiveReader) throws {
    var rows: [[Cell]] = []
    for field in [CountField.year, .month, .source, .section, .language] {
      let (articles, hits) = try Counts.articlesAndHits(of: query, by: field, in: reader)
      for (row, its) in zip(articles.rows, hits.rows) {
        rows.append([
          .text(field.rawValue), .text(row.value), .integer(row.count), .integer(row.all),
          Self.cell(row.rate), .integer(its.count), .integer(its.all), Self.cell(its.rate),
        ])
      }
    }
    self.rows = rows
  }

  private static func cell(_ rate: Double?) -> Cell {
    rate.map { .real(rounded($0, places: 4)) } ?? .missing
  }
}

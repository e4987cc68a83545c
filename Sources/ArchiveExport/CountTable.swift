public import ArchiveQuery

/// Counts as rows of a table.
public enum CountTable {
  /// The columns; the one of the field has its name.
  public static func columns(of counts: Counts) -> [String] {
    let amounts =
      switch counts.unit {
      case .articles: ["articles", "all_articles", "per_1000_articles"]
      case .words: ["hits", "all_words", "per_million_words"]
      }
    return ["query"] + (counts.field.map { [$0.rawValue] } ?? []) + amounts
  }

  /// A row.
  public static func row(of row: Counts.Row, in counts: Counts) -> [Cell] {
    [.text(row.query)] + (counts.field == nil ? [] : [.text(row.value)])
      + [
        .integer(row.count), .integer(row.all),
        row.rate.map { .real(rounded($0, places: 4)) } ?? .missing,
      ]
  }
}

/// Facets as rows of a table.
public enum FacetTable {
  /// The columns.
  public static let columns = ["field", "value", "articles", "share"]

  /// The row of a value of a field, of so many articles that were found.
  public static func row(of facet: Facet, by field: FacetField, total: Int) -> [Cell] {
    [
      .text(field.rawValue), .text(facet.value), .integer(facet.count),
      total == 0 ? .missing : .real(rounded(Double(facet.count) / Double(total), places: 4)),
    ]
  }
}

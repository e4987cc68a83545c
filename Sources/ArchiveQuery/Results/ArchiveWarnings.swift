internal import ArchiveStorage

/// Something about an archive that somebody should know who counts with it.
public enum ArchiveWarning: Sendable, Equatable {
  /// So many articles lack a field: `date`, `source` or `headline`, which `no:` finds.
  case lacking(field: String, articles: Int)
  /// It is not known of all articles whether they are copies.
  case copiesUnknown
  /// So many imports were stopped before their end.
  case unfinishedImports(Int)
  /// So many records could not become articles.
  case rejects(Int)
}

extension ArchiveReader {
  /// What is odd about an archive as a whole. A field that one article in a hundred lacks is no matter.
  public func warnings() throws -> [ArchiveWarning] {
    var warnings: [ArchiveWarning] = []
    let all = try connection.integer("SELECT count(*) FROM article_record")
    for field in ["date", "source", "headline"] {
      guard let query = try? Query(parsing: "no:\(field)") else { continue }
      let count = try ArticleSearch(query, in: self).total()
      if count > 0, count * 100 >= all { warnings.append(.lacking(field: field, articles: count)) }
    }
    if all > 0, try !knowsCopies() { warnings.append(.copiesUnknown) }
    let unfinished = try connection.integer(
      "SELECT count(*) FROM import_run WHERE finished IS NULL")
    if unfinished > 0 { warnings.append(.unfinishedImports(Int(unfinished))) }
    let rejects = try connection.integer("SELECT count(*) FROM reject")
    if rejects > 0 { warnings.append(.rejects(Int(rejects))) }
    return warnings
  }
}

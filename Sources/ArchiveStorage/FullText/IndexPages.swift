internal import FullTextIndex

/// The pages of a full-text index, looked at before FTS5 is asked about them: its own check reads them, too,
/// and trusts more of what stands there.
enum IndexPages {
  /// What is wrong with the pages of a table's index.
  static func problems(of table: String, in connection: Connection) throws -> [String] {
    let record = try connection.first(
      "SELECT block FROM \(table)_data WHERE id = ?1", [.integer(IndexStructure.row)]
    ) { $0.blob(0) }
    guard let structure = record.flatMap({ IndexStructure($0) }) else {
      return ["the list of the parts of \(table) cannot be read"]
    }
    var problems: [String] = []
    for segment in structure.segments {
      let rows = [segment.firstPage, segment.lastPage].map {
        SQLValue.integer(SegmentWriter.row(segment: segment.id, page: $0))
      }
      var (found, damaged) = (0, 0)
      try connection.forEachRow(
        "SELECT block FROM \(table)_data WHERE id BETWEEN ?1 AND ?2", rows
      ) { row in
        found += 1
        if !LeafPage.isWellFormed(row.blob(0)) { damaged += 1 }
        return true
      }
      if found != segment.pages || damaged > 0 {
        problems.append(
          "part \(segment.id) of \(table) has \(segment.pages) pages: \(segment.pages - found) are "
            + "missing, \(damaged) cannot be read")
      }
    }
    return problems
  }
}

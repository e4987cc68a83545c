internal import ArchiveExport
internal import ArchiveQuery

/// How many of the articles that a query finds have which values. It has no page: facets stand beside hits.
struct FacetsView: View {
  private let question: SearchQuestion
  private let total: Int
  private let rows: [[Cell]]

  init(_ visit: Visit) throws {
    question = SearchQuestion(try SearchAddress(visit), visit)
    let search = try ArticleSearch(try question.asked(), in: visit.reader)
    let total = try search.total()
    let wanted = try visit.query.all("by").map { name -> FacetField in
      guard let field = FacetField(rawValue: name) else {
        let all = FacetField.allCases.map(\.rawValue).joined(separator: ", ")
        throw PageError.badRequest("“by” is one of \(all).")
      }
      return field
    }
    rows = try (wanted.isEmpty ? FacetField.allCases : wanted).flatMap { field in
      try search.facets(by: field).map { FacetTable.row(of: $0, by: field, total: total) }
    }
    self.total = total
  }

  func page() throws -> Page {
    throw PageError.notFound("Facets stand beside the hits of a search.")
  }

  func json() throws -> JSON {
    .object(
      question.json + [
        ("total", .integer(total)),
        ("facets", .array(rows.map { JSON(columns: FacetTable.columns, row: $0) })),
      ])
  }

  func table() throws -> ViewTable? {
    let rows = rows
    return ViewTable(name: "facets", columns: FacetTable.columns) { write in
      for row in rows { try write(row) }
    }
  }
}

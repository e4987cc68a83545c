internal import ArchiveExport
internal import ArchiveQuery

/// How many of the articles that a query finds have which values. It has no page: facets stand beside hits.
struct FacetsView: View {
  private let question: SearchQuestion
  private let search: ArticleSearch
  private let total: Int
  private let fields: [FacetField]

  init(_ visit: Visit) throws {
    question = SearchQuestion(try SearchAddress(visit), visit)
    search = try ArticleSearch(try question.asked(), in: visit.reader)
    total = try search.total()
    let wanted = try visit.query.all("by").map { name -> FacetField in
      guard let field = FacetField(rawValue: name) else {
        let all = FacetField.allCases.map(\.rawValue).joined(separator: ", ")
        throw PageError.badRequest("“by” is one of \(all).")
      }
      return field
    }
    fields = wanted.isEmpty ? FacetField.allCases : wanted
  }

  func page() throws -> Page {
    throw PageError.notFound("Facets stand beside the hits of a search.")
  }

  /// The values that most articles have, and how many more there are.
  func json() throws -> JSON {
    var rows: [JSON] = []
    var others: [(name: String, value: JSON)] = []
    for field in fields {
      let top = try search.topFacets(by: field, limit: question.address.size)
      others.append((field.rawValue, .integer(top.others)))
      rows += top.facets.map {
        JSON(columns: FacetTable.columns, row: FacetTable.row(of: $0, by: field, total: total))
      }
    }
    return .object(
      question.json + [
        ("total", .integer(total)), ("limit", .integer(question.address.size)),
        ("facets", .array(rows)), ("others", .object(others)),
      ])
  }

  /// All of them.
  func table() throws -> ViewTable? {
    let (search, fields, total) = (search, fields, total)
    return ViewTable(name: "facets", columns: FacetTable.columns) { write in
      for field in fields {
        for facet in try search.facets(by: field) {
          try write(FacetTable.row(of: facet, by: field, total: total))
        }
      }
    }
  }
}

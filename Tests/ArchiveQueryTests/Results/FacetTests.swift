import Testing

@testable import ArchiveQuery

struct FacetTests {
  private func search() throws -> ArticleSearch {
    var samples: [Sample] = []
    // 200 outlets: the first has most articles, and many have one.
    for outlet in 0..<200 {
      for _ in 0..<max(1, 20 - outlet) {
        samples.append(Sample(body: "The harbour.", date: "2019-03-04", source: "Outlet \(outlet)"))
      }
    }
    samples += (0..<3).map { _ in Sample(body: "The harbour.", date: "2019-03-04") }
    return try ArticleSearch(
      Query(parsing: "harbour"), in: SampleArchive(SampleFile(samples)).reader)
  }

  @Test(arguments: [0, 1, 7, 30, 199, 200, 1000])
  func theFirstOnesAreTheFirstOfAll(limit: Int) throws {
    let search = try search()
    let all = try search.facets(by: .source)
    #expect(all.count == 201)
    #expect(all.last == Facet(value: nil, count: 3))
    let top = try search.topFacets(by: .source, limit: limit)
    #expect(top.facets.filter { $0.value != nil } == Array(all.prefix(min(limit, 200))))
    #expect(top.facets.last == Facet(value: nil, count: 3))
    #expect(top.others == 200 - min(limit, 200))
  }
}

internal import ArchiveExport
internal import ArchiveQuery

/// By what the hits can be narrowed: each value is a link that adds it to the query.
struct FacetList {
  let question: SearchQuestion
  let search: ArticleSearch
  let total: Int

  /// So many values of a field are shown.
  private static let few = 7
  private static let many = 500

  private var address: SearchAddress { question.address }

  var html: HTML {
    get throws {
      let all = try FacetField.allCases.map { field in
        (
          field,
          try search.topFacets(
            by: field, limit: address.longFacet == field ? Self.many : Self.few)
        )
      }
      return Tag.aside(.class("facets"), .ariaLabel("Narrow the search")) {
        Tag.h2 { "Narrow" }
        for (field, facets) in all { html(of: field, facets) }
      }
    }
  }

  private func html(of field: FacetField, _ top: TopFacets) -> HTML {
    let facets = top.facets
    // What all hits have in common narrows nothing.
    guard facets.contains(where: { $0.value != nil }), facets.count > 1 || field == .speaker else {
      return HTML()
    }
    let isLong = address.longFacet == field
    // The latest years come first, and a few of them are enough.
    let ordered =
      field == .year
      ? facets.filter { $0.value != nil }.reversed() + facets.filter { $0.value == nil } : facets
    let shown = field == .year && !isLong ? ordered.prefix(Self.few) : ordered[...]
    let others = top.others + ordered.count - shown.count
    let isOpen = isLong || field == .source || field == .year || field == .speaker
    return Tag.details(.id("facet-\(field.rawValue)"), isOpen ? .open : nil) {
      Tag.summary { Self.title(of: field) }
      Tag.ul {
        for facet in shown { Tag.li { html(of: facet, field) } }
        if others > 0 {
          Tag.li(.class("more")) {
            if isLong {
              "and \(grouped(others)) more, which "
              Tag.code { "backfile facets" }
              " lists"
            } else {
              Tag.a(
                .href(
                  address.with { $0.longFacet = field }
                    .address(fragment: "facet-\(field.rawValue)"))
              ) { "\(grouped(others)) more" }
            }
          }
        }
      }
    }
  }

  private func html(of facet: Facet, _ field: FacetField) -> HTML {
    let name = facet.value.map { Self.name(of: $0, field) } ?? "unknown"
    return .group {
      if let condition = field.condition(facet.value), let query = question.query {
        Tag.a(
          .href(
            address.asking(query.narrowed(by: condition, replacingDates: field == .year)).address),
          facet.value == nil ? .class("none") : nil
        ) { name }
      } else {
        Tag.span(.class("none")) { name }
      }
      " "
      Tag.span(.class("number")) { grouped(facet.count) }
    }
  }

  private static func title(of field: FacetField) -> String {
    switch field {
    case .source: "Source"
    case .year: "Year"
    case .author: "Author"
    case .section: "Section"
    case .language: "Language"
    case .speaker: "Speaker"
    case .topic: "Topic"
    case .tag: "Tag"
    case .status: "Original or copy"
    }
  }

  private static func name(of value: String, _ field: FacetField) -> String {
    switch (field, value) {
    case (.status, "original"): "originals"
    case (.status, _): "copies"
    default: value
    }
  }
}

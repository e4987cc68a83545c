internal import ArchiveQuery

/// What the search page is asked, as its address says it.
struct SearchAddress {
  var text = ""
  var tab = SearchTab.articles
  var order = HitOrder.newest
  var from = 0
  var size = SearchAddress.usualSize
  /// Whether copies of one text are shown as one.
  var foldsCopies = true
  var isExplained = false
  /// The facet of which more values are shown.
  var longFacet: FacetField?
  /// The order of a concordance.
  var lines = LineOrder.newest

  static let usualSize = 20

  init() {}

  init(_ visit: Visit) throws {
    let query = visit.query
    text = query["q"] ?? ""
    tab = try visit.choice("tab", else: .articles)
    order = try visit.choice("sort", else: .newest)
    from = try visit.number("from", else: 0)
    size = try visit.number("limit", else: Self.usualSize, in: 1...500)
    foldsCopies = try visit.choice("copies", else: Copies.once) == .once
    isExplained = query["explain"] == "1"
    longFacet = query["more"].flatMap(FacetField.init)
    lines = try visit.choice("lines", else: LineOrder.newest)
  }

  /// How often copies of one text are shown.
  private enum Copies: String, CaseIterable { case once, each }

  /// The address with some of it changed.
  func with(_ change: (inout SearchAddress) -> Void) -> SearchAddress {
    var new = self
    change(&new)
    return new
  }

  /// The same for another query, from the first page on.
  func asking(_ text: String) -> SearchAddress {
    with { ($0.text, $0.from, $0.longFacet) = (text, 0, nil) }
  }

  var address: Address { address(fragment: nil) }

  func address(fragment: String?) -> Address {
    Address(
      ["search"],
      query: [
        ("q", text), ("tab", tab == .articles ? nil : tab.rawValue),
        ("sort", order == .newest ? nil : order.rawValue),
        ("lines", lines == .newest ? nil : lines.rawValue),
        ("copies", foldsCopies ? nil : "each"), ("from", from == 0 ? nil : String(from)),
        ("limit", size == Self.usualSize ? nil : String(size)),
        ("explain", isExplained ? "1" : nil), ("more", longFacet?.rawValue),
      ], fragment: fragment)
  }

  /// The address of a search for articles.
  static func articles(_ text: String) -> Address { SearchAddress().asking(text).address }
}

/// What a query is asked for: the tabs of the search page.
enum SearchTab: String, CaseIterable {
  case articles, quotes, concordance, trends, sources

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// The view of the tab that a visit asks for.
  static func view(_ visit: Visit) throws -> any View {
    try view(visit, SearchAddress(visit))
  }

  /// The view of a tab, whatever the address says.
  static func view(_ tab: SearchTab, _ visit: Visit) throws -> any View {
    try view(visit, SearchAddress(visit).with { $0.tab = tab })
  }

  private static func view(_ visit: Visit, _ address: SearchAddress) throws -> any View {
    let question = SearchQuestion(address, visit)
    guard question.query != nil else { return SearchErrorView(question: question) }
    return switch address.tab {
    case .articles: try ArticleHitsView(question)
    case .quotes: try QuoteHitsView(question)
    case .concordance: try ConcordanceView(question)
    case .trends: try QueryTrendView(question)
    case .sources: try QuerySourcesView(question)
    }
  }
}

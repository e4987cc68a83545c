extension Site {
  /// What answers a request.
  enum Handler: Sendable {
    case asset(Asset)
    case view(@Sendable (Visit) throws -> any View)
    /// Changes the archive, and sends the browser to a page.
    case action(@Sendable (Visit) throws -> Response)
  }

  private static func view(
    _ pattern: String, _ make: @escaping @Sendable (Visit) throws -> any View
  ) -> Router<Handler>.Route {
    .init(.get, pattern, .view(make))
  }

  private static func action(
    _ pattern: String, _ act: @escaping @Sendable (Visit) throws -> Response
  ) -> Router<Handler>.Route {
    .init(.post, pattern, .action(act))
  }

  /// Every address of the site. `.json` and `.csv` behind one are other forms of the same view.
  static let router = Router(
    [
      view("/") { try HomeView($0) },
      view("/home") { try HomeView($0) },
      view("/search") { try SearchTab.view($0) },
      view("/article/:id") { try ArticleView($0) },
      view("/article/:id/citation") { try CitationView($0) },
      view("/complete") { try CompletionView($0) },
      view("/speakers") { try SpeakersView($0) },
      view("/speaker/:name") { try SpeakerView($0) },
      view("/topics") { try TopicsView($0) },
      view("/topic/:name") { try TopicView($0) },
      view("/trends") { try TrendsView($0) },
      view("/sources") { try SourcesView($0) },
      view("/source/:name") { try SourceView($0) },
      view("/imports") { try ImportsView($0) },
      view("/import/:number") { try ImportView($0) },
      view("/help") { _ in HelpView() },
      view("/api/articles") { try SearchTab.view(.articles, $0) },
      view("/api/articles/:id") { try ArticleView($0) },
      view("/api/quotes") { try SearchTab.view(.quotes, $0) },
      view("/api/concordance") { try SearchTab.view(.concordance, $0) },
      view("/api/speakers") { try SpeakersView($0) },
      view("/api/speakers/:name") { try SpeakerView($0) },
      view("/api/topics") { try TopicsView($0) },
      view("/api/topics/:name") { try TopicView($0) },
      view("/api/trends") { try TrendsView($0) },
      view("/api/sources") { try SourcesView($0) },
      view("/api/sources/:name") { try SourceView($0) },
      view("/api/imports") { try ImportsView($0) },
      view("/api/imports/:number") { try ImportView($0) },
      view("/api/facets") { try FacetsView($0) },
      view("/api/archive") { try HomeView($0) },
      view("/api/openapi") { OpenAPIView(version: $0.site.version) },
      action("/article/:id/tags") { try ArticleAction.tag($0) },
      action("/article/:id/notes") { try ArticleAction.note($0) },
    ]
      + Asset.allCases.map { asset in
        // An ending is no part of a path.
        let path = Request(.get, "/assets/\(asset.rawValue)").path
        return .init(.get, path.joined(separator: "/"), .asset(asset))
      })

  /// The parts that the navigation names.
  static let parts: [SitePart] = SitePart.allCases
}

/// Which handler answers which path.
struct Router<Handler: Sendable>: Sendable {
  /// A path with open places (`/article/:id`), and who answers it.
  struct Route: Sendable {
    fileprivate let method: Request.Method
    fileprivate let parts: [String]
    fileprivate let handler: Handler

    /// A route of a pattern; a part that begins with a colon is an open place.
    init(_ method: Request.Method, _ pattern: String, _ handler: Handler) {
      (self.method, self.handler) = (method, handler)
      parts = pattern.split(separator: "/").map(String.init)
    }

    /// The values of the open places; nil where the path is another one.
    fileprivate func places(in path: [String]) -> [String: String]? {
      guard path.count == parts.count else { return nil }
      var places: [String: String] = [:]
      for (part, value) in zip(parts, path) {
        if part.hasPrefix(":") {
          guard !value.isEmpty else { return nil }
          places[String(part.dropFirst())] = value
        } else if part != value {
          return nil
        }
      }
      return places
    }
  }

  /// What a path leads to.
  enum Destination {
    case handler(Handler, places: [String: String])
    /// There is such a path, for other methods.
    case otherMethods([Request.Method])
    case nowhere
  }

  private let routes: [Route]

  init(_ routes: [Route]) { self.routes = routes }

  /// Where a request leads; the first route that fits.
  func destination(of request: Request) -> Destination {
    let method = request.method == .head ? .get : request.method
    var others: [Request.Method] = []
    for route in routes {
      guard let places = route.places(in: request.path) else { continue }
      if route.method == method { return .handler(route.handler, places: places) }
      others.append(route.method)
    }
    return others.isEmpty ? .nowhere : .otherMethods(others)
  }
}

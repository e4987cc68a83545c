public import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// What a saved query finds: all of it, or what came since it was run last.
public struct NewcomerSearch {
  private let search: ArticleSearch
  private let ids: [ArticleID]
  /// The arrival of the archive's last article.
  public let lastArrival: Int64

  /// How many articles there are.
  public var total: Int { ids.count }

  /// Asks.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - saved: The saved query whose last run counts; nil for all articles.
  ///   - reader: The archive.
  ///   - order: The order of the articles.
  /// - Throws: ``QueryPlanError`` where the query has something that cannot be found.
  public init(
    _ query: Query, since saved: SavedQuery?, in reader: ArchiveReader, order: HitOrder = .newest
  ) throws {
    let search = try ArticleSearch(query, in: reader)
    (ids, lastArrival) = try reader.snapshot {
      let arrays = try reader.state().arrays
      let arrivals = try arrays.arrivals.get()
      let first = saved?.arrival ?? -1
      var ids: [ArticleID] = []
      try search.forEachID(order: order) { id in
        if let number = arrays.numbers.number(of: id.rawValue),
          Int64(arrivals[Int(number)]) > first
        {
          ids.append(id)
        }
        return true
      }
      return (ids, Int64(arrivals.max() ?? 0))
    }
    self.search = search
  }

  /// A page of them, with snippets.
  public func hits(limit: Int = .max, offset: Int = 0) throws -> [ArticleHit] {
    try ids.dropFirst(offset).prefix(limit).compactMap {
      try search.hit($0, score: nil, hasSnippet: true)
    }
  }
}

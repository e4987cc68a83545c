internal import FullTextIndex
internal import NewsModel

/// Hits of which copies of one text are shown as one.
public struct FoldedHits: Sendable {
  /// A hit, and how many more there are of the same text.
  public struct Hit: Sendable {
    /// The hit that comes first in the order that was asked for.
    public let first: ArticleHit
    /// How many more hits are copies of it, or it and they of one original.
    public let others: Int
  }

  /// The hits of a page.
  public let hits: [Hit]
  /// How many hits there are when each text counts once: exactly, always.
  public let texts: Int
  /// How many articles there are.
  public let articles: Int
}

extension ArticleSearch {
  /// A page of hits in which copies of one text are one, with snippets; all without a limit.
  ///
  /// Throws ``QueryPlanError`` where it is not known of all articles whether they are copies.
  public func foldedHits(
    order: HitOrder = .newest, limit: Int? = 20, offset: Int = 0
  ) throws -> FoldedHits {
    try reader.snapshot {
      let originals = try reader.state().arrays.copies.originals.get()
      let rows = try reader.state().arrays.numbers
      var sizes: [UInt32: Int] = [:]
      var articles = 0
      try found.all { matches, _ in
        articles = matches.count
        matches.forEachNumber { sizes[originals[Int($0)], default: 0] += 1 }
      }
      let texts = sizes.count
      var hits: [FoldedHits.Hit] = []
      var toPass = offset
      try forEachID(order: order, limit: nil, offset: 0) { id, score in
        if let limit, hits.count >= limit { return false }
        guard let number = rows.number(of: id.rawValue),
          let size = sizes.removeValue(forKey: originals[Int(number)])
        else { return true }
        if toPass > 0 {
          toPass -= 1
        } else if let hit = try hit(id, score: score, hasSnippet: true) {
          hits.append(FoldedHits.Hit(first: hit, others: size - 1))
        }
        return true
      }
      return FoldedHits(hits: hits, texts: texts, articles: articles)
    }
  }
}

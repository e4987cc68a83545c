internal import ArchiveStorage
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
      // By the number of the original: how many of the hits are of its text, until it is shown.
      var sizes = [UInt32](repeating: 0, count: originals.count)
      var (articles, texts) = (0, 0)
      try found.all { matches, _ in
        articles = matches.count
        matches.forEachNumber { number in
          let original = Int(originals[Int(number)])
          if sizes[original] == 0 { texts += 1 }
          sizes[original] += 1
        }
      }
      var hits: [FoldedHits.Hit] = []
      var toPass = offset
      try forEachID(order: order, limit: nil, offset: 0) { id, score in
        if let limit, hits.count >= limit { return false }
        guard let number = rows.number(of: id.rawValue) else { return true }
        let original = Int(originals[Int(number)])
        let size = Int(sizes[original])
        guard size > 0 else { return true }
        sizes[original] = 0
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

extension ArchiveReader {
  /// Whether it is known of all articles what they are copies of.
  public func knowsCopies() throws -> Bool { try CopyStore(connection).isComplete() }
}

import NewsModel

/// Gives articles their ids: the next free number of their date.
struct ArticleNumbers {
  private var last: [ArticleID.Series: Int64] = [:]
  private let limit = 100_000

  /// The next id of a date.
  ///
  /// A month or year that is full goes on among the undated articles, of which there can be more
  /// than two million million; their date stays in its column.
  mutating func next(for date: PartialDate?, in connection: Connection) throws -> ArticleID {
    let series = ArticleID.Series(of: date)
    let number = try last[series] ?? highest(of: series, in: connection)
    guard let id = series.id(number: number + 1) else {
      guard date != nil else {
        throw StorageError(.other, "the archive is full: no article id is left")
      }
      return try next(for: nil, in: connection)
    }
    if last.count >= limit { last.removeAll(keepingCapacity: true) }
    last[series] = number + 1
    return id
  }

  mutating func forget() { last.removeAll() }

  private func highest(of series: ArticleID.Series, in connection: Connection) throws -> Int64 {
    for range in series.ranges {
      let id = try connection.first(
        "SELECT max(id) FROM article_record WHERE id BETWEEN ?1 AND ?2",
        [.integer(range.lowerBound), .integer(range.upperBound)]
      ) { $0.integerOrNil(0) }
      if let id, let id { return series.number(of: ArticleID(rawValue: id)) }
    }
    return 0
  }
}

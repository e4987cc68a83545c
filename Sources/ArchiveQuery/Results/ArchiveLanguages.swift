internal import ArchiveStorage

/// The languages in which an archive's articles are: those whose inflections a query means that names none.
final class ArchiveLanguages {
  /// One in so many articles, at least, is in such a language: a few that were taken for another one make
  /// no language of the archive.
  static let leastShare = 100

  private let connection: Connection
  private var known: [String]?

  init(_ connection: Connection) { self.connection = connection }

  /// The first parts of the languages' tags, the most frequent first.
  func all() throws -> [String] {
    if let known { return known }
    var counts: [String: Int] = [:]
    var articles = 0
    try connection.forEachRow(
      "SELECT language, count(*) FROM article_record GROUP BY language"
    ) { row in
      articles += row.int(1)
      if let tag = row.textOrNil(0) {
        counts[String(tag.prefix { $0 != "-" }), default: 0] += row.int(1)
      }
      return true
    }
    let languages = counts.filter { $0.value * Self.leastShare >= articles }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    known = languages
    return languages
  }
}

extension ArchiveReader {
  /// What makes phrases of the terms of a query.
  func terms(
    for query: QueryNode, in subject: Subject, words: KnownWords? = nil
  ) throws -> TermResolver {
    let state = try state()
    let asked = query.languages
    return TermResolver(tokenizer: tokenizer, words: words ?? state.words) {
      try asked ?? state.languages.all()
    }
  }
}

extension QueryNode {
  /// The languages that all articles are in which meet the query, as far as it says so; nil for any.
  var languages: [String]? {
    switch self {
    case .filter(.language(let tag)): return [String(tag.prefix { $0 != "-" && $0 != "_" })]
    case .and(let nodes): return nodes.lazy.compactMap(\.languages).first
    case .or(let nodes):
      let languages = nodes.map(\.languages)
      return languages.contains(nil) ? nil : languages.flatMap { $0 ?? [] }
    default: return nil
    }
  }
}

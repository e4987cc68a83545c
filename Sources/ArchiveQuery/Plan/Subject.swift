internal import ArchiveStorage

/// What a query looks for, and the tables where it is.
enum Subject {
  case articles, quotes, boilerplate

  /// The table, with an alias of one letter.
  var table: String {
    switch self {
    case .articles: "article a"
    case .quotes: "quote q"
    case .boilerplate: "boilerplate b"
    }
  }

  /// The column of the table's ids.
  var id: String {
    switch self {
    case .articles: "a.id"
    case .quotes: "q.id"
    case .boilerplate: "b.id"
    }
  }

  var fullText: String {
    switch self {
    case .articles: "article_fts"
    case .quotes: "quote_fts"
    case .boilerplate: "boilerplate_fts"
    }
  }

  /// The columns of the full-text table.
  var columns: [String] { self == .articles ? ["body", "headline"] : ["text"] }

  /// The further tables that conditions ask, where the full-text table is the first one, or the
  /// table itself.
  func joins(toIndex: Bool, for node: QueryNode) -> [String] {
    switch self {
    case .articles: toIndex && node.asksArticle ? ["article a ON a.id = article_fts.rowid"] : []
    case .quotes:
      (toIndex ? ["quote q ON q.id = quote_fts.rowid"] : [])
        + (node.asksArticle ? ["article a ON a.id = q.id >> \(QuoteID.numberBits)"] : [])
    case .boilerplate: toIndex ? ["boilerplate b ON b.id = boilerplate_fts.rowid"] : []
    }
  }

  /// The condition that a row of the full-text table meets a query about words.
  func matches(_ plan: TextPlan) -> SQLFragment {
    let match = SQLFragment("\(fullText) MATCH ?", .text(plan.match))
    guard let test = plan.test else { return match }
    return match + SQLFragment(" AND backfile_positions(\(fullText), ?)", .blob(test.encoded))
  }

  /// A statement for the ids of all rows that meet a query about words.
  func ids(_ plan: TextPlan) -> SQLFragment {
    "SELECT rowid FROM \(fullText) WHERE " + matches(plan)
  }
}

extension QueryNode {
  /// Whether columns of the article's own row are asked.
  fileprivate var asksArticle: Bool {
    switch self {
    case .and(let nodes), .or(let nodes): nodes.contains(where: \.asksArticle)
    case .not(let node): node.asksArticle
    case .filter(.name), .filter(.language), .filter(.site), .filter(.importRun), .filter(.words),
      .filter(.has):
      true
    default: false
    }
  }

  /// Whether words are looked for in a part of an article alone.
  var isAboutPart: Bool {
    switch self {
    case .within: true
    case .and(let nodes), .or(let nodes): nodes.contains(where: \.isAboutPart)
    case .not(let node), .atLeast(_, let node), .capitals(let node): node.isAboutPart
    default: false
    }
  }
}

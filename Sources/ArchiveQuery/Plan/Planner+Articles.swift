internal import ArchiveStorage
internal import NewsModel

extension Planner {
  /// A condition on articles that is not about words.
  func articleCondition(
    _ node: QueryNode, id: String, member: String
  ) throws(QueryPlanError) -> SQLFragment {
    switch node {
    case .filter(.id(let article)):
      return SQLFragment("\(id) = ?", .integer(article.rawValue))
    case .filter(.dates(let span)): return span.condition(on: id)
    case .filter(let filter): return try rowCondition(filter, article: id, member: member)
    case .oneQuote(.quote(.any)):
      let bits = QuoteID.numberBits
      return SQLFragment(
        """
        EXISTS (SELECT 1 FROM quote q WHERE q.kind <> 'scare' \
        AND q.id BETWEEN \(id) << \(bits) AND (\(id) << \(bits)) + \((1 << bits) - 1))
        """)
    case .oneQuote(let node):
      let quotes = try planner(of: .quotes).quoteSelection(node)
      return "\(member) IN (" + quotes.statement("\(quotes.id) >> \(QuoteID.numberBits)") + ")"
    default: throw .outOfPlace("“\(node.reading)” is no question about articles.")
    }
  }

  /// A condition on the article `a`, whatever the query looks for. `article` is its id, and
  /// `member` the same as it stands before IN.
  func rowCondition(
    _ filter: Filter, article: String, member: String
  ) throws(QueryPlanError) -> SQLFragment {
    switch filter {
    case .name(.source, let term):
      return "a.source_id IN (SELECT id FROM source WHERE " + (try has(term, in: "name")) + ")"
    case .name(let field, let term): return try has(term, in: "a.\(field.rawValue)")
    case .language(let tag):
      // `en` is also `en-gb`: "." is the character behind "-".
      let tag = tag.replacing("_", with: "-")
      return SQLFragment(
        "(a.language = ? OR a.language >= ? AND a.language < ?)",
        .text(tag), .text(tag + "-"), .text(tag + "."))
    case .site(let site): return SQLFragment("backfile_is_site(a.url, ?)", .text(site.description))
    case .importRun(let run):
      return SQLFragment(
        "a.import_file_id IN (SELECT id FROM import_file WHERE import_run_id = ?)", .integer(run))
    case .words(let range):
      return SQLFragment(
        "a.words BETWEEN ? AND ?", .integer(range.lowerBound), .integer(range.upperBound))
    case .has(.source): return SQLFragment("a.source_id IS NOT NULL")
    case .has(.boilerplate):
      return SQLFragment(
        "EXISTS (SELECT 1 FROM article_boilerplate ab WHERE ab.article_id = \(article))")
    case .has(let fact): return SQLFragment("a.\(fact.rawValue) IS NOT NULL")
    case .boilerplate(let node):
      let blocks = try planner(of: .boilerplate).selection(node)
      return "\(member) IN (SELECT article_id FROM article_boilerplate WHERE boilerplate_id IN ("
        + blocks.statement(blocks.id) + "))"
    case .later(let field, _): throw .notYet("The field \(field.rawValue):")
    case .id, .dates: throw .outOfPlace("“\(filter.reading)” cannot be asked here.")
    }
  }

  /// No date: those articles have ids of their own. Months that are full go on among them, so the
  /// date is looked at too.
  func undated(_ id: String) -> SQLFragment {
    let shift = subject == .quotes ? QuoteID.numberBits : 0
    return SQLFragment(
      "(\(id) < ? AND a.date IS NULL)", .integer(ArticleID.datedRange.lowerBound << shift))
  }

  /// The condition that a name has a term's words.
  func has(_ term: Term, in column: String) throws(QueryPlanError) -> SQLFragment {
    let phrase = try IndexPhrase(term, column: nil, tokenizer)
    return SQLFragment(
      "backfile_has_words(\(column), ?, ?)", .text(term.words), .integer(phrase.isPrefix ? 1 : 0))
  }
}

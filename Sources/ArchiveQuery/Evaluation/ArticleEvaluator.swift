internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// Works out which articles meet a query.
struct ArticleEvaluator: SetEvaluator {
  let reader: ArchiveReader
  let index: TextIndex
  let arrays: ArticleArrays
  let terms: TermResolver
  let layouts: TextLayouts
  /// Of the state of the archive that it was made on.
  let version: Int64

  /// An evaluator of a query or of parts of it, on one state of the archive.
  init(_ reader: ArchiveReader, for query: QueryNode) throws {
    self.reader = reader
    let (state, terms) = try reader.snapshot {
      (try reader.state(), try reader.terms(for: query, in: .articles))
    }
    (index, arrays, version) = (state.index, state.arrays, state.version)
    self.terms = terms
    layouts = .articles(reader, state.arrays)
  }

  var rows: RowNumbers { arrays.numbers }
  var columns: [String] { ["body", "headline"] }

  func numbers(meeting node: QueryNode, among candidates: [UInt32]?) throws -> [UInt32] {
    switch node {
    case .filter(.id(let id)): return rows.number(of: id.rawValue).map { [$0] } ?? []
    case .filter(.dates(let span)):
      return span.ranges(of: rows).flatMap { $0.map { UInt32($0) } }
    case .filter(.name(.source, _)), .filter(.name(.section, _)):
      var filter = RowFilter(all: rows.count)
      _ = try add(node, to: &filter)
      return candidates?.filter(filter.contains) ?? filter.numbers
    case .filter(let filter): return try numbers(meeting: filter, among: candidates)
    case .oneQuote(.quote(.any)): return try withQuotes(among: candidates)
    case .oneQuote(let node):
      return try QuoteEvaluator(reader, articles: self).articles(node, among: candidates)
    default: throw QueryPlanError.outOfPlace("“\(node.reading)” is no question about articles.")
    }
  }

  func add(_ node: QueryNode, to filter: inout RowFilter) throws -> Bool {
    switch node {
    case .filter(.dates(let span)): filter.add(span.ranges(of: rows))
    case .filter(.name(.source, let term)):
      filter.add(try ids(in: "source", having: term), in: try arrays.sources.get())
    case .filter(.name(.section, let term)):
      filter.add(try ids(in: "section", having: term), in: try arrays.sections.get())
    default: return false
    }
    return true
  }

  private func ids(in table: String, having term: Term) throws -> Set<UInt32> {
    let most = try Int64(reader.connection.mostRows())
    return Set(
      try reader.names(in: table, having: term).filter { (0...most).contains($0) }
        .map { UInt32($0) })
  }

  /// The numbers of the articles of arrivals that a statement gives.
  func numbers(ofArrivals sql: String, _ values: [SQLValue] = []) throws -> [UInt32] {
    let numbers = try arrays.numbersByArrival.get()
    return try reader.connection.rows(sql, values) { $0.int(0) }
      .filter { numbers.indices.contains($0) }.map { numbers[$0] }
  }
}

// MARK: Facts of articles

extension ArticleEvaluator {
  private func numbers(
    meeting filter: Filter, among candidates: [UInt32]?
  ) throws -> [UInt32] {
    switch filter {
    case .name(.author, let term):
      let pattern = try NamePattern(term, reader.tokenizer)
      // The same names come again and again.
      var known: [String: Bool] = [:]
      return try numbers(among: candidates, column: "author") { row in
        guard let name = row.textOrNil(1) else { return false }
        if let isMet = known[name] { return isMet }
        let isMet = pattern.matches(reader.tokenizer.indexedWords(of: name))
        known[name] = isMet
        return isMet
      }
    case .language(let tag):
      // `en` is also `en-gb`.
      let tag = tag.replacing("_", with: "-")
      return try numbers(among: candidates, column: "language") { row in
        let its = row.text(1)
        return its == tag || its.hasPrefix(tag + "-")
      }
    case .site(let site):
      return try numbers(among: candidates, column: "url") { row in
        row.textOrNil(1).map { site.contains(Site($0)) } ?? false
      }
    case .importRun(let run):
      let files = Set(
        try reader.connection.rows(
          "SELECT id FROM import_file WHERE import_run_id = ?", [.integer(run)]
        ) { $0.integer(0) })
      return try numbers(among: candidates, column: "import_file_id") {
        files.contains($0.integer(1))
      }
    case .words(let range):
      return try numbers(among: candidates, column: "words") { range.contains($0.int(1)) }
    case .has(let fact): return try numbers(having: fact, among: candidates)
    case .boilerplate(let node):
      let blocks = try BoilerplateEvaluator(reader, for: node).blocks(node)
      var articles: Set<UInt32> = []
      for block in blocks {
        articles.formUnion(
          try numbers(
            ofArrivals: "SELECT arrival FROM article_boilerplate WHERE boilerplate_id = ?",
            [.integer(block)]))
      }
      return articles.sorted()
    case .topic(let term): return try numbers(ofTopic: term, among: candidates)
    case .tag(let term): return try numbers(tagged: term, among: candidates)
    case .status(let status): return try numbers(being: status, among: candidates)
    case .name, .id, .dates:
      throw QueryPlanError.outOfPlace("“\(filter.reading)” cannot be asked here.")
    }
  }

  private func numbers(
    having fact: Filter.Fact, among candidates: [UInt32]?
  ) throws -> [UInt32] {
    switch fact {
    case .source: return try numbers(in: arrays.sources.get())
    case .section: return try numbers(in: arrays.sections.get())
    case .date:
      // Dated articles have ids of their own. Months that are full go on among the undated ones.
      let undated = rows.count(below: ArticleID.datedRange.lowerBound)
      let exceptions = try numbers(among: Array(0..<UInt32(undated)), column: "date") {
        !$0.isNull(1)
      }
      return exceptions.filter { $0 < undated } + Array(UInt32(undated)..<UInt32(rows.count))
    case .boilerplate:
      return try numbers(ofArrivals: "SELECT DISTINCT arrival FROM article_boilerplate").sorted()
    case .headline, .author, .url, .language:
      return try numbers(among: candidates, column: fact.rawValue) { !$0.isNull(1) }
    }
  }

  private func numbers(in array: [UInt32]) -> [UInt32] {
    array.indices.filter { array[$0] != 0 }.map { UInt32($0) }
  }

  private func withQuotes(among candidates: [UInt32]?) throws -> [UInt32] {
    let reports = try QuoteEvaluator.manners(of: reader) { kind, _ in kind != .scare }
    var found: [UInt32] = []
    try forEachQuoteList(of: candidates) { number, _, quotes in
      if quotes.contains(where: { reports.contains(Int64($0.manner)) }) { found.append(number) }
    }
    return found.sorted()
  }

  /// The articles whose record meets a condition on one column, which is the row's second.
  private func numbers(
    among candidates: [UInt32]?, column: String, where isMet: (Row) throws -> Bool
  ) throws -> [UInt32] {
    var found: [UInt32] = []
    // One by one, unless there are so many that it is quicker to read all.
    if let candidates, candidates.count < rows.count / 8 {
      for number in candidates {
        try reader.connection.forEachRow(
          "SELECT id, \(column) FROM article_record WHERE id = ?",
          [.integer(rows.id(of: number))]
        ) { row in
          if try isMet(row) { found.append(number) }
          return false
        }
      }
      return found
    }
    try reader.connection.forEachRow("SELECT id, \(column) FROM article_record") { row in
      if try isMet(row), let number = rows.number(of: row.integer(0)) { found.append(number) }
      return true
    }
    return found.sorted()
  }
}

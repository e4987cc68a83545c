internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// Works out which blocks of boilerplate meet a query: by their words, `source:` and `kind:`.
struct BoilerplateEvaluator: SetEvaluator {
  let reader: ArchiveReader
  let rows: RowNumbers
  let index: TextIndex
  let terms: TermResolver
  let layouts: TextLayouts

  init(_ reader: ArchiveReader, for query: QueryNode) throws {
    self.reader = reader
    let last = try reader.connection.integer("SELECT max(id) FROM boilerplate")
    guard try last <= reader.connection.mostRows() else {
      throw reader.connection.isDamaged("a block of boilerplate")
    }
    rows = RowNumbers([(firstID: 1, count: Int(last))])
    index = try TextIndex("boilerplate_fts", columns: 1, reader.connection, reader.time)
    terms = try reader.terms(for: query, in: .boilerplate, words: KnownWords(index))
    let rows = rows
    layouts = .boilerplate(reader) { rows.id(of: $0) }
  }

  var columns: [String] { ["text"] }

  /// The ids of the blocks that meet a query, ascending. Some may stand nowhere any more.
  func blocks(_ node: QueryNode) throws -> [Int64] {
    try matches(node).numbers.map { rows.id(of: $0) }
  }

  func numbers(meeting node: QueryNode, among candidates: [UInt32]?) throws -> [UInt32] {
    switch node {
    case .filter(.name(.source, let term)):
      let sources = Set(try reader.names(in: "source", having: term))
      return try numbers(column: "source_id") { sources.contains($0.integer(1)) }
    case .filter(.boilerplate(let node)), .oneQuote(let node):
      return try numbers(node, among: candidates)
    case .quote(.kind(let kind)):
      guard BoilerplateKind(rawValue: kind) != nil else {
        throw QueryPlanError.outOfPlace("“\(kind)” is a kind of quotes, not of boilerplate.")
      }
      return try numbers(column: "kind") { $0.text(1) == kind }
    default:
      throw QueryPlanError.outOfPlace(
        "“\(node.reading)” is no question about boilerplate: that has words, source: and kind:.")
    }
  }

  func add(_ node: QueryNode, to filter: inout RowFilter) -> Bool { false }

  private func numbers(column: String, where isMet: (Row) -> Bool) throws -> [UInt32] {
    var found: [UInt32] = []
    try reader.connection.forEachRow("SELECT id, \(column) FROM boilerplate ORDER BY id") { row in
      if isMet(row), let number = rows.number(of: row.integer(0)) { found.append(number) }
      return true
    }
    return found
  }
}

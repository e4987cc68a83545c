internal import Glibc
public import NewsModel

/// A query: text that was read and understood.
///
/// It says nothing about any archive: the same query can be asked of several, and be kept.
public struct Query: Sendable {
  /// The text as it was given.
  public let text: String
  /// What was repaired or left out while it was read.
  public let notes: [QueryNote]
  let root: QueryNode

  /// Reads a query.
  ///
  /// Throws where the text has no sensible reading; never fails on any other text, whatever
  /// characters are in it. An empty text asks for everything. `last month` is counted from `today`,
  /// which is the day in UTC where it is nil.
  public init(parsing text: String, today: PartialDate? = nil) throws(QuerySyntaxError) {
    let now = today ?? PartialDate(unixSeconds: time(nil))
    var parser = try QueryParser(text, today: now?.julianDay ?? 0)
    let root = try parser.parse().groupedByQuote()
    try root.requireShallow(at: 0..<parser.scalars.count)
    (self.text, self.notes, self.root) = (text, parser.notes, root)
  }

  /// How the query was understood: every operator and every bracket written out.
  public var reading: String { root.reading }
}

extension QueryNode {
  /// SQLite's and FTS5's parsers have stacks of 100 entries; nobody's query needs so many.
  fileprivate func requireShallow(at range: Range<Int>) throws(QuerySyntaxError) {
    guard depth <= 24 else {
      throw QuerySyntaxError("The operators are more than 24 levels deep.", at: range)
    }
  }

  /// The levels of operators inside each other.
  private var depth: Int {
    switch self {
    case .everything, .term, .window: 0
    case .and(let nodes), .or(let nodes): 1 + (nodes.map(\.depth).max() ?? 0)
    case .not(let node), .atLeast(_, let node), .capitals(let node), .within(_, let node),
      .oneQuote(let node):
      1 + node.depth
    case .near(let near):
      1 + ([near.first.depth] + near.links.map(\.operand.depth)).reduce(0) { max($0, $1) }
    case .filter(.boilerplate(let node)), .quote(.text(let node)): 1 + node.depth
    case .filter, .quote: 0
    }
  }
}

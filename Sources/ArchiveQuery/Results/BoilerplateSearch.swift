internal import ArchiveStorage
public import NewsModel

/// A distinct block of boilerplate that a query found.
public struct BoilerplateHit: Sendable {
  /// The id of its row.
  public let id: Int64
  /// What it is.
  public let kind: BoilerplateKind
  /// Its text, with marks on what was found.
  public let text: MarkedText
  /// The outlet that has it.
  public let source: String?
  /// In how many places it stood.
  public let seen: Int
}

/// The blocks of boilerplate that a query finds: by their words, `source:` and `kind:`.
public struct BoilerplateSearch {
  private let reader: ArchiveReader
  /// The ids of the blocks, those that were seen most often first.
  private let blocks: [Int64]
  private let finder: TextFinder

  /// Asks an archive a query.
  ///
  /// Throws ``QueryPlanError`` where the query has something that no boilerplate has.
  public init(_ query: Query, in reader: ArchiveReader) throws {
    self.reader = reader
    (finder, blocks) = try reader.snapshot {
      let evaluator = try BoilerplateEvaluator(reader, for: query.root)
      var seen: [(id: Int64, seen: Int)] = []
      for id in try evaluator.blocks(query.root) {
        let count = try reader.connection.integer(
          "SELECT seen FROM boilerplate WHERE id = ?", [.integer(id)])
        // A block that stands nowhere any more is no answer.
        if count > 0 { seen.append((id, Int(count))) }
      }
      return (
        try TextFinder(query.root, in: .boilerplate, evaluator.terms),
        seen.sorted { ($1.seen, $0.id) < ($0.seen, $1.id) }.map(\.id)
      )
    }
  }

  /// How many distinct blocks there are: exactly, always.
  public func total() throws -> Int { blocks.count }

  /// A page of hits, those that were seen most often first.
  public func hits(limit: Int = 20, offset: Int = 0) throws -> [BoilerplateHit] {
    var hits: [BoilerplateHit] = []
    try forEachHit(limit: limit, offset: offset) { hit in
      hits.append(hit)
      return true
    }
    return hits
  }

  /// Calls the closure with each hit until it returns false.
  public func forEachHit(_ body: (BoilerplateHit) throws -> Bool) throws {
    try forEachHit(limit: nil, offset: 0, body)
  }

  private func forEachHit(
    limit: Int?, offset: Int, _ body: (BoilerplateHit) throws -> Bool
  ) throws {
    for id in blocks.dropFirst(offset).prefix(limit ?? .max) {
      guard let hit = try hit(id) else { continue }
      guard try body(hit) else { return }
    }
  }

  private func hit(_ id: Int64) throws -> BoilerplateHit? {
    try reader.connection.first(
      """
      SELECT b.kind, b.text, b.index_text, s.name, b.seen
      FROM boilerplate b LEFT JOIN source s ON s.id = b.source_id WHERE b.id = ?
      """, [.integer(id)]
    ) { row in
      let text = finder.read(row.text(1), segmented: row.textOrNil(2), reader.tokenizer)
      return BoilerplateHit(
        id: id, kind: BoilerplateKind(rawValue: row.text(0)) ?? .other,
        text: MarkedText(text, places: try finder.places(in: [text]), column: 0),
        source: row.textOrNil(3), seen: row.int(4))
    }
  }
}

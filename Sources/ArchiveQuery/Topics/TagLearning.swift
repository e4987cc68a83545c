public import ArchiveStorage
internal import FullTextIndex
public import NewsModel
internal import NewsText

/// Learns a tag from the articles that people gave it, and proposes it for others.
public struct TagLearning {
  /// What was learnt from, and how well.
  public struct Report: Sendable {
    /// Articles with the tag.
    public let members: Int
    /// Articles of which people said that it does not fit, or to which they gave other tags alone.
    public let others: Int
    /// Articles without any tag that were drawn to stand for the rest.
    public let drawn: Int
    /// Of those that would be given it, the share that has it: by cross-validation.
    public let precision: Double
    /// Of those that have it, the share that would be given it.
    public let recall: Double
    /// The harmonic mean of both.
    public let f1: Double
  }

  /// Fewer articles teach nothing that could be measured.
  public static let leastMembers = 10
  /// Articles that are drawn for each one with the tag.
  private static let drawnForEach = 4

  private let reader: ArchiveReader

  /// Learns from an archive.
  public init(_ reader: ArchiveReader) { self.reader = reader }

  /// Learns a tag. The same archive gives the same model.
  ///
  /// - Parameters:
  ///   - tag: The tag's name.
  ///   - store: Where the model is kept.
  /// - Returns: How well it does.
  /// - Throws: ``NameError`` where too few articles have the tag.
  public func learn(_ tag: String, into store: TagStore) throws -> Report {
    let (members, others, drawn) = try examples(of: tag)
    guard members.count >= Self.leastMembers else {
      throw NameError(
        "“\(tag)” was given to \(members.count) articles by hand; \(Self.leastMembers) are needed")
    }
    let all = members + others + drawn
    let texts = try all.map(text)
    let hasTag = all.indices.map { $0 < members.count }
    let (model, report) = TagModel.learn(texts, hasTag: hasTag)
    try store.setModel(model.record, of: tag)
    return Report(
      members: members.count, others: others.count, drawn: drawn.count,
      precision: report.score.precision, recall: report.score.recall, f1: report.score.f1)
  }

  /// The articles of a query that should have a tag and of which nobody has said whether, the surest
  /// first.
  ///
  /// - Throws: ``NameError`` where the tag was not learnt.
  public func proposals(
    of tag: String, for query: Query, leastScore: Double = 0.5
  ) throws -> [(id: ArticleID, score: Double)] {
    let id = try reader.connection.tag(tag)?.id
    let record = try id.flatMap { try reader.connection.tagModel($0) }
    guard let id, let model = record.flatMap(TagModel.init(record:)) else {
      throw NameError("“\(tag)” was not learnt yet: backfile topics train \(tag)")
    }
    let decided = Set(
      try reader.connection.rows(
        """
        SELECT r.id FROM article_tag a JOIN article_record r ON r.arrival = a.arrival
        WHERE a.tag_id = ?1 AND a.score IS NULL
        """, [.integer(id)]
      ) { $0.integer(0) })
    var proposals: [(id: ArticleID, score: Double)] = []
    try ArticleSearch(query, in: reader).forEachID { id in
      guard !decided.contains(id.rawValue) else { return true }
      let score = model.score(of: try text(id.rawValue))
      if score >= leastScore { proposals.append((id, score)) }
      return true
    }
    return proposals.sorted { ($1.score, $0.id.rawValue) < ($0.score, $1.id.rawValue) }
  }

  private func examples(
    of tag: String
  ) throws -> (members: [Int64], others: [Int64], drawn: [Int64]) {
    guard let id = try reader.connection.tag(tag)?.id else {
      throw NameError("there is no tag “\(tag)”; `backfile tag list` lists them")
    }
    // By hand alone: what a classifier said proves nothing to the next one.
    func ids(_ condition: String) throws -> [Int64] {
      try reader.connection.rows(
        """
        SELECT r.id FROM article_record r WHERE r.arrival IN (
          SELECT a.arrival FROM article_tag a WHERE a.score IS NULL AND \(condition)) ORDER BY r.id
        """, [.integer(id)]
      ) { $0.integer(0) }
    }
    let members = try ids("a.tag_id = ?1 AND a.holds")
    let rejected = try ids("a.tag_id = ?1 AND NOT a.holds")
    let otherwise = Set(try ids("a.tag_id <> ?1 AND a.holds")).subtracting(members)
    let others = Set(rejected).union(otherwise).sorted()
    let wanted = max(0, members.count * Self.drawnForEach - others.count)
    return (members, others, try drawn(wanted, without: Set(members).union(others)))
  }

  /// Articles drawn from all with a fixed seed: most of an archive is not about any one thing.
  private func drawn(_ count: Int, without known: Set<Int64>) throws -> [Int64] {
    let rows = try reader.state().arrays.numbers
    guard count > 0, rows.count > known.count else { return [] }
    var chosen: Set<Int64> = []
    // A fixed step that has no divisor in common with the number of articles meets each once.
    var step = 0x9E37_79B1 % rows.count
    while step > 1, greatestCommonDivisor(step, rows.count) != 1 { step -= 1 }
    var number = 0
    for _ in 0..<rows.count where chosen.count < count {
      number = (number + max(step, 1)) % rows.count
      let id = rows.id(of: UInt32(number))
      if !known.contains(id) { chosen.insert(id) }
    }
    return chosen.sorted()
  }

  private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  private func text(_ id: Int64) throws -> LabelledText {
    try reader.connection.first(
      """
      SELECT a.headline, b.body FROM article_record a
        JOIN article_body b ON b.arrival = a.arrival WHERE a.id = ?1
      """, [.integer(id)]
    ) { LabelledText(headline: $0.text(0), body: $0.text(1)) }
      ?? LabelledText(headline: "", body: "")
  }
}

internal import ArchiveStorage
public import NewsModel
internal import NewsText

/// An article and its copies.
public struct CopyCluster: Sendable {
  /// One of the articles.
  public struct Member: Sendable {
    /// Its id.
    public let id: ArticleID
    /// The outlet.
    public let source: String?
    /// When it was published.
    public let date: PartialDate?
    /// Its headline.
    public let headline: String?
    /// Its address.
    public let url: String?
    /// Words in its body.
    public let words: Int
    /// The id that it had in its dump, if that was one.
    public let ownID: String?
    /// The share of the shorter text's five-word sequences that it and the original have in common;
    /// nil for the original.
    public let containment: Double?
    let arrival: Int64
  }

  /// The article that was published first.
  public let original: Member
  /// The others, in the order of their ids.
  public let copies: [Member]

  /// All of them, the original first.
  public var members: [Member] { [original] + copies }
}

/// The articles of an archive that have copies.
public struct CopyClusters {
  private let reader: ArchiveReader
  /// The arrivals of originals and their copies.
  private let clusters: [(original: Int64, copies: [Int64])]

  /// How many articles have copies.
  public var total: Int { clusters.count }
  /// How many copies there are.
  public var copies: Int { clusters.reduce(0) { $0 + $1.copies.count } }

  /// The clusters of which a query finds at least one article, those with most copies first.
  ///
  /// Throws ``QueryPlanError`` where it is not known of all articles whether they are copies.
  public init(_ query: Query, in reader: ArchiveReader) throws {
    self.reader = reader
    clusters = try reader.snapshot {
      let originals = try reader.state().arrays.copies.originals.get()
      let arrivals = try reader.state().arrays.arrivals.get()
      var wanted: Set<UInt32> = []
      try ArticleEvaluation(query.root, in: reader).all { matches, _ in
        matches.forEachNumber { wanted.insert(originals[Int($0)]) }
      }
      var clusters: [UInt32: [Int64]] = [:]
      for (number, original) in originals.enumerated()
      where original != UInt32(number) && wanted.contains(original) {
        clusters[original, default: []].append(Int64(arrivals[number]))
      }
      return clusters.sorted { ($1.value.count, $1.key) < ($0.value.count, $0.key) }
        .map { (Int64(arrivals[Int($0.key)]), $0.value) }
    }
  }

  /// Calls the closure with each cluster from one on, until it returns false.
  public func forEach(from offset: Int = 0, _ body: (CopyCluster) throws -> Bool) throws {
    for (original, copies) in clusters.dropFirst(offset) {
      guard let first = try member(original) else { continue }
      let cluster = CopyCluster(original: first, copies: try copies.compactMap { try member($0) })
      guard try body(cluster) else { return }
    }
  }

  /// Calls the closure with each two articles of a cluster that have at least half of the shorter one in
  /// common, and how much it is.
  public func forEachPair(
    of cluster: CopyCluster,
    _ body: (_ a: CopyCluster.Member, _ b: CopyCluster.Member, _ containment: Double) throws -> Void
  ) throws {
    let store = CopyStore(reader.connection)
    let members = cluster.members
    let sequences = try members.map { WordSequences(of: try store.body($0.arrival)) }
    for (index, a) in members.enumerated() {
      for (place, b) in members.enumerated().dropFirst(index + 1) {
        if let containment = sequences[index].containmentOfCopies(with: sequences[place]) {
          try body(a, b, containment)
        }
      }
    }
  }

  /// What a copy has otherwise than the original.
  public func differences(
    from original: CopyCluster.Member, to copy: CopyCluster.Member
  ) throws -> [TextDifference] {
    let store = CopyStore(reader.connection)
    return TextDifference.between(
      try store.body(original.arrival), try store.body(copy.arrival))
  }

  private func member(_ arrival: Int64) throws -> CopyCluster.Member? {
    try reader.connection.first(
      """
      SELECT a.id, s.name, a.date, a.headline, a.url, a.words, a.metadata ->> '$.id', c.containment
      FROM article_record a LEFT JOIN source s ON s.id = a.source_id
        LEFT JOIN article_copy c ON c.arrival = a.arrival
      WHERE a.arrival = ?1
      """, [.integer(arrival)]
    ) { row in
      CopyCluster.Member(
        id: ArticleID(rawValue: row.integer(0)), source: row.textOrNil(1),
        date: row.textOrNil(2).flatMap { PartialDate(iso8601: $0) }, headline: row.textOrNil(3),
        url: row.textOrNil(4), words: row.int(5), ownID: row.textOrNil(6),
        containment: row.isNull(7) ? nil : row.real(7), arrival: arrival)
    }
  }
}

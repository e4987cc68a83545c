internal import ArchiveStorage
internal import NewsModel
internal import NewsText

/// What is known of repeats while an import runs, and what it has added.
struct RepeatMemory: Sendable {
  /// What became known as repeated in one source in this run: articles that were written before may
  /// still have it in their body.
  struct News: Sendable {
    var paragraphs: Set<UInt64> = []
    /// The clusters of near-copies in which the paragraphs stood before.
    var clusters: Set<UInt16> = []
  }

  /// An article of this run, as the archive finds it.
  private struct Sighting: Sendable {
    var source: Int32
    /// A cluster that it belongs to; nil where that is not known, so that it may hold anything.
    var cluster: UInt16?
    var identity: Int64
  }

  private(set) var learner: RepeatLearner
  /// What people keep.
  let kept: KeptParagraphs
  private var news: [String: News] = [:]
  /// The sources seen in this run, by name, and whether the archive had articles of each before.
  private var numbers: [String: Int32] = [:]
  private var isOld: [Bool] = []
  /// The articles of this run, of sources that the archive did not have before: of those it is known
  /// which may hold a paragraph.
  private var sightings: [Sighting] = []

  init(_ connection: Connection) throws {
    kept = try KeptParagraphs(connection)
    let store = RepeatStore(connection)
    learner = RepeatLearner(
      rows: try store.rows().map {
        RepeatLearner.Row(source: $0.source, hash: $0.hash, clusters: $0.clusters)
      }, seenOnce: try store.seenOnce())
  }

  /// Takes in an article; without a source there is nothing to learn from. The archive is asked
  /// whether it has a source already, before the source's first article of this run is written.
  mutating func observe(
    _ arrival: Arrival, paragraphs: [ParagraphKey], archive: Connection
  ) throws {
    guard let source = arrival.draft.source else { return }
    let found = learner.observe(source: source, paragraphs: paragraphs)
    if !found.newlyRepeated.isEmpty {
      news[source, default: News()].paragraphs.formUnion(found.newlyRepeated)
      news[source, default: News()].clusters.formUnion(found.clustersBefore)
    }
    for cluster in found.clusters {
      try note(arrival.identity, of: source, cluster: cluster, archive)
    }
  }

  /// Takes in an article whose source was found out when it was analysed: it may hold anything.
  mutating func note(_ row: ArticleRow, archive: Connection) throws {
    guard let source = row.source else { return }
    try note(row.identity, of: source, cluster: nil, archive)
  }

  private mutating func note(
    _ identity: Int64, of source: String, cluster: UInt16?, _ archive: Connection
  ) throws {
    let number: Int32
    if let known = numbers[source] {
      number = known
    } else {
      number = Int32(numbers.count)
      numbers[source] = number
      isOld.append(try RepeatStore(archive).sourceID(of: source) != nil)
    }
    guard !isOld[Int(number)] else { return }
    sightings.append(Sighting(source: number, cluster: cluster, identity: identity))
  }

  /// The articles that may hold a paragraph which became known as repeated when they had been
  /// written already.
  struct Suspects {
    var source: String
    /// The paragraphs.
    var paragraphs: Set<UInt64>
    /// The articles' identities; nil for all articles of the source.
    var articles: [Int64]?
  }

  /// The sources that have learnt something, by name.
  func suspects() -> [Suspects] {
    var found: [Int32: [Int64]] = [:]
    let wanted = Dictionary(
      uniqueKeysWithValues: news.compactMap { source, news in
        numbers[source].map { ($0, news.clusters) }
      })
    for sighting in sightings {
      guard let clusters = wanted[sighting.source],
        sighting.cluster.map(clusters.contains) ?? true
      else { continue }
      found[sighting.source, default: []].append(sighting.identity)
    }
    return news.sorted { $0.key < $1.key }.map { source, news in
      let number = numbers[source]
      let areAll = learner.hasForgottenTooMuch || number.map { isOld[Int($0)] } ?? true
      return Suspects(
        source: source, paragraphs: news.paragraphs,
        articles: areAll ? nil : number.flatMap { found[$0] } ?? [])
    }
  }

  func save(to connection: Connection) throws { try learner.save(to: connection) }
}

extension RepeatLearner {
  /// Writes what was learnt to the archive's tables.
  func save(to connection: Connection) throws {
    try RepeatStore(connection).save(
      rows: rows.map {
        RepeatStore.Row(source: $0.source, hash: $0.hash, clusters: $0.clusters)
      }, seenOnce: encodedSeenOnce)
  }
}

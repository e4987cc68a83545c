internal import ArchiveStorage
internal import NewsModel
internal import NewsText

/// What is known of repeats while an import runs, and what it has added.
struct RepeatMemory {
  /// What became known as repeated in one source in this run: articles that were written before may
  /// still have it in their body.
  struct News: Sendable {
    var paragraphs: Set<UInt64> = []
    /// The clusters of near-copies in which the paragraphs stood before.
    var clusters: Set<UInt16> = []
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
  private let sightings: SightingStore

  /// The memory of a run that begins with what the archive has learnt, and what people keep.
  init(_ learner: RepeatLearner, kept: KeptParagraphs) throws {
    self.learner = learner
    self.kept = kept
    sightings = try SightingStore()
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
    try sightings.add(.init(source: Int(number), cluster: cluster, identity: identity))
  }

  /// What a source has learnt, and the articles that were written before and may hold it.
  struct Learnt {
    var source: String
    /// The paragraphs.
    var paragraphs: Set<UInt64>
    /// The articles' identities; nil for all articles of the source.
    var articles: [Int64]?
  }

  /// The sources that have learnt something, by name.
  func learnt() throws -> [Learnt] {
    var found: [Int: [Int64]] = [:]
    let wanted = Dictionary(
      uniqueKeysWithValues: news.compactMap { source, news in
        numbers[source].map { (Int($0), news.clusters) }
      })
    try sightings.forEach { sighting in
      guard let clusters = wanted[sighting.source],
        sighting.cluster.map(clusters.contains) ?? true
      else { return }
      found[sighting.source, default: []].append(sighting.identity)
    }
    return news.sorted { $0.key < $1.key }.map { source, news in
      let number = numbers[source]
      let areAll = learner.hasForgottenTooMuch || number.map { isOld[Int($0)] } ?? true
      return Learnt(
        source: source, paragraphs: news.paragraphs,
        articles: areAll ? nil : number.flatMap { found[Int($0)] } ?? [])
    }
  }
}

extension RepeatLearner {
  /// What the archive has learnt.
  init(_ connection: Connection) throws {
    let store = RepeatStore(connection)
    self.init(
      rows: try store.rows().lazy.map {
        RepeatLearner.Row(source: $0.source, hash: $0.hash, clusters: $0.clusters)
      })
    try store.forEachSeenOnce { restore(seenOnce: $0) }
  }

  /// Writes what was learnt to the archive's tables.
  func save(to connection: Connection) throws {
    try RepeatStore(connection).save(
      rows: rows.lazy.map {
        RepeatStore.Row(source: $0.source, hash: $0.hash, clusters: $0.clusters)
      }, seenOnce: seenOnce)
  }
}

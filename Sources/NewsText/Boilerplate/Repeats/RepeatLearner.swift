/// Learns which paragraphs repeat within a source, from its articles as they come.
///
/// A paragraph counts once for each *cluster* of near-copies it stands in, by and large: an article
/// joins a cluster when more than half, and at least three, of its longer paragraphs are in it. At two the
/// clusters the paragraph is known as repeated. Counting articles instead would take every paragraph of an article
/// that was crawled twice for boilerplate (it lost 11.4% of the body text of the evaluation set).
///
/// Use: let it observe all articles of a batch, then split them; earlier articles that hold a paragraph
/// that ``observe(source:paragraphs:)`` reports want splitting again: they are among those of the
/// clusters that it names. It is a value: copy it to keep a state. A million articles of fifteen paragraphs take less than 100 MB.
public struct RepeatLearner: Sendable {
  /// A paragraph known to repeat within its source.
  public struct Row: Sendable, Hashable {
    /// The source's name.
    public var source: String
    /// The paragraph's hash (``ParagraphKey``).
    public var hash: UInt64
    /// In how many clusters of near-copies it was seen: 2 or more.
    public var clusters: Int

    /// A row of the given parts.
    public init(source: String, hash: UInt64, clusters: Int) {
      self.source = source
      self.hash = hash
      self.clusters = clusters
    }
  }

  /// What an article has shown.
  public struct Observation: Sendable {
    /// The hashes of the paragraphs of which more is known from now on: that they repeat (two
    /// clusters), or that they surely do (three: in two a headline stands that another article links to).
    public var newlyRepeated: [UInt64] = []
    /// The marks of the clusters in which those stood: each of the articles of this learner that hold
    /// one belongs to one of them.
    public var clustersBefore: Set<UInt16> = []
    /// The marks of the clusters to which the article belongs. A mark is a hash: two clusters of a
    /// source share one once in 65,536 pairs.
    public var clusters: [UInt16] = []
  }

  private struct Key: Hashable {
    let source: Int32
    let hash: UInt64

    /// One number for both, well mixed: the filter takes its bits as they are.
    var mixed: UInt64 {
      var value = hash ^ UInt64(bitPattern: Int64(source)) &* 0x9E37_79B9_7F4A_7C15
      value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
      value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
      return value ^ value >> 32
    }
  }

  private var sourceNumbers: [String: Int32] = [:]
  private var clusters: [Key: Int32] = [:]
  private var seenBefore = SeenOnce()
  /// The marks of the clusters in which paragraphs of two clusters stood, as far as they were seen since
  /// the learner was made or read; of the first ``twinLimit`` of them.
  private var marksOfTwins: [Key: [UInt16]] = [:]
  private var hasForgottenTwins = false
  private static let twinLimit = 1 << 17

  /// A learner that knows nothing yet.
  public init() {}

  /// A learner as it was stored: with what ``rows`` held. ``restore(seenOnce:)`` gives it the rest.
  public init(rows: some Sequence<Row>) {
    for row in rows {
      clusters[Key(source: number(of: row.source), hash: row.hash)] = Int32(clamping: row.clusters)
    }
  }

  /// Takes in a piece of what ``seenOnce`` held, in the same order.
  ///
  /// - Returns: Whether it was of that form; later ones cannot be, if it was not.
  public mutating func restore(seenOnce piece: [UInt8]) -> Bool { seenBefore.read(piece: piece) }

  /// A source's number: a hash of its name, so that it is the same in every run.
  private mutating func number(of source: String) -> Int32 {
    if let known = sourceNumbers[source] { return known }
    var key = WordKey()
    for byte in source.utf8 { key.append(UInt32(byte)) }
    let number = Int32(truncatingIfNeeded: key.value ^ key.value >> 32)
    sourceNumbers[source] = number
    return number
  }

  /// Takes in an article.
  ///
  /// - Parameters:
  ///   - source: The article's source; repeats are never counted across sources.
  ///   - paragraphs: Its paragraphs (`paragraphKeys(of:)`).
  /// - Returns: What it has shown.
  @discardableResult
  public mutating func observe(source: String, paragraphs: [ParagraphKey]) -> Observation {
    let source = number(of: source)
    var seenHere = Set<UInt64>()
    let sightings = paragraphs.compactMap { paragraph -> Sighting? in
      guard seenHere.insert(paragraph.hash).inserted else { return nil }
      let key = Key(source: source, hash: paragraph.hash)
      let count = clusters[key] ?? 0
      return Sighting(
        key: key, isLong: paragraph.isLong, count: count,
        before: count > 0 ? nil : seenBefore.cluster(of: key.mixed))
    }
    let joined = joinedClusters(sightings)
    let cluster = joined.first ?? newCluster(sightings)
    var observation = Observation()
    observation.clusters = joined.isEmpty ? [cluster.mark] : joined.map(\.mark)
    for sighting in sightings {
      if sighting.count > 0 {
        // A near-copy adds nothing to what its cluster has been counted for.
        if joined.isEmpty { clusters[sighting.key] = sighting.count + 1 }
        guard sighting.count == 2 else { continue }
        if joined.isEmpty {
          observation.newlyRepeated.append(sighting.key.hash)
          observation.clustersBefore.formUnion(marksOfTwins.removeValue(forKey: sighting.key) ?? [])
          observation.clustersBefore.formUnion(seenBefore.forgottenMarks(of: sighting.key.mixed))
        } else {
          noteTwin(sighting.key, observation.clusters)
        }
      } else if let before = sighting.before {
        guard before != cluster, !joined.contains(before) else { continue }
        seenBefore.remove(sighting.key.mixed)
        clusters[sighting.key] = 2
        noteTwin(sighting.key, [before.mark] + observation.clusters)
        observation.newlyRepeated.append(sighting.key.hash)
        observation.clustersBefore.insert(before.mark)
        observation.clustersBefore.formUnion(seenBefore.forgottenMarks(of: sighting.key.mixed))
      } else {
        seenBefore.insert(sighting.key.mixed, cluster: cluster)
      }
    }
    return observation
  }

  private mutating func noteTwin(_ key: Key, _ marks: [UInt16]) {
    if marksOfTwins.count < Self.twinLimit || marksOfTwins[key] != nil {
      marksOfTwins[key, default: []] += marks
    } else {
      hasForgottenTwins = true
    }
  }

  /// A paragraph of an article that is being observed, and what is known of it.
  private struct Sighting {
    let key: Key
    let isLong: Bool
    /// In how many clusters it was seen; 0 for fewer than two.
    let count: Int32
    /// The cluster in which it was seen, if it was seen in one.
    let before: SeenOnce.Cluster?
  }

  /// The clusters that the article is a near-copy of, the nearest first.
  ///
  /// Paragraphs known as repeated say nothing. Of the other long ones at least three, and more than
  /// half of the article's or of the cluster's first article's, have to be in the cluster: an extract
  /// of an article is a near-copy, and so is an article with a page's leftovers around it. Of an
  /// article of up to four long paragraphs more than half are enough.
  private func joinedClusters(_ sightings: [Sighting]) -> [SeenOnce.Cluster] {
    let long = sightings.filter { $0.isLong && $0.count == 0 }
    var votes: [SeenOnce.Cluster: Int] = [:]
    for case let cluster? in long.lazy.map(\.before) { votes[cluster, default: 0] += 1 }
    let joined = votes.filter { cluster, votes in
      let isHalf = votes * 2 > long.count
      return isHalf && long.count <= 4
        || votes >= 3 && (isHalf || votes * 2 > Int(cluster.longParagraphs))
    }
    return joined.sorted { ($1.value, $1.key.mark) < ($0.value, $0.key.mark) }.map(\.key)
  }

  /// A mark for a new cluster, from all paragraphs of its first article: many articles of a source
  /// begin with the same one.
  private func newCluster(_ sightings: [Sighting]) -> SeenOnce.Cluster {
    let mixed = sightings.reduce(0) { $0 ^ $1.key.mixed }
    return SeenOnce.Cluster(
      mark: UInt16(truncatingIfNeeded: mixed >> 24),
      longParagraphs: UInt8(
        min(sightings.count { $0.isLong && $0.count == 0 && $0.before == nil }, 15)))
  }

  /// Whether the paragraph with this hash repeats within the source.
  public func isRepeated(_ hash: UInt64, in source: String) -> Bool {
    clusterCount(of: hash, in: source) >= 2
  }

  /// In how many clusters of its source the paragraph is known to stand; 0 for fewer than two.
  public func clusterCount(of hash: UInt64, in source: String) -> Int {
    guard let number = sourceNumbers[source] else { return 0 }
    return Int(clusters[Key(source: number, hash: hash)] ?? 0)
  }

  /// Whether so much of what was seen once had to be forgotten that articles may hold a paragraph and
  /// be in none of the clusters that ``observe(source:paragraphs:)`` names.
  public var hasForgottenTooMuch: Bool { hasForgottenTwins || seenBefore.hasForgottenTooMuch }

  /// Everything known as repeated, for storing; in no particular order.
  public var rows: [Row] {
    let names = Dictionary(sourceNumbers.map { ($0.value, $0.key) }) { first, _ in first }
    return clusters.compactMap { key, count in
      names[key.source].map { Row(source: $0, hash: key.hash, clusters: Int(count)) }
    }
  }

  /// What has been seen once, for storing, in pieces of less than one megabyte: six to seven bytes a
  /// paragraph.
  public var seenOnce: some Sequence<[UInt8]> { seenBefore.pieces }
}

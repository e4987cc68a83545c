internal import ArchiveStorage
internal import NewsText

/// What is known of repeats while an import runs, and what it has added.
struct RepeatMemory: Sendable {
  private(set) var learner: RepeatLearner
  /// Paragraphs that became known as repeated in this run, by source: articles that were written
  /// before may still have them in their body.
  private(set) var news: [String: Set<UInt64>] = [:]

  init(_ connection: Connection) throws {
    let store = RepeatStore(connection)
    learner = RepeatLearner(
      rows: try store.rows().map {
        RepeatLearner.Row(source: $0.source, hash: $0.hash, clusters: $0.clusters)
      }, seenOnce: try store.seenOnce())
  }

  /// Takes in an article; without a source there is nothing to learn from.
  mutating func observe(source: String?, paragraphs: [ParagraphKey]) {
    guard let source else { return }
    let found = learner.observe(source: source, paragraphs: paragraphs)
    if !found.isEmpty { news[source, default: []].formUnion(found) }
  }

  func isRepeated(_ hash: UInt64, in source: String?) -> Bool {
    source.map { learner.isRepeated(hash, in: $0) } ?? false
  }

  func save(to connection: Connection) throws {
    try RepeatStore(connection).save(
      rows: learner.rows.map {
        RepeatStore.Row(source: $0.source, hash: $0.hash, clusters: $0.clusters)
      }, seenOnce: learner.encodedSeenOnce)
  }
}

internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel
internal import NewsText

/// Splits articles anew that were written before a paragraph of theirs was known as boilerplate.
struct RepeatRevision {
  let archive: Archive
  let writer: BatchWriter
  let known: DuplicateFinder
  let repeats: RepeatMemory
  let folding: WordFolding

  private static let batchSize = 1000

  /// Goes through the sources that have learnt something.
  ///
  /// - Returns: How many articles were split anew.
  func run() async throws -> Int {
    var revised = 0
    let connection = try archive.connectForReading()
    for suspects in try repeats.suspects() {
      let articles = try articles(of: suspects, connection)
      for start in stride(from: 0, to: articles.count, by: Self.batchSize) {
        let texts = try articles[start..<min(start + Self.batchSize, articles.count)]
          .compactMap { try connection.storedText(of: $0) }
        revised += try await revise(texts, hashes: suspects.paragraphs)
      }
    }
    return revised
  }

  /// The suspects' ids, in their order.
  private func articles(
    of suspects: RepeatMemory.Suspects, _ connection: Connection
  ) throws -> [ArticleID] {
    guard let articles = suspects.articles else {
      let number = try RepeatStore(connection).sourceID(of: suspects.source)
      return try number.map { try connection.articles(ofSource: $0) } ?? []
    }
    let ids = try articles.flatMap { try connection.articles(identity: $0) }
    return Set(ids).sorted { $0.rawValue < $1.rawValue }
  }

  private func revise(
    _ texts: [StoredText], hashes: Set<UInt64>
  ) async throws -> Int {
    let (learner, kept, folding) = (repeats.learner, repeats.kept, folding)
    let portions = texts.portions(of: 1 << 19) { $0.body.utf8.count }
    let revisions = await concurrentMap(portions: portions) { portion in
      TextRevision(
        of: portion.lazy.filter {
          paragraphKeys(of: $0.body).contains { hashes.contains($0.hash) }
        }, learner, kept, folding)
    }.filter { !$0.rows.isEmpty }
    guard !revisions.isEmpty else { return 0 }
    try await writer.write { store in
      for revision in revisions { try revision.write(to: store) }
    }
    return revisions.reduce(0) { $0 + $1.rows.count }
  }
}

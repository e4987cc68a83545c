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
        revised += try await revise(texts, source: suspects.source, hashes: suspects.paragraphs)
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
    _ texts: [StoredText], source: String, hashes: Set<UInt64>
  ) async throws -> Int {
    let (learner, folding) = (repeats.learner, folding)
    let portions = texts.portions(of: 1 << 19) { $0.body.utf8.count }
    let revisions = await concurrentMap(portions: portions) { portion in
      Revision(of: portion, source: source, hashes: hashes, learner, folding)
    }.filter { !$0.rows.isEmpty }
    guard !revisions.isEmpty else { return 0 }
    try await writer.write { store in
      for revision in revisions {
        for (id, row) in revision.rows { try store.replaceText(of: id, with: row) }
        store.index(revision.postings, articles: revision.rows.map(\.id))
      }
    }
    return revisions.reduce(0) { $0 + $1.rows.count }
  }
}

/// New analyses of stored texts in which something has become boilerplate.
private struct Revision: Sendable {
  var rows: [(id: ArticleID, text: TextRow)] = []
  var postings: Postings

  init(
    of texts: ArraySlice<StoredText>, source: String, hashes: Set<UInt64>,
    _ learner: RepeatLearner, _ folding: WordFolding
  ) {
    let analysis = ArticleAnalysis(folding)
    for text in texts
    where paragraphKeys(of: text.body).contains(where: { hashes.contains($0.hash) }) {
      let split = splitArticle(text.originalText(), headline: text.headline) {
        learner.isRepeated($0, in: source)
      }
      guard split.body != text.body else { continue }
      let row = analysis.textRow(
        of: split, headline: text.headline, language: text.language, replacing: text.body)
      rows.append((text.id, row))
    }
    postings = analysis.finishPostings()
  }
}

extension StoredText {
  /// The text as it was imported.
  func originalText() -> String {
    SplitArticle.originalText(
      body: body, blocks: blocks.map { ($0.text, $0.start) }, layout: layout)
  }
}

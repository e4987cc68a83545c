internal import ArchiveStorage
internal import NewsModel
internal import NewsText

/// Splits articles anew that were written before a paragraph of theirs was known as boilerplate.
struct RepeatRevision {
  let archive: Archive
  let writer: BatchWriter
  let repeats: RepeatMemory

  private static let batchSize = 1000

  /// Goes through the sources that have learnt something.
  ///
  /// - Returns: How many articles were split anew.
  func run() async throws -> Int {
    var revised = 0
    let connection = try archive.connectForReading()
    for (source, hashes) in repeats.news.sorted(by: { $0.key < $1.key }) {
      guard let number = try RepeatStore(connection).sourceID(of: source) else { continue }
      var last = Int64.min
      while true {
        let texts = try connection.storedTexts(
          ofSource: number, after: last, limit: Self.batchSize)
        guard let end = texts.last?.id.rawValue else { break }
        last = end
        let repeats = repeats
        let rows = await concurrentMap(texts) { text in
          revision(of: text, source: source, hashes: hashes, repeats: repeats)
        }
        let changed = rows.compactMap { $0 }
        guard !changed.isEmpty else { continue }
        try await writer.perform { _, store in
          for (id, row) in changed { try store.replaceText(of: id, with: row) }
        }
        revised += changed.count
      }
    }
    return revised
  }
}

/// The new analysis of a stored text, or nil when nothing in it has become boilerplate.
private func revision(
  of text: StoredText, source: String, hashes: Set<UInt64>, repeats: RepeatMemory
) -> (ArticleID, TextRow)? {
  guard paragraphKeys(of: text.body).contains(where: { hashes.contains($0.hash) }) else {
    return nil
  }
  let split = splitArticle(text.originalText(), headline: text.headline) {
    repeats.isRepeated($0, in: source)
  }
  guard split.body != text.body else { return nil }
  return (
    text.id, ArticleAnalysis().textRow(of: split, headline: text.headline, language: text.language)
  )
}

extension StoredText {
  /// The text as it was imported.
  func originalText() -> String {
    SplitArticle.originalText(
      body: body, blocks: blocks.map { ($0.text, $0.start) }, layout: layout)
  }
}

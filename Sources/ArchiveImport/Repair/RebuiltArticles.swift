internal import ArchiveStorage
internal import FullTextIndex
internal import NewsFormats
internal import NewsModel
internal import NewsText

/// Articles that were read from a damaged archive, with all that is found in their texts.
struct RebuiltArticles: Sendable {
  struct Rebuilt: Sendable {
    var salvaged: SalvagedArticle
    var row: ArticleRow
    /// Whether its text is not the one that was imported.
    var isChanged: Bool
  }

  private(set) var articles: [Rebuilt] = []
  private let postings: Postings

  init(of articles: some Sequence<SalvagedArticle>, _ folding: WordFolding) {
    let analysis = ArticleAnalysis(folding)
    self.articles = articles.map { Self.rebuild($0, analysis) }
    postings = analysis.finishPostings()
  }

  private static func rebuild(_ article: SalvagedArticle, _ analysis: ArticleAnalysis) -> Rebuilt {
    // How it was split stays: people may have had a hand in it.
    let split = SplitArticle(body: article.body, blocks: [], layout: article.layout)
    let language = article.language ?? detectLanguage(of: article.body)
    var text = analysis.textRow(of: split, headline: article.headline, language: language)
    text.blocks = article.blocks.map { block in
      BlockRow(
        kind: block.kind, rule: block.rule, start: block.start, text: block.text,
        indexText: segmentedForIndex(block.text))
    }
    let original = SplitArticle.originalText(
      body: article.body, blocks: article.blocks.map { ($0.text, $0.start) },
      layout: article.layout)
    let digest = SHA256.digest(of: original)
    let date = article.date.flatMap { PartialDate(iso8601: $0) } ?? article.id?.date
    let row = ArticleRow(
      source: article.source, date: date,
      dateOrigin: article.dateOrigin.flatMap { DateOrigin(rawValue: $0) },
      headline: article.headline, author: article.author, url: article.url,
      section: article.section, language: language, metadata: article.metadata,
      remarks: article.remarks ?? (article.identity == nil ? lostRecord : nil),
      fingerprint: Fingerprint(of: article.body).hashes,
      identity: article.identity
        ?? SHA256.identity(of: [article.source, date?.description, nil, nil, original]),
      // What was imported is what it is compared with, for ever.
      sha256: article.identity == nil ? digest : article.sha256, text: text)
    return Rebuilt(
      salvaged: article, row: row,
      isChanged: article.identity != nil && digest != article.sha256)
  }

  private static let lostRecord = jsonArray(of: ["its record was lost: repaired from the text"])

  /// Stores them.
  func write(to store: ArticleStore, ids: [ArticleID], files: [Int64]) throws {
    for (index, article) in articles.enumerated() {
      try store.insert(
        article.row, id: ids[index], arrival: article.salvaged.arrival, file: files[index],
        position: RecordPosition(record: article.salvaged.record, line: article.salvaged.line))
    }
    store.index(postings, articles: ids)
  }
}

internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel
internal import NewsText

/// New analyses of stored texts of which the boilerplate is another one now.
struct TextRevision: Sendable {
  private(set) var rows: [(id: ArticleID, text: TextRow)] = []
  private(set) var postings: Postings

  /// Splits texts anew.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - learner: What repeats.
  ///   - kept: What people keep.
  ///   - folding: What the archive's tokenizer makes of each character.
  init(
    of texts: some Sequence<StoredText>, _ learner: RepeatLearner, _ kept: KeptParagraphs,
    _ folding: WordFolding
  ) {
    let analysis = ArticleAnalysis(folding)
    for text in texts {
      let split = splitArticle(
        text.originalText(), headline: text.headline,
        isOfPage: SplitArticle.isOfPage(layout: text.layout),
        knowing: ArchiveKnowledge(
          learner: learner, kept: kept, source: text.source, article: text.id))
      guard split.body != text.body || !text.hasBlocks(split.blocks) else { continue }
      let row = analysis.textRow(
        of: split, headline: text.headline, language: text.language, replacing: text.body)
      rows.append((text.id, row))
    }
    postings = analysis.finishPostings()
  }

  /// Puts them in the place of what the archive has.
  private func write(to store: ArticleStore) throws {
    for (id, row) in rows { try store.replaceText(of: id, with: row) }
    store.index(postings, articles: rows.map(\.id))
  }

  /// Splits texts anew on all cores, and writes what is new.
  ///
  /// - Returns: How many texts are split otherwise now.
  static func revise(
    _ texts: [StoredText], _ learner: RepeatLearner, _ kept: KeptParagraphs,
    _ folding: WordFolding, by writer: BatchWriter
  ) async throws -> Int {
    let portions = texts.portions(of: 1 << 19) { $0.body.utf8.count }
    let revisions = await concurrentMap(portions: portions) { portion in
      TextRevision(of: portion, learner, kept, folding)
    }.filter { !$0.rows.isEmpty }
    guard !revisions.isEmpty else { return 0 }
    try await writer.write { store in
      for revision in revisions { try revision.write(to: store) }
    }
    return revisions.reduce(0) { $0 + $1.rows.count }
  }
}

extension StoredText {
  /// The text as it was imported.
  func originalText() -> String {
    SplitArticle.originalText(
      body: body, blocks: blocks.map { ($0.text, $0.start) }, layout: layout)
  }

  /// Whether its blocks are these; where they stand follows from the body.
  fileprivate func hasBlocks(_ others: [SplitArticle.Block]) -> Bool {
    blocks.count == others.count
      && zip(blocks, others).allSatisfy {
        $0.text == $1.text && $0.kind == $1.kind && $0.rule == $1.rule.description
      }
  }
}

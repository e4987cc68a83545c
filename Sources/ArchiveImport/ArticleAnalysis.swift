internal import ArchiveStorage
internal import FullTextIndex
internal import NewsFormats
internal import NewsModel
internal import NewsText

/// Everything that is found in articles' texts, on one thread. Pure: the same text gives the same
/// rows.
struct ArticleAnalysis {
  private let quotes = QuoteAnalysis()
  private let builder: PostingsBuilder

  init(_ folding: WordFolding) { builder = PostingsBuilder(folding) }

  /// The words of the texts since the last call, numbered in the order of the calls.
  func finishPostings() -> Postings { builder.finish() }

  /// The row of a new article, whose text has been split.
  func row(of arrival: Arrival, _ split: SplitArticle) -> ArticleRow {
    let draft = arrival.draft
    let language = draft.language ?? detectLanguage(of: split.body)
    return ArticleRow(
      source: draft.source ?? recognisedSource(in: split), date: draft.date,
      dateOrigin: draft.dateOrigin,
      headline: draft.headline, author: draft.author, url: draft.url, section: draft.section,
      language: language, metadata: jsonObject(of: draft.metadata),
      remarks: jsonArray(of: draft.remarks), fingerprint: Fingerprint(of: split.body).hashes,
      identity: arrival.identity, sha256: arrival.sha256,
      text: textRow(of: split, headline: draft.headline, language: language))
  }

  /// What is stored of a split text, in place of the body that the article had until now, if it had
  /// one. Its words are gathered for ``finishPostings()``.
  func textRow(
    of split: SplitArticle, headline: String?, language: String?,
    replacing formerBody: String? = nil
  ) -> TextRow {
    let offsets = CodePointOffsets(split.body)
    var row = TextRow(
      body: split.body, layout: split.layout, words: countWords(in: split.body),
      indexBody: segmentedForIndex(split.body),
      indexHeadline: headline.flatMap(segmentedForIndex),
      blocks: split.blocks.map { block in
        BlockRow(
          kind: block.kind, rule: block.rule.description,
          start: offsets.codePoint(atByte: block.bodyOffset), text: block.text,
          indexText: segmentedForIndex(block.text))
      },
      quotes: [])
    let indexed = builder.add(
      [row.indexBody ?? row.body, row.indexHeadline ?? headline],
      replacing: formerBody.map { [segmentedForIndex($0) ?? $0, row.indexHeadline ?? headline] }
        ?? [])
    row.tokenCounts = indexed.tokenCounts
    let tokens = TokenRanges(of: split.body, indexedAs: row.indexBody, starts: indexed.tokenStarts)
    row.quotes = quotes.rows(
      of: split.body, language: language, offsets: offsets, tokens: tokens)
    return row
  }
}

internal import ArchiveStorage
internal import NewsFormats
internal import NewsModel
internal import NewsText

/// Everything that is found in an article's text. Pure: the same text gives the same rows.
struct ArticleAnalysis: Sendable {
  private let extractor = QuoteExtractor()

  /// The row of a new article.
  func row(of arrival: Arrival, isRepeated: (UInt64) -> Bool) -> ArticleRow {
    let draft = arrival.draft
    let split = splitArticle(draft.text, headline: draft.headline, isRepeated: isRepeated)
    let language = draft.language ?? detectLanguage(of: split.body)
    return ArticleRow(
      source: draft.source ?? recognisedSource(in: split), date: draft.date,
      dateOrigin: draft.dateOrigin,
      headline: draft.headline, author: draft.author, url: draft.url, section: draft.section,
      language: language, metadata: jsonObject(of: draft.metadata),
      remarks: jsonArray(of: draft.remarks), identity: arrival.identity, sha256: arrival.sha256,
      text: textRow(of: split, headline: draft.headline, language: language))
  }

  /// What is stored of a split text.
  func textRow(of split: SplitArticle, headline: String?, language: String?) -> TextRow {
    let offsets = CodePointOffsets(split.body)
    let body = Array(split.body.utf8)
    func words(_ range: Range<Int>) -> String {
      let range = range.clamped(to: 0..<body.count)
      return String(decoding: body[range], as: UTF8.self)
    }
    let quotes = extractor.quotes(in: split.body, language: language).map { quote in
      let start = offsets.codePoint(atByte: quote.range.lowerBound)
      let text = words(quote.range)
      return QuoteRow(
        kind: quote.kind, start: start,
        length: offsets.codePoint(atByte: quote.range.upperBound) - start, text: text,
        indexText: segmentedForIndex(text),
        speakers: quote.speakers.map { speaker in
          QuoteRow.Speaker(
            name: speaker.resolved, kind: speaker.kind, text: words(speaker.range),
            start: offsets.codePoint(atByte: speaker.range.lowerBound))
        },
        cue: quote.cue.map(words), rule: quote.rule, confidence: quote.confidence)
    }
    return TextRow(
      body: split.body, layout: split.layout, words: countWords(in: split.body),
      indexBody: segmentedForIndex(split.body),
      indexHeadline: headline.flatMap(segmentedForIndex),
      blocks: split.blocks.map { block in
        BlockRow(
          kind: block.kind, rule: block.rule.description,
          start: offsets.codePoint(atByte: block.bodyOffset), text: block.text,
          indexText: segmentedForIndex(block.text))
      },
      quotes: quotes)
  }
}

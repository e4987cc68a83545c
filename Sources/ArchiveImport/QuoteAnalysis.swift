internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel
internal import NewsText

/// The quotes of articles' bodies, as they are stored. Pure: the same body gives the same rows.
struct QuoteAnalysis {
  private let extractor = QuoteExtractor()

  /// The quotes of a body in their order.
  ///
  /// - Parameters:
  ///   - body: The text that is stored as the article's body.
  ///   - language: The article's language, if known.
  ///   - offsets: Where the body's code points are.
  ///   - tokens: Which tokens of the full-text index are where in the body.
  /// - Returns: The rows.
  func rows(
    of body: String, language: String?, offsets: CodePointOffsets, tokens: TokenRanges
  ) -> [QuoteRow] {
    func words(_ range: Range<Int>) -> String {
      var body = body
      return body.withUTF8 { body in
        String(decoding: body[range.clamped(to: 0..<body.count)], as: UTF8.self)
      }
    }
    func codePoints(_ range: Range<Int>) -> Range<Int> {
      let start = offsets.codePoint(atByte: range.lowerBound)
      return start..<max(start, offsets.codePoint(atByte: range.upperBound))
    }
    return extractor.quotes(in: body, language: language).map { quote in
      let place = codePoints(quote.range)
      var row = QuoteRow(
        kind: quote.kind, start: place.lowerBound, length: place.count,
        speakers: quote.speakers.map { speaker in
          let place = codePoints(speaker.range)
          return QuoteRow.Speaker(
            name: speaker.resolved, kind: speaker.kind, text: words(speaker.range),
            start: place.lowerBound, length: place.count)
        },
        cue: quote.cue.map(words), rule: quote.rule, confidence: quote.confidence)
      row.tokens = tokens.inside(quote.range)
      return row
    }
  }
}

import NewsModel

/// A quoted region and where it stands: what a speaker rule is asked about.
struct QuoteSite {
  let reading: Reading
  let region: QuotedRegion
  let regionIndex: Int
  let sentenceIndex: Int
  /// What was found for the marks right before it.
  let previous: Finding?
  /// The nearest thing in marks before it that is a quote.
  let lastQuote: Finding?

  var sentence: Reading.Sentence { reading.sentences[sentenceIndex] }
  var paragraph: Range<Int> { reading.paragraphs[sentence.paragraph] }
  var pack: LanguagePack { reading.pack }
  var tokens: [Token] { reading.tokens }

  /// Tokens of the sentence before the opening mark.
  var before: Range<Int> { sentence.tokens.lowerBound..<region.open }
  /// Tokens of the sentence after the closing mark.
  var after: Range<Int> {
    let start = min(region.end, sentence.tokens.upperBound)
    return start..<sentence.tokens.upperBound
  }

  /// The token right before the opening mark, if it is of the sentence and outside quotes.
  var lead: Token? {
    guard !before.isEmpty, tokens[region.open - 1].isOutside else { return nil }
    return tokens[region.open - 1]
  }

  /// The first token after the closing mark, if it is of the sentence and outside quotes.
  var follow: Token? {
    guard let first = after.first, tokens[first].isOutside else { return nil }
    return tokens[first]
  }

  /// The last token quoted.
  var lastInner: Token { tokens[region.close - 1] }

  /// Where the words between the quote before this one (in the sentence) and this one begin.
  var leadStart: Int {
    guard regionIndex > sentence.regions.lowerBound else { return sentence.tokens.lowerBound }
    return min(reading.regions[regionIndex - 1].end, region.open)
  }

  /// Where the words between this quote and the next one of the sentence end.
  var followEnd: Int {
    guard regionIndex + 1 < sentence.regions.upperBound else { return sentence.tokens.upperBound }
    return reading.regions[regionIndex + 1].open
  }

  /// Whether the sentence has no words of its own, only quotes.
  var isAllQuoted: Bool {
    !sentence.tokens.contains { tokens[$0].isOutside && tokens[$0].isWord }
  }

  /// Number of words quoted.
  var wordCount: Int {
    region.inner.reduce(0) { $0 + (tokens[$1].isWord || tokens[$1].kind == .number ? 1 : 0) }
  }
}

/// What a rule says of one quote. Numbers are tokens.
struct Finding {
  /// What is quoted, without marks.
  var content: Range<Int>
  var kind: QuoteKind
  var subject: Range<Int>?
  var cue: Range<Int>?
  var rule: String
  var confidence: Double
  var sentence: Int
}

/// One way in which a text tells who spoke. Rules are asked in order; the first answer counts.
protocol SpeakerRule: Sendable {
  /// The name that stands in the archive beside each quote found by the rule.
  var name: String { get }
  /// How often the rule is right about the speaker, 0 to 1.
  var confidence: Double { get }
  /// Who is quoted, and by which word.
  func speaker(of site: QuoteSite) -> SpeakerAnswer?
}

/// A speaker and, unless the quote leans on one before it, the reporting words. Numbers are tokens.
struct SpeakerAnswer {
  var subject: Range<Int>?
  var cue: Range<Int>?
}

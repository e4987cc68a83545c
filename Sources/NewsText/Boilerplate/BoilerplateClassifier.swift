public import NewsModel

/// What a paragraph was judged to be, when it is boilerplate.
public struct BoilerplateVerdict: Sendable, Equatable {
  /// What it is.
  public var kind: BoilerplateKind
  /// What set it apart.
  public var rule: BoilerplateRule

  /// A verdict of the given parts.
  public init(kind: BoilerplateKind, rule: BoilerplateRule) {
    self.kind = kind
    self.rule = rule
  }
}

/// Tells the paragraphs of an article from the boilerplate between them, by their own words and form
/// and by their place.
public struct BoilerplateClassifier: Sendable {
  let cues: CueScanner
  let paragraphModel: LinearModel
  let contextModel: LinearModel

  /// A classifier with the built-in rules and weights.
  public init() {
    cues = CueScanner(CueRule.all)
    paragraphModel = LinearModel(
      encoded: LearntWeights.paragraph, count: ParagraphFeatures.count)
    contextModel = LinearModel(encoded: LearntWeights.context, count: ContextFeatures.count)
  }

  /// The classifier that everybody shares; making one takes about a millisecond.
  public static let standard = BoilerplateClassifier()

  /// Judges the paragraphs of one article, in order: nil for those that are the article's own.
  ///
  /// - Parameters:
  ///   - paragraphs: The article's paragraphs, each on one line.
  ///   - headline: The article's headline, if known.
  ///   - isRepeated: Whether the paragraph with this hash repeats within its source.
  /// - Returns: A verdict, or nil, for each paragraph.
  public func judge(
    paragraphs: [String], headline: String? = nil, isRepeated: (UInt64) -> Bool = { _ in false }
  ) -> [BoilerplateVerdict?] {
    var bytes: [UInt8] = []
    let ranges = paragraphs.map { paragraph in
      let start = bytes.count
      bytes += Array(paragraph.utf8)
      return bytes.trimmed(start..<bytes.count)
    }
    return judge(bytes, ranges, headline: headline, isRepeated: isRepeated)
  }

  func judge(
    _ bytes: [UInt8], _ ranges: [Range<Int>], headline: String?, isRepeated: (UInt64) -> Bool
  ) -> [BoilerplateVerdict?] {
    let read = ranges.map { ReadParagraph(bytes, $0, cues: cues) }
    let headline = HeadlineWords(headline)
    let context = ContextFeatures(
      read.map { paragraph in
        let features = ParagraphFeatures(paragraph)
        let score = features.indices.reduce(0) { $0 + paragraphModel.weights[$1] }
        return JudgedParagraph(paragraph, score: score, headline: headline)
      })
    let threshold = context.threshold
    return read.indices.map { index in
      let paragraph = read[index]
      guard !paragraph.shape.words.isEmpty else { return nil }
      if let verdict = judge(paragraph, isRepeated: isRepeated) { return verdict }
      guard !paragraph.shape.quotesSomebody else { return nil }
      var score: Float = 0
      context.features(of: index) { score += contextModel.weights[$0] * $1 }
      return score > threshold
        ? BoilerplateVerdict(kind: likelyKind(paragraph), rule: .words("learnt")) : nil
    }
  }

  /// Judges a sentence by itself, by its words and by whether it repeats.
  func judge(
    sentence bytes: [UInt8], _ range: Range<Int>, isRepeated: (UInt64) -> Bool
  ) -> BoilerplateVerdict? {
    judge(ReadParagraph(bytes, range, cues: cues), isRepeated: isRepeated)
  }

  private func judge(
    _ paragraph: ReadParagraph, isRepeated: (UInt64) -> Bool
  ) -> BoilerplateVerdict? {
    if let rule = paragraph.sureCue {
      return BoilerplateVerdict(kind: rule.kind, rule: .words(rule.name))
    }
    guard isRepeated(paragraph.shape.hash), !paragraph.shape.quotesSomebody else { return nil }
    return BoilerplateVerdict(kind: hintedKind(paragraph) ?? .other, rule: .repeats)
  }

  /// The kind that the first of the rules names, hints included.
  private func hintedKind(_ paragraph: ReadParagraph) -> BoilerplateKind? {
    paragraph.cues.min().map { cues.rules[$0].kind }
  }

  /// The kind of a paragraph that no rule is sure of: lines of a few words are the page's furniture,
  /// longer ones without a full stop headlines of other articles.
  private func likelyKind(_ paragraph: ReadParagraph) -> BoilerplateKind {
    if let kind = hintedKind(paragraph) { return kind }
    if paragraph.shape.endsSentence, paragraph.shape.length >= 15 { return .other }
    return paragraph.shape.length >= 5 ? .related : .furniture
  }
}

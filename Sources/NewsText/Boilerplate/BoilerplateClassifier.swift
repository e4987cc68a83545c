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
    var reader = ParagraphReader(self, headline: headline)
    let paragraphs = ranges.map { reader.paragraph(bytes, $0) }
    return judge(paragraphs, isRepeated: isRepeated)
  }

  /// Judges the paragraphs of one article, which have been read, by themselves and, unless `byRules`
  /// alone, by what their neighbours are like.
  func judge(
    _ paragraphs: [JudgedParagraph], byRules: Bool = false, isRepeated: (UInt64) -> Bool
  ) -> [BoilerplateVerdict?] {
    if byRules {
      return paragraphs.map { $0.words > 0 ? judge($0, isRepeated: isRepeated) : nil }
    }
    let context = ContextFeatures(paragraphs)
    let threshold = context.threshold
    return paragraphs.indices.map { index in
      let paragraph = paragraphs[index]
      guard paragraph.words > 0 else { return nil }
      if let verdict = judge(paragraph, isRepeated: isRepeated) { return verdict }
      guard !paragraph.quotesSomebody else { return nil }
      var score: Float = 0
      context.features(of: index) { score += contextModel.weights[$0] * $1 }
      return score > threshold
        ? BoilerplateVerdict(kind: likelyKind(paragraph), rule: .words("learnt")) : nil
    }
  }

  /// Judges a paragraph or sentence by its words and by whether it repeats.
  func judge(
    _ paragraph: JudgedParagraph, isRepeated: (UInt64) -> Bool
  ) -> BoilerplateVerdict? {
    if let verdict = paragraph.sureVerdict { return verdict }
    guard !paragraph.quotesSomebody, isRepeated(paragraph.hash) else { return nil }
    return BoilerplateVerdict(kind: paragraph.hintedKind ?? .other, rule: .repeats)
  }

  /// The kind of a paragraph that no rule is sure of: lines of a few words are the page's furniture,
  /// longer ones without a full stop headlines of other articles.
  private func likelyKind(_ paragraph: JudgedParagraph) -> BoilerplateKind {
    if let kind = paragraph.hintedKind { return kind }
    if paragraph.endsSentence, paragraph.length >= 15 { return .other }
    return paragraph.length >= 5 ? .related : .furniture
  }
}

/// Reads paragraphs and sentences of one article, one after the other in the same memory.
struct ParagraphReader {
  private let classifier: BoilerplateClassifier
  private let headline: HeadlineWords
  private var paragraph = ReadParagraph()

  init(_ classifier: BoilerplateClassifier, headline: String?) {
    self.classifier = classifier
    self.headline = HeadlineWords(headline)
  }

  /// What a paragraph shows by itself.
  mutating func paragraph(_ bytes: [UInt8], _ range: Range<Int>) -> JudgedParagraph {
    paragraph.read(bytes, range, cues: classifier.cues)
    let score = ParagraphFeatures.score(paragraph, by: classifier.paragraphModel)
    return JudgedParagraph(paragraph, score: score, headline: headline)
  }

  /// What a sentence shows: it is judged by rules and repeats alone.
  mutating func sentence(_ bytes: [UInt8], _ range: Range<Int>) -> JudgedParagraph {
    paragraph.read(bytes, range, cues: classifier.cues)
    return JudgedParagraph(paragraph, score: 0, headline: .none)
  }
}

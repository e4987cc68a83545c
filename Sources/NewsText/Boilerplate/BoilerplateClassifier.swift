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
public final class BoilerplateClassifier: Sendable {
  let cues: CueScanner
  let paragraphModel: LinearModel
  let contextModel: TreeModel

  /// A classifier with the built-in rules and weights.
  public init() {
    cues = CueScanner(CueRule.all)
    paragraphModel = LinearModel(
      encoded: LearntWeights.paragraph, count: ParagraphFeatures.count)
    contextModel = TreeModel(encoded: LearntWeights.context, features: ContextFeatures.count)
  }

  /// The classifier that everybody shares; making one takes about a millisecond.
  public static let standard = BoilerplateClassifier()

  /// Judges the paragraphs of one article, in order: nil for those that are the article's own.
  ///
  /// - Parameters:
  ///   - paragraphs: The article's paragraphs, each on one line.
  ///   - headline: The article's headline, if known.
  ///   - knowledge: What is known of the paragraphs from outside of the article.
  /// - Returns: A verdict, or nil, for each paragraph.
  public func judge(
    paragraphs: [String], headline: String? = nil,
    knowing knowledge: some ParagraphKnowledge = NothingKnown()
  ) -> [BoilerplateVerdict?] {
    var bytes: [UInt8] = []
    let ranges = paragraphs.map { paragraph in
      let start = bytes.count
      bytes += Array(paragraph.utf8)
      return bytes.trimmed(start..<bytes.count)
    }
    var reader = ParagraphReader(self, headline: headline)
    let judged = ranges.map { reader.paragraph(bytes, $0) }
    return judge(judged, knowing: knowledge)
  }

  /// Judges the paragraphs of one article, which have been read, by themselves and, unless `byRules`
  /// alone, by what their neighbours are like.
  func judge(
    _ paragraphs: [JudgedParagraph], byRules: Bool = false,
    knowing knowledge: some ParagraphKnowledge
  ) -> [BoilerplateVerdict?] {
    if byRules { return paragraphs.map { judge(alone: $0, knowing: knowledge) } }
    let context = ContextFeatures(
      paragraphs, clusters: paragraphs.map { knowledge.clusters(of: $0.hash) })
    var features = [UInt8](repeating: 0, count: ContextFeatures.count)
    return paragraphs.indices.map { index in
      let verdict = decide(on: index, in: context) {
        context.write(of: index, to: &features)
        return contextModel.score(features)
      }
      guard let verdict, !knowledge.isKept(paragraphs[index].hash, by: verdict.rule) else {
        return nil
      }
      return verdict
    }
  }

  /// Decides on a paragraph among its neighbours.
  ///
  /// - Parameters:
  ///   - index: Which paragraph.
  ///   - context: The article's paragraphs.
  ///   - score: The second model's score, which is not asked for where it is not needed.
  /// - Returns: A verdict, or nil.
  func decide(
    on index: Int, in context: ContextFeatures, score: () -> Float
  ) -> BoilerplateVerdict? {
    let paragraph = context.paragraphs[index]
    guard paragraph.words > 0 else { return nil }
    if let verdict = paragraph.sureVerdict { return verdict }
    guard !paragraph.quotesSomebody else { return nil }
    let clusters = context.clusters[index]
    guard clusters >= 2 || context.hasProse && !paragraph.isPlainProse else { return nil }
    let sure = Self.thresholdOfRepeats(paragraph, clusters: clusters)
    if sure == -.infinity { return BoilerplateVerdict(repeated: paragraph) }
    let score = score()
    if score > sure { return BoilerplateVerdict(repeated: paragraph) }
    return score > context.threshold
      ? BoilerplateVerdict(kind: likelyKind(paragraph), rule: .words("learnt")) : nil
  }

  /// The score from which a paragraph of so many clusters is boilerplate because it repeats.
  ///
  /// A headline stands in its own article and among the links of other ones, and the first lines of a
  /// text may stand below such a link: where no more is known, the model has to agree.
  private static func thresholdOfRepeats(_ paragraph: JudgedParagraph, clusters: Int) -> Float {
    guard clusters >= 2 else { return .infinity }
    if paragraph.length >= 5, !paragraph.endsSentence { return clusters == 2 ? 2.2 : -1 }
    if paragraph.length >= 15, clusters == 2 { return -3 }
    return -.infinity
  }

  /// Judges a paragraph, or a sentence at an end of a fused text, by rules and repeats alone.
  func judge(
    alone paragraph: JudgedParagraph, knowing knowledge: some ParagraphKnowledge
  ) -> BoilerplateVerdict? {
    guard paragraph.words > 0 else { return nil }
    var verdict = paragraph.sureVerdict
    if verdict == nil, !paragraph.quotesSomebody, knowledge.clusters(of: paragraph.hash) >= 2 {
      verdict = BoilerplateVerdict(repeated: paragraph)
    }
    guard let verdict, !knowledge.isKept(paragraph.hash, by: verdict.rule) else { return nil }
    return verdict
  }

  /// The kind of a paragraph that no rule is sure of: lines of a few words are the page's furniture,
  /// longer ones without a full stop headlines of other articles.
  private func likelyKind(_ paragraph: JudgedParagraph) -> BoilerplateKind {
    if let kind = paragraph.hintedKind { return kind }
    if paragraph.endsSentence, paragraph.length >= 15 { return .other }
    return paragraph.length >= 5 ? .related : .furniture
  }
}

extension BoilerplateVerdict {
  /// The verdict on a paragraph that repeats within its source.
  fileprivate init(repeated paragraph: JudgedParagraph) {
    self.init(kind: paragraph.hintedKind ?? .other, rule: .repeats)
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

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

  /// A classifier with the built-in rules.
  public init() { cues = CueScanner(CueRule.all) }

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
    ranges.map { range in
      range.isEmpty ? nil : judge(sentence: bytes, range, isRepeated: isRepeated)
    }
  }

  /// Judges a sentence by itself, by its words and by whether it repeats.
  func judge(
    sentence bytes: [UInt8], _ range: Range<Int>, isRepeated: (UInt64) -> Bool
  ) -> BoilerplateVerdict? {
    let shape = ParagraphShape(bytes, range)
    if let rule = surestCue(shape) {
      return BoilerplateVerdict(kind: rule.kind, rule: .words(rule.name))
    }
    guard isRepeated(shape.hash), !shape.quotesSomebody else { return nil }
    return BoilerplateVerdict(kind: anyCue(shape)?.kind ?? .other, rule: .repeats)
  }

  /// The first rule that is enough to set the paragraph apart.
  func surestCue(_ shape: ParagraphShape) -> CueRule? {
    guard !shape.quotesSomebody else { return nil }
    if let rule = firstCue(shape, { $0.isSure }) { return rule }
    return shape.copyrightSigns > 0 && shape.words.count <= 40 ? .copyrightSign : nil
  }

  /// The first rule that holds at all.
  func anyCue(_ shape: ParagraphShape) -> CueRule? { firstCue(shape, { _ in true }) }

  private func firstCue(_ shape: ParagraphShape, _ counts: (CueRule) -> Bool) -> CueRule? {
    var first = Int.max
    cues.matches(shape) { rule in
      if rule < first, counts(cues.rules[rule]) { first = rule }
    }
    return first == .max ? nil : cues.rules[first]
  }
}

extension ParagraphShape {
  /// Whether the paragraph holds a real quotation: no rule on words or repeats may drop it then.
  ///
  /// Four words are more than a title in quote marks mostly has, and the paragraph has to be longer
  /// than the quotation's teaser ("Read more: ‘We will not …’") is.
  var quotesSomebody: Bool { longestQuote >= 4 && words.count >= 12 && sentences > 0 }
}

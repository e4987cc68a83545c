import NewsModel

/// A paragraph with the rules on words that hold for it.
struct ReadParagraph {
  private(set) var shape = ParagraphShape()
  /// The numbers of the rules that hold, hints included, in the order in which their phrases come.
  private(set) var cues: [Int] = []
  /// The first rule that is enough to set the paragraph apart.
  private(set) var sureCue: CueRule?
  /// The kind that the first of the rules names, hints included.
  private(set) var hintedKind: BoilerplateKind?

  init() {}

  init(_ bytes: [UInt8], _ range: Range<Int>, cues scanner: CueScanner) {
    read(bytes, range, cues: scanner)
  }

  /// Reads a paragraph in place of the one before, whose memory is used again.
  mutating func read(_ bytes: [UInt8], _ range: Range<Int>, cues scanner: CueScanner) {
    shape.read(bytes, range)
    cues.removeAll(keepingCapacity: true)
    scanner.matches(shape) { cues.append($0) }
    hintedKind = cues.min().map { scanner.rules[$0].kind }
    sureCue = nil
    guard !shape.quotesSomebody else { return }
    let first = cues.lazy.filter { scanner.rules[$0].isSure }.min()
    let isCopyright =
      shape.copyrightSigns > 0 && shape.words.count <= CueRule.copyrightSign.maxWords
    sureCue = first.map { scanner.rules[$0] } ?? (isCopyright ? .copyrightSign : nil)
  }
}

extension ParagraphShape {
  /// Whether the paragraph holds a real quotation: no rule on words or repeats may drop it then.
  ///
  /// Four words are more than a title in quote marks mostly has, and the paragraph has to be longer
  /// than the quotation's teaser ("Read more: ‘We will not …’") is.
  var quotesSomebody: Bool { longestQuote >= 4 && words.count >= 12 && sentences > 0 }
}

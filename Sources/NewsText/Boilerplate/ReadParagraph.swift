/// A paragraph with the rules on words that hold for it.
struct ReadParagraph {
  let shape: ParagraphShape
  /// The numbers of the rules that hold, hints included, in the order in which their phrases come.
  let cues: [Int]
  /// The first rule that is enough to set the paragraph apart.
  let sureCue: CueRule?

  init(_ bytes: [UInt8], _ range: Range<Int>, cues scanner: CueScanner) {
    shape = ParagraphShape(bytes, range)
    var found: [Int] = []
    scanner.matches(shape) { found.append($0) }
    cues = found
    guard !shape.quotesSomebody else {
      sureCue = nil
      return
    }
    let first = found.filter { scanner.rules[$0].isSure }.min()
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

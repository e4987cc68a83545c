/// A text cut into words, paragraphs, quoted regions and sentences: what the rules look at.
///
/// A class, since every rule and question is handed it. Nothing in it changes once it is made, and it is
/// made on one thread: no access needs to be checked, of which there are several for each word.
final class Reading {
  /// A sentence outside quotes; quotes within it belong to it, whole.
  struct Sentence {
    var tokens: Range<Int>
    /// Indices into `regions`.
    var regions: Range<Int>
    var paragraph: Int
  }

  let bytes: [UInt8]
  let pack: LanguagePack
  @exclusivity(unchecked) private(set) var tokens: [Token]
  @exclusivity(unchecked) private(set) var paragraphs: [Range<Int>] = []
  @exclusivity(unchecked) private(set) var regions: [QuotedRegion] = []
  @exclusivity(unchecked) private(set) var sentences: [Sentence] = []
  /// The token after the first paragraph, which may be a headline with every word capitalised.
  @exclusivity(unchecked) private(set) var headlineEnd = 0
  /// Whether anything is quoted in marks other than single ones.
  @exclusivity(unchecked) private(set) var hasDoubleMarks = false

  init(_ bytes: [UInt8], pack: LanguagePack) {
    self.bytes = bytes
    self.pack = pack
    tokens = Tokeniser.tokens(of: bytes, pack: pack)
    findParagraphs()
    if paragraphs.count > 1, isTitleCased(paragraphs[0]) { headlineEnd = paragraphs[0].upperBound }
    findRegions()
    findSentences()
  }

  // MARK: Paragraphs and regions

  /// Whether most long words of a paragraph have a capital, as in headlines of the English world.
  private func isTitleCased(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count < 40, !pack.capitalisesNouns else { return false }
    var balance = 0
    for index in paragraph where tokens[index].isWord && tokens[index].range.count > 3 {
      balance += tokens[index].isCapitalised ? 1 : -1
    }
    return balance > 1
  }

  private func findParagraphs() {
    var start = 0
    for index in tokens.indices where tokens[index].kind == .newline {
      if index > start { paragraphs.append(start..<index) }
      start = index + 1
    }
    if tokens.count > start { paragraphs.append(start..<tokens.count) }
  }

  private func findRegions() {
    for (number, paragraph) in paragraphs.enumerated() {
      let pairing = MarkPairing(reading: self, paragraph: paragraph)
      var nextOpens = false
      if number + 1 < paragraphs.count {
        nextOpens =
          MarkPairing(reading: self, paragraph: paragraphs[number + 1]).begins
      }
      let interruptions = Interruptions(reading: self, paragraph: paragraph)
      let found =
        dashQuotes(in: paragraph)
        ?? pairing.regions(nextOpens: nextOpens).flatMap(interruptions.parts)
      for region in found {
        for index in region.open..<region.end {
          tokens[index].region = Int32(truncatingIfNeeded: regions.count)
        }
        if !tokens[region.open].mark.isSingle { hasDoubleMarks = true }
        regions.append(region)
      }
    }
  }

  /// `– We will, says Smith. We must.`: a dash at the start of a paragraph opens a quote without
  /// marks, which the clause that names the speaker interrupts.
  private func dashQuotes(in paragraph: Range<Int>) -> [QuotedRegion]? {
    let open = paragraph.lowerBound
    guard pack.hasDashQuotes, tokens[open].kind == .dash, paragraph.count > 3 else { return nil }
    for at in open + 2..<paragraph.upperBound - 1 {
      switch tokens[at].kind {
      case .mark: return nil
      case .comma, .question, .exclamation, .dash:
        let isDash = tokens[at + 1].kind == .dash
        let clause = isDash ? at + 2 : at + 1
        guard clause < paragraph.upperBound,
          tokens[at].kind == .dash || isDash || isVerb(clause, .saying),
          attribution(after: clause, limit: paragraph.upperBound, anyVerb: false) != nil
        else { continue }
        let close = tokens[at].kind.isTerminal ? at + 1 : at
        return [QuotedRegion(open: open, close: close, hasClosingMark: false)]
      default: break
      }
    }
    return nil
  }

  // MARK: Sentences

  private func findSentences() {
    var region = 0
    for (number, paragraph) in paragraphs.enumerated() {
      var start = paragraph.lowerBound
      while start < paragraph.upperBound {
        let end = sentenceEnd(from: start, in: paragraph)
        let first = region
        while region < regions.count && regions[region].open < end { region += 1 }
        sentences.append(
          Sentence(tokens: start..<end, regions: first..<region, paragraph: number))
        start = end
      }
    }
  }

  /// Tables and lists have no full stops. Rules look back and forth within a sentence, so its length
  /// bounds their time.
  private static let longestSentence = 400

  private func sentenceEnd(from start: Int, in paragraph: Range<Int>) -> Int {
    var index = start
    while index < paragraph.upperBound {
      // Here no token is inside a quote, or it is the quote's first.
      if index - start > Self.longestSentence { return index }
      let token = tokens[index]
      if token.region >= 0 {
        let region = regions[Int(token.region)]
        index = region.end
        if endsSentence(region, before: index, in: paragraph) { return index }
      } else {
        index += 1
        if token.kind.isTerminal {
          while index < paragraph.upperBound, tokens[index].isOutside,
            tokens[index].kind.isTerminal || tokens[index].kind == .closeBracket
          {
            index += 1
          }
          if startsSentence(index, after: token, in: paragraph) { return index }
        } else if token.isWord, token.classes.contains(.abbreviation),
          endsWithPeriod(token), startsSentenceAfterAbbreviation(index, token, in: paragraph)
        {
          return index
        }
      }
    }
    return paragraph.upperBound
  }

  private func endsWithPeriod(_ token: Token) -> Bool { bytes[Int(token.end) - 1] == 0x2E }

  private func startsSentence(_ index: Int, after terminal: Token, in paragraph: Range<Int>) -> Bool
  {
    guard index < paragraph.upperBound else { return true }
    let next = tokens[index]
    switch next.kind {
    case .comma, .semicolon, .colon, .closeBracket: return false
    case .word:
      if next.shape == .lower { return false }
      // "am 16. März": a day of the month, not an end.
      if terminal.kind == .period, pack.capitalisesNouns, index >= 2,
        index - 2 >= paragraph.lowerBound,
        tokens[index - 2].kind == .number, tokens[index - 2].range.count <= 2
      {
        return false
      }
      return true
    default: return true
    }
  }

  /// After "U.S." or "Corp." only a word that cannot follow them within a sentence starts a new one.
  private func startsSentenceAfterAbbreviation(
    _ index: Int, _ abbreviation: Token, in paragraph: Range<Int>
  ) -> Bool {
    guard index < paragraph.upperBound, !abbreviation.isA([.title, .time]) else { return false }
    let next = tokens[index]
    return next.isWord && next.isCapitalised && next.isOutside
      && next.isA([.determiner, .pronoun, .subordinator, .adversative])
  }

  /// Whether a sentence is over after a quote, or goes on with `?" he said`.
  private func endsSentence(
    _ region: QuotedRegion, before index: Int, in paragraph: Range<Int>
  ) -> Bool {
    guard index < paragraph.upperBound else { return true }
    let last = tokens[region.close - 1]
    guard last.kind.isTerminal else { return false }
    let next = tokens[index]
    switch next.kind {
    case .comma, .dash, .colon, .semicolon, .openBracket, .closeBracket: return false
    case .period, .question, .exclamation, .ellipsis: return false
    case .mark: return true
    default: break
    }
    if next.isWord && next.shape == .lower { return false }
    guard let follow = attribution(after: index, limit: paragraph.upperBound, anyVerb: false)
    else { return true }
    if last.kind != .period { return false }
    // `"…." Smith said.` only where nothing is reported after it.
    let after = follow.end
    return !(after >= paragraph.upperBound || tokens[after].kind.isTerminal)
  }

  // MARK: Small questions

  /// The nearest token before `index` that is outside quotes, not before `bound`.
  func outsideBefore(_ index: Int, from bound: Int) -> Int? {
    var at = index - 1
    while at >= bound {
      if tokens[at].isOutside { return at }
      at = regions[Int(tokens[at].region)].open - 1
    }
    return nil
  }

  /// Whether the quote that a token lies in is closed by no mark.
  func isOpenEnded(at index: Int) -> Bool {
    tokens[index].region >= 0 && regions[Int(tokens[index].region)].isOpenEnded
  }

  /// Bytes from the first to the last token of a range.
  func byteRange(_ range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }
}

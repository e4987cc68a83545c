import NewsModel

/// Finds reported speech without quote marks.
struct IndirectSpeech {
  private static let english: [any IndirectRule] = [
    ClosingClauseRule(), AccordingClauseRule(), ComplementRule(), ClaimedClauseRule(),
    ObjectRule(),
    LabelledHeadlineRule(),
  ]

  private static let german: [any IndirectRule] = [
    UnmarkedSpeechRule(), SourceRule(), ClosingClauseRule(), AsReportedRule(), CommaClauseRule(),
    MoodRule(), LabelledHeadlineRule(),
  ]

  let reading: Reading
  let quoted: [Finding]

  /// Quoted and reported speech together, in order of start.
  func merged() -> [Finding] {
    let rules: [any IndirectRule]
    switch reading.pack.tag {
    case "en": rules = Self.english
    case "de": rules = Self.german
    default: return quoted
    }
    var all = quoted
    var next = quoted.startIndex
    for (number, sentence) in reading.sentences.enumerated() {
      let first = next
      while next < quoted.endIndex, quoted[next].sentence == number { next += 1 }
      let site = IndirectSite(reading, sentence, number: number)
      var found: [Finding] = []
      for rule in rules where site.mayHave(rule.words) {
        for report in rule.reports(in: site) where isNew(report, beside: found) {
          found.append(
            Finding(
              content: report.content, kind: report.kind, subject: report.subject, cue: report.cue,
              rule: rule.name, confidence: report.confidence ?? rule.confidence, sentence: number))
        }
      }
      let inMarks = quoted[first..<next]
      all += found.filter { !isTold(in: inMarks, $0) }
    }
    return all.sorted { $0.content.lowerBound < $1.content.lowerBound }
  }

  /// Whether a report says something that no rule before it said.
  private func isNew(_ report: Report, beside found: [Finding]) -> Bool {
    !found.contains {
      $0.content.overlaps(report.content) && overlap($0.content, report.content) > 0.5
        || $0.cue == report.cue
    }
  }

  private func overlap(_ one: Range<Int>, _ other: Range<Int>) -> Double {
    let shared = one.clamped(to: other).count
    return Double(shared) / Double(max(1, min(one.count, other.count)))
  }

  /// Whether quotes in marks are most of a report already.
  private func isTold(in quoted: ArraySlice<Finding>, _ report: Finding) -> Bool {
    let shared = quoted.reduce(0) { sum, quote in
      quote.kind == .scare ? sum : sum + quote.content.clamped(to: report.content).count
    }
    return Double(shared) >= 0.55 * Double(report.content.count)
  }
}

/// One sentence that a rule for reported speech is asked about.
struct IndirectSite {
  let reading: Reading
  let sentence: Reading.Sentence
  let number: Int
  /// The end without the full stop.
  let end: Int
  /// What its words can be, all together.
  private let classes: WordClass

  init(_ reading: Reading, _ sentence: Reading.Sentence, number: Int) {
    (self.reading, self.sentence, self.number) = (reading, sentence, number)
    let (tokens, range) = (reading.tokens, sentence.tokens)
    var end = range.upperBound
    while end > range.lowerBound,
      tokens[end - 1].kind.isTerminal || tokens[end - 1].kind == .closeBracket
    {
      end -= 1
    }
    self.end = end
    classes = range.reduce(into: []) { $0.formUnion(tokens[$1].classes) }
  }

  var tokens: [Token] { reading.tokens }
  var start: Int { sentence.tokens.lowerBound }

  /// Whether it has a word of these classes; any sentence has where there are none.
  func mayHave(_ words: WordClass) -> Bool { words.isEmpty || !classes.isDisjoint(with: words) }
}

/// What is reported, by whom and by which words. Numbers are tokens.
struct Report {
  var content: Range<Int>
  var subject: Range<Int>?
  var cue: Range<Int>?
  var confidence: Double?
  var kind = QuoteKind.indirect
}

/// One way in which a sentence reports speech without quoting it.
protocol IndirectRule: Sendable {
  var name: String { get }
  var confidence: Double { get }
  /// A sentence without a word of these classes is not asked about: the rule finds nothing there.
  var words: WordClass { get }
  func reports(in site: IndirectSite) -> [Report]
}

extension IndirectRule {
  var words: WordClass { [] }
}

extension IndirectSite {
  /// Where what is reported from `from` on ends: with the sentence, or before the next report.
  func contentEnd(from: Int) -> Int {
    var at = from
    while at < end {
      let token = tokens[at]
      guard token.isOutside else {
        at = max(at + 1, reading.regions[Int(token.region)].end)
        continue
      }
      if token.kind == .semicolon, at > from { return at }
      if at > from + 1, token.kind == .comma, startsNewReport(at + 1) { return at }
      if at > from + 2, token.isA(.coordinator), startsNewReport(at + 1) || isReporting(at + 1) {
        return tokens[at - 1].kind == .comma ? at - 1 : at
      }
      at += 1
    }
    return end
  }

  private func isReporting(_ index: Int) -> Bool {
    index < end && tokens[index].isOutside
      && reading.isVerb(index, [.saying, .judging]) && !tokens[index].isA(.nounToo)
  }

  /// `, adding`, `, according to`, `, while Smith said`, `, Smith said`.
  private func startsNewReport(_ index: Int) -> Bool {
    guard index < end, tokens[index].isOutside else { return false }
    let token = tokens[index]
    if token.isA([.participle, .according]) { return true }
    var next = index
    while next < end, tokens[next].isA([.coordinator, .adversative]) { next += 1 }
    if next < end, tokens[next].isA([.participle, .according]) { return true }
    let limit = min(end, next + 12)
    guard next < limit,
      let found = reading.attribution(after: next, limit: limit, anyVerb: false)
    else { return false }
    return found.subject.lowerBound >= next && found.cue.lowerBound - next < 10
  }
}

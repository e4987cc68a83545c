import NewsModel

/// The sentence is reported by the clause at its end: `The bridge will open in May, Smith said.`
struct ClosingClauseRule: IndirectRule {
  let name = "reported-before"
  let confidence = 0.9
  let words: WordClass = [.saying, .separable, .thus]

  func reports(in site: IndirectSite) -> [Report] {
    guard site.end - site.start > 4,
      let found = site.reading.closingClause(of: site.sentence, after: site.start + 1)
    else { return [] }
    let clauseStart = min(found.subject.lowerBound, found.cue.lowerBound)
    var end = clauseStart
    while end > site.start, site.tokens[end - 1].kind == .comma || site.tokens[end - 1].isA(.adverb)
    {
      end -= 1
    }
    guard end - site.start >= 3, site.tokens[end].kind == .comma else { return [] }
    var start = site.start
    if site.tokens[start].isA([.coordinator, .adversative]), start + 1 < end { start += 1 }
    // "We must hurry, Smith said": his very words, though nothing marks them.
    let isDirect =
      site.reading.pack.order == .verbSecond && found.cue.lowerBound == clauseStart
      && site.tokens[found.cue.lowerBound].isA(.saying)
      && !(start..<min(start + 4, end)).contains { site.tokens[$0].isA(.subordinator) }
      && !site.reading.isVerb(start)
      && !(start..<end).contains { site.tokens[$0].isA(.subjunctive) }
      && (start..<end).contains { site.tokens[$0].isA(.addressing) && site.tokens[$0].isOutside }
    return [
      Report(
        content: start..<end, subject: found.subject, cue: found.cue,
        kind: isDirect ? .direct : .indirect)
    ]
  }
}

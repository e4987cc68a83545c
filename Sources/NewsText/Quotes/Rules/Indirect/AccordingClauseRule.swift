/// A source named without a verb: `According to the ministry, the bridge is late.`,
/// `The bridge is late, according to the ministry.`
struct AccordingClauseRule: IndirectRule {
  let name = "according-to"
  let confidence = 0.88
  let words: WordClass = .according

  func reports(in site: IndirectSite) -> [Report] {
    guard
      let at = (site.start..<site.end).first(where: {
        site.tokens[$0].isOutside && site.tokens[$0].isA(.according)
      })
    else { return [] }
    var next = at + 1
    while next < site.end, site.tokens[next].isA(.infinitive) { next += 1 }
    guard let source = site.reading.nounPhrase(startingAt: next, limit: site.end) else { return [] }
    let cue = at..<next
    if at - site.start < 3 {
      // The source ends with the comma before the clause.
      guard
        let comma = (source.upperBound..<site.end).first(where: {
          site.tokens[$0].kind == .comma && site.tokens[$0].isOutside
        }), comma + 2 < site.end
      else { return [] }
      return [Report(content: comma + 1..<site.end, subject: source, cue: cue)]
    }
    var end = at
    while end > site.start, site.tokens[end - 1].kind == .comma { end -= 1 }
    guard end - site.start > 2 else { return [] }
    return [Report(content: site.start..<end, subject: source, cue: cue)]
  }
}

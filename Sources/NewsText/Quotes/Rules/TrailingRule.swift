/// The attribution follows the quote: `"We will," Smith said.`, `"We will," said Smith.`
struct TrailingRule: SpeakerRule {
  let name = "after-quote"
  let confidence = 0.96

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    guard !site.region.isOpenEnded, var start = site.after.first else { return nil }
    let limit = site.followEnd
    while start < limit,
      site.tokens[start].kind == .mark || site.tokens[start].kind == .closeBracket
    {
      start += 1
    }
    guard start < limit else { return nil }
    var isSetOff = endsLikeSpeech(site.lastInner)
    // Russian print has both: `"…", - сказал он`.
    while start < limit, site.tokens[start].kind == .comma || site.tokens[start].kind == .dash {
      isSetOff = true
      start += 1
    }
    guard
      let found = site.reading.attribution(after: start, limit: limit, anyVerb: isSetOff)
    else { return nil }
    // Without a comma, `"rigged" system Smith said` is no attribution of the quote.
    if !isSetOff && site.wordCount < 3 && found.end < limit { return nil }
    // German print always sets the quote off.
    if !isSetOff && site.pack.order == .verbSecond && site.wordCount < 6 { return nil }
    // Words woven into a sentence are reported by a verb of saying with nothing after it to report.
    if site.lead?.isWord == true, found.cue.lowerBound >= found.subject.upperBound,
      !(site.reading.isVerb(found.cue.lowerBound, .saying)
        && site.reading.reportsWhatIsBefore(found.end - 1, in: site.sentence))
    {
      return nil
    }
    return SpeakerAnswer(subject: found.subject, cue: found.cue)
  }

  private func endsLikeSpeech(_ token: Token) -> Bool {
    token.kind == .comma || token.kind.isTerminal || token.kind == .dash
  }
}

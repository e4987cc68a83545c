/// The attribution comes before the quote and leads up to it: `Smith said: "We will."`,
/// `Smith told reporters that "we will"`, `adding, "We will."`
struct LeadingRule: SpeakerRule {
  let name = "before-quote"
  let confidence = 0.93

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    guard let lead = site.lead else { return nil }
    let reading = site.reading
    let start = site.leadStart
    let isIntroduced =
      lead.kind == .colon || lead.kind == .comma || lead.kind == .dash
      || lead.isA([.complementiser, .saying, .participle])
    guard isIntroduced || startsLikeSpeech(site) else { return nil }
    var at = site.region.open - 1
    while at >= start {
      let token = site.tokens[at]
      if token.kind == .semicolon { break }
      if token.isA(.thus), lead.kind == .colon || lead.kind == .comma,
        let subject = reading.nounPhrase(startingAt: at + 1, limit: site.region.open)
      {
        // German "so Meier weiter:"
        return SpeakerAnswer(subject: subject, cue: at..<at + 1)
      }
      if reading.isVerb(at, .saying) || (token.isA(.saying) && reading.isAfterAuxiliary(at)) {
        if let subject = inverted(at, site)
          ?? reading.agentOrSubject(of: at, from: site.sentence.tokens.lowerBound)
        {
          return SpeakerAnswer(subject: subject, cue: at..<at + 1)
        }
      } else if token.isA(.participle) {
        if let subject = reading.matrixSubject(before: at, from: site.sentence.tokens.lowerBound) {
          return SpeakerAnswer(subject: subject, cue: at..<at + 1)
        }
      }
      at -= 1
    }
    guard lead.kind == .colon || lead.kind == .comma, startsLikeSpeech(site) else { return nil }
    return anyVerb(site, from: start)
  }

  /// `"…" Then, explained Smith, "we will"`: the subject stands between verb and comma.
  private func inverted(_ verb: Int, _ site: QuoteSite) -> Range<Int>? {
    let start = site.sentence.tokens.lowerBound
    guard verb == start || site.tokens[verb - 1].kind == .comma || !site.tokens[verb - 1].isOutside,
      let phrase = site.reading.nounPhrase(startingAt: verb + 1, limit: site.region.open),
      phrase.upperBound < site.region.open, site.tokens[phrase.upperBound].kind == .comma,
      site.tokens[phrase.lowerBound].isCapitalised || site.tokens[phrase.lowerBound].isA(.pronoun),
      !site.tokens[phrase.lowerBound].isA(.neuter)
    else { return nil }
    return phrase
  }

  /// `He shook his head: "We will."`
  private func anyVerb(_ site: QuoteSite, from start: Int) -> SpeakerAnswer? {
    for at in stride(from: site.region.open - 1, through: start, by: -1)
    where site.reading.looksLikePast(at)
      || site.reading.isVerb(at, [.judging, .thinking, .verb]) && !site.tokens[at].isA(.auxiliary)
    {
      if let subject = site.reading.agentOrSubject(of: at, from: start) {
        return SpeakerAnswer(subject: subject, cue: at..<at + 1)
      }
    }
    return nil
  }

  private func startsLikeSpeech(_ site: QuoteSite) -> Bool {
    guard let first = site.region.inner.first else { return false }
    return site.tokens[first].isCapitalised && site.wordCount > 3
  }
}

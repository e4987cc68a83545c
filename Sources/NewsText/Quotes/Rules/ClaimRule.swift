/// A noun reports: `Smith's claim that the plan is "rigged"`, `his comments on Monday that …`.
struct ClaimRule: SpeakerRule {
  let name = "claim"
  let confidence = 0.7

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    for at in site.before where site.tokens[at].isA(.claim) && site.tokens[at].isOutside {
      guard let clause = site.reading.claimedClause(of: at, limit: site.region.open),
        clause <= site.region.open,
        let subject = site.reading.claimant(of: at, from: site.before.lowerBound)
      else { continue }
      return SpeakerAnswer(subject: subject, cue: at..<at + 1)
    }
    return nil
  }
}

/// The same without marks: `her warning that the bridge is late`.
struct ClaimedClauseRule: IndirectRule {
  let name = "claim"
  let confidence = 0.7
  let words: WordClass = .claim

  func reports(in site: IndirectSite) -> [Report] {
    (site.start..<site.end).compactMap { at in
      guard site.tokens[at].isA(.claim), site.tokens[at].isOutside,
        let clause = site.reading.claimedClause(of: at, limit: site.end),
        let subject = site.reading.claimant(of: at, from: site.start)
      else { return nil }
      let end = site.contentEnd(from: clause)
      return end > clause + 1
        ? Report(content: clause..<end, subject: subject, cue: at..<at + 1) : nil
    }
  }
}

extension Reading {
  /// Where the clause of a noun of saying begins, at its "that": right behind the noun, or behind
  /// "on Monday" and the like.
  func claimedClause(of noun: Int, limit: Int) -> Int? {
    for at in noun + 1..<max(noun + 1, min(limit, noun + 7)) {
      let token = tokens[at]
      guard token.isOutside, token.isWord || token.kind == .number else { return nil }
      if token.isA(.complementiser) { return at }
      if isVerb(at) { return nil }
    }
    return nil
  }

  /// Whose claim it is: the possessor before the noun.
  func claimant(of noun: Int, from bound: Int) -> Range<Int>? {
    var at = noun - 1
    while at >= bound, noun - at < 6, tokens[at].isOutside, tokens[at].isWord {
      if tokens[at].isA(.possessive) { return nounPhrase(endingAt: at, from: bound) }
      if tokens[at].isA(.possessor) { return at..<at + 1 }
      if tokens[at].isA([.determiner, .preposition]) || isVerb(at) { return nil }
      at -= 1
    }
    return nil
  }
}

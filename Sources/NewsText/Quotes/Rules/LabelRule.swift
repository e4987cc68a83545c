/// A name as a label: `Smith: "We will."`, or as a signature: `"We will." — John Smith`.
struct LabelRule: SpeakerRule {
  let name = "label"
  let confidence = 0.9

  func speaker(of site: QuoteSite) -> SpeakerAnswer? { label(site) ?? signature(site) }

  private func label(_ site: QuoteSite) -> SpeakerAnswer? {
    guard site.lead?.kind == .colon else { return nil }
    let start = site.leadStart
    let words = start..<site.region.open - 1
    guard let first = words.first, words.count <= 14, site.tokens[first].isCapitalised,
      !words.contains(where: { site.reading.isVerb($0) || site.tokens[$0].isA(.participleLike) }),
      start == site.sentence.tokens.lowerBound,
      let name = site.reading.nounPhrase(startingAt: start, limit: site.region.open),
      site.tokens[name.upperBound - 1].isCapitalised
    else { return nil }
    return SpeakerAnswer(subject: name, cue: site.region.open - 1..<site.region.open)
  }

  private func signature(_ site: QuoteSite) -> SpeakerAnswer? {
    guard site.follow?.kind == .dash, let dash = site.after.first else { return nil }
    let limit = site.followEnd
    guard
      let phrase = site.reading.nounPhrase(startingAt: dash + 1, limit: limit),
      site.tokens[phrase.lowerBound].isCapitalised,
      phrase.upperBound >= limit || !site.tokens[phrase.upperBound].isWord
    else { return nil }
    return SpeakerAnswer(subject: phrase, cue: dash..<dash + 1)
  }
}

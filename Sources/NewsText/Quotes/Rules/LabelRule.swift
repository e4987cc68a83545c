/// A name as a label: `Smith: "We will."`, or as a signature: `"We will." — John Smith`.
struct LabelRule: SpeakerRule {
  let name = "label"
  let confidence = 0.9

  func speaker(of site: QuoteSite) -> SpeakerAnswer? { label(site) ?? signature(site) }

  private func label(_ site: QuoteSite) -> SpeakerAnswer? {
    guard site.lead?.kind == .colon else { return nil }
    let start = site.leadStart
    let words = start..<site.region.open - 1
    guard let first = words.first, words.count <= 14,
      site.tokens[first].isCapitalised
        || site.tokens[first].shape == .uncased && words.count <= 3,
      !words.contains(where: {
        site.reading.isVerb($0) || site.reading.looksLikePast($0)
          || site.tokens[$0].isA([.participleLike, .time])
      }),
      start == site.sentence.tokens.lowerBound,
      let name = site.reading.nounPhrase(startingAt: start, limit: site.region.open),
      site.tokens[name.upperBound - 1].isCapitalised
        || site.tokens[first].shape == .uncased && name == words,
      !(name.upperBound..<words.upperBound).contains(where: { mayBeVerb($0, site) })
    else { return nil }
    return SpeakerAnswer(subject: name, cue: site.region.open - 1..<site.region.open)
  }

  /// A small word on no list, between a name and its colon.
  private func mayBeVerb(_ index: Int, _ site: QuoteSite) -> Bool {
    let token = site.tokens[index]
    return site.pack.order == .verbSecond && token.isWord && token.shape == .lower
      && token.classes.isEmpty
  }

  private func signature(_ site: QuoteSite) -> SpeakerAnswer? {
    if let bracket = bracketed(site) { return bracket }
    guard site.follow?.kind == .dash, let dash = site.after.first else { return nil }
    let limit = site.followEnd
    guard
      let phrase = site.reading.nounPhrase(startingAt: dash + 1, limit: limit),
      site.tokens[phrase.lowerBound].isCapitalised,
      phrase.upperBound >= limit || !site.tokens[phrase.upperBound].isWord
    else { return nil }
    return SpeakerAnswer(subject: phrase, cue: dash..<dash + 1)
  }

  /// `"We will." (Harbour Board)`
  private func bracketed(_ site: QuoteSite) -> SpeakerAnswer? {
    guard site.lead == nil, site.wordCount > 5,
      let open = site.after.first(where: { !site.tokens[$0].kind.isTerminal }),
      site.tokens[open].kind == .openBracket,
      let phrase = site.reading.nounPhrase(startingAt: open + 1, limit: site.followEnd),
      phrase.upperBound < site.followEnd, site.tokens[phrase.lowerBound].isCapitalised,
      site.tokens[phrase.upperBound].kind == .closeBracket
    else { return nil }
    return SpeakerAnswer(subject: phrase, cue: nil)
  }
}

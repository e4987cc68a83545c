/// The source is named without a verb: `according to the ministry`, `laut Ministerium`.
struct AccordingRule: SpeakerRule {
  let name = "according-to"
  let confidence = 0.9

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    let sentence = site.sentence.tokens
    for at in sentence where site.tokens[at].isOutside && site.tokens[at].isA(.accordingAfter) {
      if let phrase = site.reading.nounPhrase(endingAt: at - 1, from: sentence.lowerBound) {
        return SpeakerAnswer(subject: phrase, cue: at..<at + 1)
      }
    }
    for at in sentence where site.tokens[at].isOutside && names(at, site) {
      var next = at + 1
      while next < sentence.upperBound, site.tokens[next].isOutside,
        site.tokens[next].isA([.infinitive, .testimony])
          || (site.tokens[at].isA(.testimony) && site.tokens[next].isA(.nounLink))
      {
        next += 1
      }
      if let phrase = site.reading.nounPhrase(startingAt: next, limit: sentence.upperBound) {
        return SpeakerAnswer(subject: phrase, cue: at..<next)
      }
    }
    return nil
  }

  /// "according [to]", "in the words [of]".
  private func names(_ index: Int, _ site: QuoteSite) -> Bool {
    let token = site.tokens[index]
    if token.isA(.according) { return true }
    if site.pack.capitalisesNouns, token.isA([.testimony]) {
      // "nach Angaben der Polizei", "mit den Worten", "nach ersten Schätzungen"
      var at = index - 1
      while at >= site.sentence.tokens.lowerBound, index - at < 5, site.tokens[at].isOutside,
        site.tokens[at].isWord,
        site.tokens[at].shape == .lower || site.tokens[at].isA(.preposition),
        !site.reading.isVerb(at)
      {
        if site.tokens[at].isA(.preposition) { return true }
        at -= 1
      }
      return false
    }
    guard token.isA(.testimony), index - 2 >= site.sentence.tokens.lowerBound,
      index + 1 < site.sentence.tokens.upperBound
    else { return false }
    return site.tokens[index - 1].isA(.determiner) && site.tokens[index - 2].isA(.preposition)
      && site.tokens[index + 1].isA(.nounLink)
  }
}

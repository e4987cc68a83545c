/// The source is named without a verb: `according to the ministry`, `laut Ministerium`.
struct AccordingRule: SpeakerRule {
  let name = "according-to"
  let confidence = 0.9

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    let sentence = site.sentence.tokens
    for at in sentence where site.tokens[at].isOutside && site.tokens[at].isA(.according) {
      var next = at + 1
      while next < sentence.upperBound, site.tokens[next].isOutside,
        site.tokens[next].isA([.infinitive, .testimony])
      {
        next += 1
      }
      if let phrase = site.reading.nounPhrase(startingAt: next, limit: sentence.upperBound) {
        return SpeakerAnswer(subject: phrase, cue: at..<next)
      }
    }
    return nil
  }
}

import NewsModel

/// Direct speech without marks after a colon, as in old print: `Da riefen sie: Jetzt ist alles zu
/// Ende!` What is said must speak like somebody: "I", "you", a question or a call.
struct UnmarkedSpeechRule: IndirectRule {
  let name = "unmarked"
  let confidence = 0.7

  func reports(in site: IndirectSite) -> [Report] {
    guard site.sentence.regions.isEmpty,
      let colon = (site.start..<site.end).first(where: { site.tokens[$0].kind == .colon }),
      colon > site.start, colon + 2 < site.end, site.tokens[colon + 1].isWord
    else { return [] }
    let content = colon + 1..<site.end
    guard speaks(content, site.sentence, site.reading),
      let answer = speaker(before: colon, site)
    else { return [] }
    return [
      Report(
        content: content.lowerBound..<end(of: site), subject: answer.subject, cue: answer.cue,
        kind: .direct)
    ]
  }

  /// Whether words are somebody's own: they say "I" or "you", ask or call.
  private func speaks(
    _ content: Range<Int>, _ sentence: Reading.Sentence, _ reading: Reading
  ) -> Bool {
    if content.contains(where: { reading.tokens[$0].isA(.addressing) }) { return true }
    guard let last = sentence.tokens.last else { return false }
    let kind = reading.tokens[last].kind
    return kind == .question || kind == .exclamation
  }

  /// Where the speech ends: with the last of a few sentences that speak too.
  private func end(of site: IndirectSite) -> Int {
    var end = site.end
    var number = site.number + 1
    while number < site.reading.sentences.count, number - site.number < 8 {
      let next = site.reading.sentences[number]
      guard next.paragraph == site.sentence.paragraph, next.regions.isEmpty,
        speaks(next.tokens, next, site.reading),
        !next.tokens.prefix(4).contains(where: { site.tokens[$0].kind == .colon })
      else { break }
      end = next.tokens.upperBound
      number += 1
    }
    return end
  }

  private func speaker(before colon: Int, _ site: IndirectSite) -> SpeakerAnswer? {
    let verb = (site.start..<colon).last { site.reading.isVerb($0, .saying) }
    if let verb, let subject = site.reading.agentOrSubject(of: verb, from: site.start) {
      return SpeakerAnswer(subject: subject, cue: verb..<verb + 1)
    }
    // A drama's "Petrus: Was soll die Frage?"
    guard colon - site.start <= 2, site.tokens[colon - 1].isCapitalised,
      site.tokens[colon - 1].classes.isEmpty || site.tokens[colon - 1].isA(.givenName)
    else { return nil }
    return SpeakerAnswer(subject: site.start..<colon, cue: colon..<colon + 1)
  }
}

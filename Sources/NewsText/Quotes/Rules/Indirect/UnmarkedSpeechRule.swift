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
    guard speaks(content, site), let answer = speaker(before: colon, site) else { return [] }
    return [Report(content: content, subject: answer.subject, cue: answer.cue, kind: .direct)]
  }

  private func speaks(_ content: Range<Int>, _ site: IndirectSite) -> Bool {
    if content.contains(where: { site.tokens[$0].isA(.conversational) }) { return true }
    guard site.end < site.sentence.tokens.upperBound else { return false }
    let kind = site.tokens[site.end].kind
    return kind == .question || kind == .exclamation
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

/// A fragment inside reported speech takes the subject of the outermost reporting verb before it:
/// `Smith said the man who called it "rigged" had lied` is Smith's sentence.
struct FragmentRule: SpeakerRule {
  let name = "reporting-verb"
  let confidence = 0.85

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    let reading = site.reading
    var weaker: SpeakerAnswer?
    for at in site.before where site.tokens[at].isOutside {
      let token = site.tokens[at]
      if token.isA(.auxiliary) { continue }
      if reading.isVerb(at, [.saying, .judging, .thinking])
        || (token.isA([.saying, .judging]) && reading.isAfterAuxiliary(at))
      {
        guard
          let subject = reading.agentOrSubject(of: at, from: site.sentence.tokens.lowerBound)
        else { continue }
        let answer = SpeakerAnswer(subject: subject, cue: at..<at + 1)
        if reading.isSubordinate(subject, from: site.sentence.tokens.lowerBound) {
          if weaker == nil { weaker = answer }
        } else if reading.isInRelativeClause(subject) {
          if !hasComma(between: at, and: site.region.open, site) { weaker = answer }
        } else {
          return answer
        }
      } else if token.isA(.participle), weaker == nil {
        if let subject = reading.matrixSubject(before: at, from: site.sentence.tokens.lowerBound) {
          weaker = SpeakerAnswer(subject: subject, cue: at..<at + 1)
        }
      }
    }
    return weaker ?? verbAtEnd(site)
  }

  /// `hat die Pläne als "Unsinn" bezeichnet`: the verb stands behind the fragment.
  private func verbAtEnd(_ site: QuoteSite) -> SpeakerAnswer? {
    guard site.pack.order == .verbSecond else { return nil }
    for at in site.after where site.tokens[at].isOutside {
      if site.tokens[at].kind == .comma || site.tokens[at].kind.isTerminal { return nil }
      if site.reading.isVerb(at, .anyReporting),
        let subject = site.reading.agentOrSubject(of: at, from: site.sentence.tokens.lowerBound)
      {
        return SpeakerAnswer(subject: subject, cue: at..<at + 1)
      }
    }
    return nil
  }

  private func hasComma(between verb: Int, and open: Int, _ site: QuoteSite) -> Bool {
    (verb..<open).contains { site.tokens[$0].kind == .comma }
  }
}

/// The rest of a quote that words of the writer interrupt: `"The bridge," Smith said, "will open."`
/// where the marks stay open around "Smith said", as in much of Europe.
struct ResumedRule: SpeakerRule {
  let name = "resumed"
  let confidence = 0.95

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    guard site.region.continues, let subject = site.previous?.subject else { return nil }
    return SpeakerAnswer(subject: subject, cue: nil)
  }
}

/// Another quote of the same sentence has a speaker: `"A" and "B", Smith said`.
struct SameSentenceRule: SpeakerRule {
  let name = "same-sentence"
  let confidence = 0.85

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    guard let last = site.previous, last.sentence == site.sentenceIndex,
      let subject = last.subject
    else { return nil }
    return SpeakerAnswer(subject: subject, cue: nil)
  }
}

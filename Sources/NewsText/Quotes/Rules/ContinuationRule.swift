import NewsModel

/// A sentence that is all quote goes on with the speaker of the quote before it:
/// `"We will," Smith said. "We must."`, and over paragraphs.
struct ContinuationRule: SpeakerRule {
  let name = "continued"
  let confidence = 0.88

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    guard site.isAllQuoted else { return nil }
    if let announced = announced(site) { return announced }
    guard let last = site.earlier.last(where: { $0.kind != .scare }), let subject = last.subject
    else { return nil }
    let paragraph = site.reading.sentences[last.sentence].paragraph
    guard site.sentence.paragraph - paragraph <= 1 else { return nil }
    return SpeakerAnswer(subject: subject, cue: nil)
  }

  /// The paragraph or sentence before ends with a colon: `He had a question:`
  private func announced(_ site: QuoteSite) -> SpeakerAnswer? {
    guard site.sentenceIndex > 0 else { return nil }
    let previous = site.reading.sentences[site.sentenceIndex - 1]
    guard let last = previous.tokens.last, site.tokens[last].kind == .colon else { return nil }
    let bound = previous.tokens.lowerBound
    for at in stride(from: last, through: bound, by: -1)
    where site.tokens[at].isOutside && site.reading.isVerb(at, .anyReporting) {
      if let subject = site.reading.agentOrSubject(of: at, from: bound) {
        return SpeakerAnswer(subject: subject, cue: at..<at + 1)
      }
    }
    return site.reading.matrixSubject(before: last, from: bound)
      .map { SpeakerAnswer(subject: $0, cue: nil) }
  }
}

/// Nothing near names a speaker: whoever the sentence before was about.
struct PreviousSentenceRule: SpeakerRule {
  let name = "previous-sentence"
  let confidence = 0.6

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    guard site.isAllQuoted, site.sentenceIndex > 0 else { return nil }
    let previous = site.reading.sentences[site.sentenceIndex - 1]
    guard site.sentence.paragraph - previous.paragraph <= 1 else { return nil }
    return site.reading.matrixSubject(
      before: previous.tokens.upperBound, from: previous.tokens.lowerBound
    ).map { SpeakerAnswer(subject: $0, cue: nil) }
  }
}

import NewsModel

/// A sentence that is all quote goes on with the speaker of the quote before it:
/// `"We will," Smith said. "We must."`, and over paragraphs.
struct ContinuationRule: SpeakerRule {
  let name = "continued"
  let confidence = 0.88

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    guard site.isAllQuoted else { return nil }
    if let announced = announced(site) ?? named(site) ?? reported(site) { return announced }
    guard let last = site.lastQuote, let subject = last.subject
    else { return nil }
    let paragraph = site.reading.sentences[last.sentence].paragraph
    guard site.sentence.paragraph - paragraph <= 1 else { return nil }
    return SpeakerAnswer(subject: subject, cue: nil)
  }

  /// The next sentence says who it was: `"We must hurry." That is what Smith said.`
  private func named(_ site: QuoteSite) -> SpeakerAnswer? {
    let next = site.sentenceIndex + 1
    guard next < site.reading.sentences.count else { return nil }
    let sentence = site.reading.sentences[next]
    let start = sentence.tokens.lowerBound
    guard sentence.paragraph == site.sentence.paragraph, sentence.regions.isEmpty,
      site.pack.order == .verbSecond,
      site.tokens[start].isA(.neuter) || site.tokens[start].isA(.determiner),
      start + 1 < sentence.tokens.upperBound,
      site.reading.isVerb(start + 1, [.saying, .auxiliary]),
      let subject = site.reading.nounPhrase(
        startingAt: start + 2, limit: sentence.tokens.upperBound)
    else { return nil }
    return SpeakerAnswer(subject: subject, cue: start + 1..<start + 2)
  }

  /// The sentence before reports without quoting: `She added that it was late. "We must hurry."`
  private func reported(_ site: QuoteSite) -> SpeakerAnswer? {
    guard site.sentenceIndex > 0 else { return nil }
    let previous = site.reading.sentences[site.sentenceIndex - 1]
    guard previous.regions.isEmpty, previous.paragraph == site.sentence.paragraph else {
      return nil
    }
    let bound = previous.tokens.lowerBound
    for at in previous.tokens where site.reading.isVerb(at, .saying) {
      if let subject = site.reading.agentOrSubject(of: at, from: bound),
        !site.reading.isInRelativeClause(subject)
      {
        return SpeakerAnswer(subject: subject, cue: at..<at + 1)
      }
    }
    return nil
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

/// Reported speech that goes on by mood alone, as German does:
/// `Meier warnte vor Eile. Die Brücke sei "noch lange nicht fertig".`
struct ReportedMoodRule: SpeakerRule {
  let name = "reported-mood"
  let confidence = 0.75

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    let isReported = site.sentence.tokens.contains {
      site.tokens[$0].isOutside && site.tokens[$0].isA(.subjunctive)
    }
    guard isReported else { return nil }
    return site.reading.reporter(before: site.sentenceIndex)
  }
}

extension Reading {
  /// Who was last reported to say something, in the same paragraph and at most six sentences before.
  func reporter(before sentence: Int) -> SpeakerAnswer? {
    let paragraph = sentences[sentence].paragraph
    for number in stride(from: sentence - 1, through: max(0, sentence - 6), by: -1) {
      let earlier = sentences[number]
      if earlier.paragraph != paragraph { return nil }
      for at in earlier.tokens where tokens[at].isOutside && isVerb(at, .anyReporting) {
        if tokens[at].isA(.auxiliary) { continue }
        if let subject = agentOrSubject(of: at, from: earlier.tokens.lowerBound),
          !tokens[subject.lowerBound].isA(.neuter)
        {
          return SpeakerAnswer(subject: subject, cue: at..<at + 1)
        }
      }
    }
    return nil
  }
}

/// Words quoted in a sentence without a reporting verb, after a quote in the same paragraph:
/// `"It is late," Smith said. Without steel, "it will be later still."`
struct SameParagraphRule: SpeakerRule {
  let name = "same-paragraph"
  let confidence = 0.65

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    guard site.wordCount > 3, mayGoOn(site), let last = site.lastQuote,
      let subject = last.subject,
      site.reading.sentences[last.sentence].paragraph == site.sentence.paragraph
    else { return nil }
    return SpeakerAnswer(subject: subject, cue: nil)
  }
}

extension SameParagraphRule {
  /// German print weaves words of anybody into a sentence: of 13 such quotes in the development sets
  /// 1 was the earlier speaker's. A sentence of its own, or "I" and "we", is another matter.
  private func mayGoOn(_ site: QuoteSite) -> Bool {
    site.pack.order != .verbSecond || site.lead?.isWord != true && site.lead?.kind != .comma
      || site.region.inner.contains { site.tokens[$0].isA(.addressing) }
  }
}

/// No reporting verb and no earlier quote: whoever the sentence is about.
struct SubjectRule: SpeakerRule {
  let name = "subject"
  let confidence = 0.5

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    guard site.wordCount > 3,
      let subject = site.reading.matrixSubject(
        before: site.region.open, from: site.sentence.tokens.lowerBound),
      site.pack.order != .verbSecond || canSpeak(subject, site.reading)
    else { return nil }
    return SpeakerAnswer(subject: subject, cue: nil)
  }

  /// German print quotes in sentences about anything: "sogar der Beschluß", "Weiterhin" say nothing.
  private func canSpeak(_ phrase: Range<Int>, _ reading: Reading) -> Bool {
    let first = reading.tokens[phrase.lowerBound]
    if phrase.contains(where: {
      reading.tokens[$0].shape == .upper
        || reading.tokens[$0].isA([.person, .group, .organisation, .givenName, .title])
    }) {
      return !first.isA(.objectCase)
    }
    if first.isA([.neuter, .relative, .adverb, .preposition]) { return false }
    return first.isA(.pronoun) || !first.isA(.determiner) && first.isCapitalised
  }
}

extension Reading {
  /// A phrase without the small word on no list that ends it after a name or a role, which must be the
  /// sentence's verb: "El alcalde [sonrió]".
  func withoutVerbAtEnd(_ phrase: Range<Int>) -> Range<Int> {
    guard pack.order == .free, phrase.count > 1, let last = phrase.last,
      tokens[last].shape == .lower, tokens[last].classes.isEmpty
    else { return phrase }
    let before = tokens[last - 1]
    return before.isCapitalised && last - 1 > phrase.lowerBound
      || before.isA([.person, .title, .group, .organisation])
      ? phrase.lowerBound..<last : phrase
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
    let bound = previous.tokens.lowerBound
    let subject =
      site.reading.matrixSubject(before: previous.tokens.upperBound, from: bound)
      ?? site.reading.nounPhrase(startingAt: bound, limit: previous.tokens.upperBound)
      .map(site.reading.withoutVerbAtEnd)
    return subject.map { SpeakerAnswer(subject: $0, cue: nil) }
  }
}

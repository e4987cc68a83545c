/// The whole sentence is reported by a clause at its end:
/// `The plan would "ruin" the town, the mayor said in a statement.`
struct MatrixRule: SpeakerRule {
  let name = "end-of-sentence"
  let confidence = 0.9

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    guard let found = site.reading.closingClause(of: site.sentence, after: site.region.end)
    else { return nil }
    // What stands behind "but" or a colon is another statement.
    let gap =
      site.region.end..<max(site.region.end, min(found.subject.lowerBound, found.cue.lowerBound))
    if gap.contains(where: { site.tokens[$0].isOutside && opensStatement($0, site) }) { return nil }
    return SpeakerAnswer(subject: found.subject, cue: found.cue)
  }

  private func opensStatement(_ index: Int, _ site: QuoteSite) -> Bool {
    let token = site.tokens[index]
    return token.kind == .colon || token.kind == .semicolon
      || token.isA(.adversative) && site.tokens[index - 1].kind == .comma
  }
}

extension Reading {
  /// `, NP V` that reports the sentence it ends.
  func closingClause(of sentence: Sentence, after start: Int) -> Attribution? {
    var at = sentence.tokens.upperBound - 1
    while at > start {
      if tokens[at].isOutside, tokens[at].isA(.thus), tokens[at - 1].kind == .comma,
        let found = attribution(after: at, limit: sentence.tokens.upperBound, anyVerb: false),
        found.cue.lowerBound == at
      {
        // ", so Meier."
        return found
      }
      if pack.order != .subjectFirst, tokens[at].isOutside, tokens[at - 1].kind == .comma,
        isVerb(at, .saying),
        let found = attribution(after: at, limit: sentence.tokens.upperBound, anyVerb: false)
      {
        // ", sagte Meier."
        return found
      }
      if pack.order == .subjectFirst, tokens[at].isOutside, tokens[at - 1].kind == .comma,
        let found = invertedClause(at, in: sentence)
      {
        // ", said Smith, the mayor."
        return found
      }
      if tokens[at].isOutside, isVerb(at, .saying), reportsWhatIsBefore(at, in: sentence) {
        var comma = at - 1
        while comma >= start, tokens[comma].isOutside, tokens[comma].kind != .comma { comma -= 1 }
        if pack.order == .verbSecond, comma >= start, tokens[comma].kind == .comma,
          isVerb(comma + 1, .auxiliary),
          let subject = agentOrSubject(of: at, from: sentence.tokens.lowerBound)
        {
          // ", hatte Meier gesagt."
          return Attribution(subject: subject, cue: at..<at + 1)
        }
        if comma >= start, tokens[comma].kind == .comma,
          let found = attribution(after: comma + 1, limit: at + 1, anyVerb: false)
        {
          return found
        }
      }
      at -= 1
    }
    return nil
  }

  /// `said Smith`, where nothing follows that Smith could do.
  private func invertedClause(_ verb: Int, in sentence: Sentence) -> Attribution? {
    guard isVerb(verb, .saying), !tokens[verb].isA([.judging, .telling]),
      let phrase = nounPhrase(startingAt: verb + 1, limit: sentence.tokens.upperBound),
      !tokens[phrase.lowerBound].isA([.time, .neuter, .pronoun])
    else { return nil }
    let core = phrase.prefix { !tokens[$0].isA([.nounLink, .preposition]) }
    guard
      core.contains(where: {
        tokens[$0].isCapitalised || tokens[$0].isA([.person, .group, .organisation])
      })
    else { return nil }
    guard phrase.upperBound < sentence.tokens.upperBound else {
      return Attribution(subject: phrase, cue: verb..<verb + 1)
    }
    let next = tokens[phrase.upperBound]
    guard next.isOutside, next.kind.isTerminal || next.kind == .comma else { return nil }
    return Attribution(subject: phrase, cue: verb..<verb + 1)
  }

  /// Whether nothing that could be the object of a reporting verb follows it.
  func reportsWhatIsBefore(_ verb: Int, in sentence: Sentence) -> Bool {
    let next = verb + 1
    guard next < sentence.tokens.upperBound, tokens[next].isOutside else {
      return next >= sentence.tokens.upperBound
    }
    let token = tokens[next]
    if token.kind.isTerminal || token.kind == .comma { return true }
    return token.isA([.preposition, .time, .adverb]) && !token.isA(.complementiser)
      && !token.isA(.infinitive)
  }
}

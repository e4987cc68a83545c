/// The source is named without a verb: `according to the ministry`, `laut Ministerium`.
struct AccordingRule: SpeakerRule {
  let name = "according-to"
  let confidence = 0.9

  func speaker(of site: QuoteSite) -> SpeakerAnswer? {
    site.reading.source(in: site.sentence.tokens)
      .map { SpeakerAnswer(subject: $0.subject, cue: $0.cue) }
  }
}

/// A source that is named without a verb, and the tokens that name it.
struct Source {
  var subject: Range<Int>
  var cue: Range<Int>
  var start: Int { min(subject.lowerBound, cue.lowerBound) }
  var end: Int { max(subject.upperBound, cue.upperBound) }
}

extension Reading {
  /// The first source named in a sentence.
  func source(in sentence: Range<Int>) -> Source? {
    for at in sentence where tokens[at].isOutside {
      if tokens[at].isA(.accordingAfter),
        let phrase = nounPhrase(endingAt: at - 1, from: sentence.lowerBound)
      {
        return Source(subject: phrase, cue: at..<at + 1)
      }
      guard let cueStart = sourceCue(at, in: sentence) else { continue }
      var next = at + 1
      while next < sentence.upperBound, tokens[next].isOutside,
        tokens[next].isA([.infinitive, .testimony])
          || tokens[at].isA(.testimony) && tokens[next].isA(.nounLink)
            && !tokens[next].isA(.determiner)
          || next == at + 1 && pack.order == .free && tokens[next].isA(.preposition)
            && !tokens[next].isA(.determiner)
      {
        next += 1
      }
      if let phrase = nounPhrase(startingAt: next, limit: sentence.upperBound),
        !tokens[phrase.lowerBound].isA(.relative) || canBeSource(before: cueStart, in: sentence)
      {
        return Source(subject: phrase, cue: cueStart..<next)
      }
    }
    return nil
  }

  /// Whether what "according to which" stands for can say something: "the report, according to which",
  /// not "the third rule, according to which".
  private func canBeSource(before cue: Int, in sentence: Range<Int>) -> Bool {
    let end = cue - (cue > 0 && tokens[cue - 1].kind == .comma ? 2 : 1)
    guard end >= sentence.lowerBound,
      let phrase = nounPhrase(endingAt: end, from: sentence.lowerBound)
    else { return false }
    return phrase.contains {
      tokens[$0].isCapitalised || tokens[$0].isA([.person, .group, .organisation, .document])
    }
  }

  /// Where the words begin that announce a source and end at `index`: "according [to]",
  /// "in the words [of]", "nach Angaben".
  private func sourceCue(_ index: Int, in sentence: Range<Int>) -> Int? {
    let token = tokens[index]
    if token.isA(.according) { return index }
    guard token.isA(.testimony) else { return nil }
    if pack.capitalisesNouns {
      // "nach Angaben der Polizei", "nach ersten Schätzungen"
      var at = index - 1
      while at >= sentence.lowerBound, index - at < 5, tokens[at].isOutside, tokens[at].isWord,
        tokens[at].shape == .lower || tokens[at].isA(.preposition)
          || at == index - 1 && bytes[Int(tokens[at].end) - 1] == 0x73, !isVerb(at)
      {
        if tokens[at].isA(.preposition) { return at }
        at -= 1
      }
      return nil
    }
    if pack.order == .free, index > sentence.lowerBound {
      // Russian "по словам Луговой"
      return tokens[index - 1].isA(.preposition) ? index - 1 : nil
    }
    guard index - 2 >= sentence.lowerBound, index + 1 < sentence.upperBound,
      tokens[index - 1].isA(.determiner), tokens[index - 2].isA(.preposition),
      tokens[index + 1].isA(.nounLink)
    else { return nil }
    return index - 2
  }
}

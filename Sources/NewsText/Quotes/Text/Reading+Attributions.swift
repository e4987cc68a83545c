/// Who said it, in the words behind a quote.
extension Reading {
  /// A reporting verb with its subject. All numbers are tokens.
  struct Attribution {
    var subject: Range<Int>
    var cue: Range<Int>
    var end: Int { max(subject.upperBound, cue.upperBound) }
  }

  /// `NP V` or `V NP` that begins at `start`, as it follows a quote.
  ///
  /// Any verb will do where a comma set the quote off (`"No," Smith laughed.`), else only a verb of
  /// saying.
  func attribution(after start: Int, limit: Int, anyVerb: Bool) -> Attribution? {
    var at = start
    if at + 1 < limit, tokens[at].isOutside, tokens[at].isA(.thus), !isVerb(at + 1),
      tokens[at + 1].isCapitalised || tokens[at + 1].isA([.determiner, .pronoun]),
      let phrase = nounPhrase(startingAt: at + 1, limit: limit)
    {
      // German `"…", so Meier`.
      return Attribution(subject: phrase, cue: at..<at + 1)
    }
    while at < limit, tokens[at].isOutside, tokens[at].isA([.adverb, .asWord]),
      !tokens[at].isCapitalised
    {
      at += 1
    }
    guard at < limit, tokens[at].isOutside, tokens[at].isWord else { return nil }
    let first = tokens[at]
    if first.isA([
      .coordinator, .subordinator, .complementiser, .relative, .according, .participle,
      .participleLike,
    ]), !first.isA([.group, .person]) {
      return nil
    }
    if first.isA(.saying) && first.isA(.pronoun) {
      // French "dit-elle": verb and speaker in one word.
      return Attribution(subject: at..<at + 1, cue: at..<at + 1)
    }
    if pack.order == .free, first.isA(.auxiliary) || first.isA(.copula),
      let main = mainVerb(after: at, limit: limit), tokens[main].isA([.saying, .judging])
    {
      // "a déclaré le maire", "ha detto Bianchi"
      at = main
    }
    if isVerb(at, [.saying, .judging]), first.shape == .lower || first.shape == .uncased {
      var next = at + 1
      while next < limit,
        tokens[next].isA([.adverb, .neuter, .time]) && !tokens[next].isCapitalised
          && !(tokens[next].isA(.determiner) && next + 1 < limit && isNounLike(next + 1))
          || pack.order == .free && tokens[next].isA(.determiner) && next + 1 < limit
            && tokens[next + 1].isA(.time)
          || pack.order == .verbSecond && tokens[next].isA(.preposition) && next - at < 4
            && tokens[at + 1].isA(.neuter)
      {
        next += 1
      }
      guard next < limit, let phrase = nounPhrase(startingAt: next, limit: limit) else {
        return nil
      }
      return Attribution(subject: phrase, cue: at..<at + 1)
    }
    if anyVerb, pack.order != .subjectFirst, first.shape == .lower,
      !first.isA([
        .determiner, .preposition, .pronoun, .auxiliary, .negation, .coordinator, .subordinator,
      ]), at + 1 < limit, let phrase = nounPhrase(startingAt: at + 1, limit: limit),
      tokens[phrase.lowerBound].isCapitalised || tokens[phrase.lowerBound].isA(.pronoun)
        || !pack.capitalisesNouns && tokens[phrase.lowerBound].isA(.determiner)
        || pack.order == .free
          && (tokens[phrase.lowerBound].isA(.determiner) || pack.endsLikeVerb(bytes[first.range])),
      !isAdjective(at, before: phrase)
    {
      // A verb that is on no list, where only a verb can stand.
      return Attribution(subject: phrase, cue: at..<at + 1)
    }
    // `"…", sagte Meier`: a subject first begins a new sentence.
    if anyVerb && pack.order == .verbSecond { return nil }
    return subjectThenVerb(at, limit: limit, anyVerb: anyVerb)
  }

  /// German "künstlerischen Ausdruck": an adjective before a noun, where a verb is looked for.
  private func isAdjective(_ index: Int, before phrase: Range<Int>) -> Bool {
    guard pack.capitalisesNouns, !tokens[phrase.lowerBound].isA(.pronoun) else { return false }
    let word = bytes[tokens[index].range]
    return ["en", "er", "es", "em", "he", "ge", "le", "ne", "re", "se", "de"]
      .contains { word.suffix(2).elementsEqual($0.utf8) }
  }

  private func subjectThenVerb(_ start: Int, limit: Int, anyVerb: Bool) -> Attribution? {
    if tokens[start].isA(.preposition) && !tokens[start].isCapitalised { return nil }
    var at = start
    var subjectEnd: Int?
    var isInRelativeClause = false
    while at < limit, at - start < 60 {
      let token = tokens[at]
      if !token.isOutside { return nil }
      switch token.kind {
      case .period, .question, .exclamation, .ellipsis, .semicolon, .colon: return nil
      case .comma, .openBracket, .dash:
        subjectEnd = subjectEnd ?? at
        guard let after = endOfAside(openingAt: at, limit: limit) else { return nil }
        at = after
        isInRelativeClause = false
        continue
      default: break
      }
      if at > start, token.isA(.pronoun), !token.isA([.determiner, .group, .person, .relative]) {
        // ", an allegation he denies": a clause about what was said, not who said it.
        return nil
      }
      if token.isA(.relative), at > start {
        subjectEnd = subjectEnd ?? at
        isInRelativeClause = true
      } else if isVerb(at), at > start {
        if token.isA(.auxiliary), at + 1 < limit, let main = mainVerb(after: at, limit: limit) {
          at = main
        }
        if isVerb(at, .saying) || (tokens[at].isA(.saying) && tokens[at - 1].isA(.auxiliary)) {
          let end = subjectEnd ?? verbGroupStart(at, from: start)
          guard end > start else { return nil }
          return Attribution(subject: start..<end, cue: at..<at + 1)
        }
        if !isInRelativeClause {
          guard anyVerb, !tokens[at].isA(.copula), at - start <= 12 else { return nil }
          let end = subjectEnd ?? verbGroupStart(at, from: start)
          guard end > start else { return nil }
          return Attribution(subject: start..<end, cue: at..<at + 1)
        }
      }
      at += 1
    }
    return nil
  }

  /// The token after an aside that opens with the comma, bracket or dash at `open`.
  private func endOfAside(openingAt open: Int, limit: Int) -> Int? {
    let kind = tokens[open].kind
    var at = open + 1
    while at < limit, at - open < 40 {
      let token = tokens[at]
      if token.isOutside {
        if kind == .openBracket ? token.kind == .closeBracket : token.kind == kind { return at + 1 }
        if token.kind.isTerminal && kind != .openBracket { return nil }
      }
      at += 1
    }
    return nil
  }
}

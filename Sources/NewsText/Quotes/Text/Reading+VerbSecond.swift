/// Subjects in languages where the finite verb comes second in a main clause, and last in a
/// subordinate one: German, Dutch, Swedish, Norwegian.
extension Reading {
  /// The subject of the verb form at `verb`, looking back no further than `bound`.
  func verbSecondSubject(of verb: Int, from bound: Int) -> Range<Int>? {
    var start = clauseStart(of: verb, from: bound)
    let finite = finiteVerb(for: verb, from: start)
    if tokens[finite].isA(.copula), finite != verb, let agent = agent(between: finite, and: verb) {
      return agent
    }
    if start == finite { return subjectOfVerbFirst(finite, from: bound) }
    // "In ihrem Brief schreibt diese: …"
    if finite + 2 < tokens.count, tokens[finite + 2].kind == .colon, tokens[finite + 1].isOutside,
      tokens[finite + 1].isA(.determiner), !tokens[finite + 1].isA(.preposition)
    {
      return finite + 1..<finite + 2
    }
    // "Der Zeitung sagte Meier: …"
    if let after = phraseAfter(finite), after.lowerBound == finite + 1, isBareName(after),
      after.upperBound < tokens.count, tokens[after.upperBound].kind == .colon
    {
      return after
    }
    if tokens[start].isA(.coordinator) {
      // "Sie kam und sagte": a joined verb shares the subject.
      if start + 1 == finite, start > bound {
        return previousVerb(before: start, from: bound)
          .flatMap { verbSecondSubject(of: $0, from: bound) }
      }
      if start + 1 < finite { start += 1 }
    }
    let first = tokens[start]
    if first.isA(.asWord), finite + 1 < tokens.count, let after = phraseAfter(finite),
      after.lowerBound == finite + 1
    {
      // "Als Irrweg bezeichnete Meier …"
      return after
    }
    if first.isA([.subordinator, .complementiser, .asWord, .relative]) {
      return firstPhrase(from: start + 1, limit: finite) ?? phraseAfter(finite)
    }
    if opensRelativeClause(start, finite, from: bound) {
      return nounPhrase(endingAt: start - 2, from: bound)
        ?? nounPhrase(startingAt: start, limit: finite)
    }
    if first.isA([.preposition, .adverb, .time, .negation]) && !first.isA(.pronoun) {
      // "Ferner heißt es": nobody.
      if finite + 1 < tokens.count, tokens[finite + 1].isA(.neuter), first.isA(.adverb) {
        return nil
      }
      return phraseAfter(finite) ?? firstPhrase(from: start, limit: finite)
        ?? nounPhrase(startingAt: start + 1, limit: finite)
    }
    if pack.suffixClasses(bytes[first.range]).contains(.adverb), let after = phraseAfter(finite) {
      // "Relativierend fügte Meier hinzu"
      return after
    }
    let before =
      nounPhrase(startingAt: start, limit: finite) ?? nounPhrase(endingAt: finite - 1, from: start)
    guard let after = phraseAfter(finite), after.lowerBound == finite + 1 else { return before }
    // "Diesen Vorwurf wies Meier von sich": the object can come first.
    if first.isA(.objectCase) { return after }
    let isActor = before.map { names($0, [.person, .group, .organisation, .givenName, .pronoun]) }
    if isActor == true { return before }
    let follows = tokens[after.lowerBound]
    if follows.isA(.pronoun) && !follows.isA(.determiner) || names(after, [.person, .givenName]) {
      return after
    }
    // "Der Zeitung sagte Meier": a bare name right after the verb is no object of it.
    if isBareName(after) { return after }
    return before ?? after
  }

  private func isBareName(_ phrase: Range<Int>) -> Bool {
    phrase.count <= 3
      && phrase.allSatisfy {
        tokens[$0].isCapitalised
          && !tokens[$0].isA([.determiner, .group, .organisation, .document, .time, .preposition])
      }
  }

  private func names(_ phrase: Range<Int>, _ classes: WordClass) -> Bool {
    phrase.contains { tokens[$0].isA(classes) }
  }

  /// Where the clause of a verb begins: after the comma, colon, dash or quote before it.
  private func clauseStart(of verb: Int, from bound: Int) -> Int {
    var at = verb
    while at > bound {
      let token = tokens[at - 1]
      guard token.isOutside else {
        // "nannte den Plan „teuer“ [und]": words in marks that the clause goes on around.
        let open = regions[Int(token.region)].open
        guard open > bound, tokens[open - 1].isOutside, tokens[open - 1].isWord else { return at }
        at = open
        continue
      }
      switch token.kind {
      case .comma, .colon, .semicolon, .dash, .openBracket, .mark: return at
      case .closeBracket:
        // "Meier (CDU) sagte"
        guard let open = (bound..<at - 1).last(where: { tokens[$0].kind == .openBracket }) else {
          return at
        }
        at = open
        continue
      default: break
      }
      if token.isA(.coordinator), at == verb { return at - 1 }
      at -= 1
    }
    return bound
  }

  /// The auxiliary of a participle ("hat … gesagt"), or the verb itself.
  private func finiteVerb(for verb: Int, from start: Int) -> Int {
    var at = verb - 1
    while at >= start {
      if tokens[at].isA(.auxiliary) || tokens[at].isA(.copula), isVerb(at) { return at }
      at -= 1
    }
    return verb
  }

  private func previousVerb(before index: Int, from bound: Int) -> Int? {
    if let saying = (bound..<index).last(where: { tokens[$0].isOutside && isVerb($0, .saying) }) {
      return saying
    }
    return (bound..<index).last { tokens[$0].isOutside && (isVerb($0) || looksLikePast($0)) }
  }

  /// "lenkte", "siegten": the regular past, unless an article or adjective ending precedes.
  func looksLikePast(_ index: Int) -> Bool {
    let token = tokens[index]
    guard pack.order == .verbSecond, token.isWord, token.shape == .lower, token.classes.isEmpty,
      token.range.count > 4,
      index > 0, !tokens[index - 1].isA([.determiner, .preposition])
    else { return false }
    let word = bytes[token.range]
    return word.suffix(2).elementsEqual("te".utf8) || word.suffix(3).elementsEqual("ten".utf8)
  }

  private func agent(between finite: Int, and verb: Int) -> Range<Int>? {
    for at in finite + 1..<max(finite + 1, verb)
    where tokens[at].isA(.agent) && tokens[at].isOutside {
      return nounPhrase(startingAt: at + 1, limit: verb)
    }
    return nil
  }

  /// A verb right after a comma: its subject follows it ("Als er kam, sagte Meier"), unless the comma
  /// closes an aside ("Meier, der Trainer, sagte").
  private func subjectOfVerbFirst(_ verb: Int, from bound: Int) -> Range<Int>? {
    let after = phraseAfter(verb)
    if let after, after.lowerBound == verb + 1, tokens[after.lowerBound].isA(.pronoun),
      !tokens[after.lowerBound].isA(.determiner)
    {
      return after
    }
    guard verb > bound, tokens[verb - 1].isOutside, let comma = firstComma(from: bound, to: verb),
      comma < verb - 1, !tokens[bound].isA([.subordinator, .preposition, .adverb]),
      !(bound..<comma).contains(where: { isVerb($0) }),
      let head = nounPhrase(startingAt: bound, limit: comma)
    else { return after }
    return head
  }

  private func firstComma(from bound: Int, to end: Int) -> Int? {
    (bound..<end).first { tokens[$0].isOutside && tokens[$0].kind == .comma }
  }

  /// "Meier, der gestern sagte": an article after a comma, followed by no noun of its own.
  private func opensRelativeClause(_ start: Int, _ finite: Int, from bound: Int) -> Bool {
    guard start - 1 > bound, tokens[start - 1].kind == .comma, tokens[start].isA(.determiner),
      tokens[start].range.count == 3, start + 1 < tokens.count
    else { return false }
    return !tokens[start + 1].isCapitalised && start + 1 != finite
      && tokens[start + 1].isA([.preposition, .adverb, .determiner, .time, .negation, .pronoun])
  }

  /// The subject right after a verb, past adverbs and "sich".
  private func phraseAfter(_ verb: Int) -> Range<Int>? {
    firstPhrase(from: verb + 1, limit: tokens.count)
  }

  private func firstPhrase(from start: Int, limit: Int) -> Range<Int>? {
    var at = start
    while at < limit, at - start < 12, tokens[at].isOutside, tokens[at].isWord {
      let token = tokens[at]
      if token.isA([.adverb, .time, .negation]) && !token.isCapitalised || token.isA(.neuter) {
        at += 1
      } else if token.isA(.preposition), !token.isA(.determiner) {
        // "sagte am Montag in Bonn der Minister"
        at += 1
        while at < limit, tokens[at].isOutside, tokens[at].isWord || tokens[at].kind == .number,
          !tokens[at].isCapitalised
        {
          at += 1
        }
        at += 1
      } else {
        return nounPhrase(startingAt: at, limit: limit)
      }
    }
    return nil
  }
}

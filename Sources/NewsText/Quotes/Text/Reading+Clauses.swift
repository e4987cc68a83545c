/// Subjects of verbs that borrow them: participles, passives, conjoined verbs, relative clauses.
extension Reading {
  /// Whether only auxiliaries and adverbs stand between a word and an auxiliary before it.
  func isAfterAuxiliary(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, tokens[at].isOutside, tokens[at].isA([.adverb, .negation]) { at -= 1 }
    return at >= 0 && tokens[at].isOutside && tokens[at].isA(.auxiliary)
  }

  func isPassive(_ verb: Int) -> Bool {
    var at = verb - 1
    while at >= 0, tokens[at].isOutside, tokens[at].isA([.adverb, .negation]) { at -= 1 }
    return at >= 0 && tokens[at].isOutside && tokens[at].isA(.copula)
  }

  /// Who says, by the verb at `verb`: the agent of a passive ("described by Smith as"), the subject
  /// otherwise, or the subject of the verb it is joined to ("won and said").
  func agentOrSubject(of verb: Int, from bound: Int) -> Range<Int>? {
    if pack.order == .verbSecond { return verbSecondSubject(of: verb, from: bound) }
    if pack.order == .verbFirst {
      var next = pastAdverbs(verb + 1)
      // "it came in the statement"
      if next + 1 < tokens.count, tokens[next].isA(.preposition), tokens[next + 1].isA(.document) {
        next += 1
      }
      if let subject = nounPhrase(startingAt: next, limit: tokens.count) { return subject }
    }
    if isPassive(verb), let agent = agent(of: verb) { return agent }
    if let subject = subject(before: verb, from: bound) { return subject }
    if pack.order == .free,
      let subject = nounPhrase(startingAt: pastAdverbs(verb + 1), limit: tokens.count)
    {
      return subject
    }
    return matrixSubject(before: verb, from: bound)
  }

  private func pastAdverbs(_ start: Int) -> Int {
    var at = start
    while at < tokens.count, tokens[at].isOutside, tokens[at].isA(.adverb) { at += 1 }
    return at
  }

  private func agent(of verb: Int) -> Range<Int>? {
    var at = verb + 1
    while at < tokens.count, at - verb < 8, tokens[at].isOutside, !tokens[at].kind.isTerminal {
      if tokens[at].isA(.agent) { return nounPhrase(startingAt: at + 1, limit: tokens.count) }
      at += 1
    }
    return nil
  }

  /// The subject of the clause that a participle or a bare verb leans on: that of the nearest finite
  /// verb before it, else the first noun phrase of the sentence.
  func matrixSubject(before index: Int, from bound: Int) -> Range<Int>? {
    if index < tokens.count, let absolute = absoluteSubject(of: index, from: bound) {
      return absolute
    }
    var clauseStart = bound
    for at in bound..<index where tokens[at].isOutside {
      let opensClause =
        tokens[at].isA(.adversative)
        || tokens[at].isA(.subordinator) && at > bound && tokens[at - 1].kind == .comma
      if tokens[at].kind == .semicolon || opensClause { clauseStart = at + 1 }
    }
    return firstSubject(in: clauseStart..<index) ?? firstSubject(in: bound..<index)
      ?? auxiliarySubject(in: bound..<index)
  }

  /// German "Meier will die Brücke bauen": the auxiliary stands far from a verb on no list.
  private func auxiliarySubject(in range: Range<Int>) -> Range<Int>? {
    guard pack.order == .verbSecond else { return nil }
    return range.first { tokens[$0].isOutside && tokens[$0].isA(.auxiliary) && isVerb($0) }
      .flatMap { verbSecondSubject(of: $0, from: range.lowerBound) }
  }

  /// The subject of the first finite verb that is not in a relative or subordinate clause.
  private func firstSubject(in range: Range<Int>) -> Range<Int>? {
    var weaker: Range<Int>?
    for at in range
    where tokens[at].isOutside && (isVerb(at) || looksLikePast(at))
      && (!tokens[at].isA(.auxiliary) || tokens[at].isA(.copula))
    {
      guard let subject = subject(ofFinite: at, from: range.lowerBound) else { continue }
      if !isInRelativeClause(subject) && !isSubordinate(subject, from: range.lowerBound) {
        return subject
      }
      if weaker == nil { weaker = subject }
    }
    return weaker
  }

  private func subject(ofFinite verb: Int, from bound: Int) -> Range<Int>? {
    pack.order == .verbSecond
      ? verbSecondSubject(of: verb, from: bound) : subject(before: verb, from: bound)
  }

  func isSubordinate(_ subject: Range<Int>, from bound: Int) -> Bool {
    let before = subject.lowerBound - 1
    return before >= bound && tokens[before].isOutside && tokens[before].isA(.subordinator)
  }

  /// "with Smith [saying] that": a participle that brings its own subject.
  private func absoluteSubject(of participle: Int, from bound: Int) -> Range<Int>? {
    guard tokens[participle].isA(.participle), participle - 1 >= bound else { return nil }
    if tokens[participle - 1].isA(.coordinator) {
      // "with Smith saying this and [asking] that"
      let earlier = (bound..<participle - 1).last { tokens[$0].isA(.participle) }
      return earlier.flatMap { absoluteSubject(of: $0, from: bound) }
    }
    guard tokens[participle - 1].isWord,
      let phrase = nounPhrase(endingAt: participle - 1, from: bound)
    else { return nil }
    if tokens[phrase.lowerBound].isA(.absolute), phrase.count > 1 {
      return phrase.lowerBound + 1..<phrase.upperBound
    }
    guard phrase.lowerBound > bound, tokens[phrase.lowerBound - 1].isOutside,
      tokens[phrase.lowerBound - 1].isA(.absolute)
    else { return nil }
    return phrase
  }

  /// Whether a subject belongs to a clause inside another noun phrase: "who", or a name after it.
  func isInRelativeClause(_ subject: Range<Int>) -> Bool {
    if tokens[subject.lowerBound].isA(.relative) { return true }
    let before = subject.lowerBound - 1
    return before >= 0 && tokens[before].isOutside
      && tokens[before].isA([.relative, .complementiser])
  }
}

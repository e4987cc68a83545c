/// Subjects of verbs that borrow them: participles, passives, conjoined verbs, relative clauses.
extension Reading {
  /// Whether only auxiliaries and adverbs stand between a word and an auxiliary before it.
  func isAfterAuxiliary(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, tokens[at].isOutside, tokens[at].isA([.adverb, .negation]) { at -= 1 }
    return at >= 0 && tokens[at].isOutside && tokens[at].isA(.auxiliary)
  }

  private func isPassive(_ verb: Int) -> Bool {
    var at = verb - 1
    while at >= 0, tokens[at].isOutside, tokens[at].isA([.adverb, .negation]) { at -= 1 }
    return at >= 0 && tokens[at].isOutside && tokens[at].isA(.copula)
  }

  /// Who says, by the verb at `verb`: the agent of a passive ("described by Smith as"), the subject
  /// otherwise, or the subject of the verb it is joined to ("won and said").
  func agentOrSubject(of verb: Int, from bound: Int) -> Range<Int>? {
    if isPassive(verb), let agent = agent(of: verb) { return agent }
    if let subject = subject(before: verb, from: bound) { return subject }
    return matrixSubject(before: verb, from: bound)
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
      if tokens[at].kind == .semicolon || tokens[at].isA(.adversative) { clauseStart = at + 1 }
    }
    return firstSubject(in: clauseStart..<index) ?? firstSubject(in: bound..<index)
  }

  /// The subject of the first finite verb that is not in a relative or subordinate clause.
  private func firstSubject(in range: Range<Int>) -> Range<Int>? {
    var weaker: Range<Int>?
    for at in range
    where tokens[at].isOutside && isVerb(at)
      && (!tokens[at].isA(.auxiliary) || tokens[at].isA(.copula))
    {
      guard let subject = subject(before: at, from: range.lowerBound) else { continue }
      if !isInRelativeClause(subject) && !isSubordinate(subject, from: range.lowerBound) {
        return subject
      }
      if weaker == nil { weaker = subject }
    }
    return weaker
  }

  private func isSubordinate(_ subject: Range<Int>, from bound: Int) -> Bool {
    let before = subject.lowerBound - 1
    return before >= bound && tokens[before].isOutside && tokens[before].isA(.subordinator)
  }

  /// "with Smith [saying] that": a participle that brings its own subject.
  private func absoluteSubject(of participle: Int, from bound: Int) -> Range<Int>? {
    guard tokens[participle].isA(.participle), participle - 1 >= bound,
      tokens[participle - 1].isWord,
      let phrase = nounPhrase(endingAt: participle - 1, from: bound),
      phrase.lowerBound > bound, tokens[phrase.lowerBound - 1].isOutside,
      tokens[phrase.lowerBound - 1].isA(.preposition)
        || tokens[phrase.lowerBound - 1].kind == .comma
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

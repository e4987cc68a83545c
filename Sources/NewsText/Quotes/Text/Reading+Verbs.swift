/// Which words are used as verbs where they stand, from words and their order alone.
extension Reading {
  /// Whether a word is used as a verb of these classes where it stands.
  func isVerb(_ index: Int, _ classes: WordClass = .anyFinite) -> Bool {
    let token = tokens[index]
    guard token.isWord, !token.isA(.possessive) else { return false }
    guard
      token.isA(classes)
        || classes.contains(.saying) && token.isA(.separable) && hasParticle(index)
    else { return false }
    // "Will", "May", "States": written with a capital it is a name, except in a headline.
    if token.isCapitalised && (index >= headlineEnd || token.isA([.document, .organisation])) {
      return false
    }
    guard index > 0, tokens[index - 1].isOutside else { return true }
    // Where nouns have a capital, a small verb is a verb.
    if pack.capitalisesNouns || pack.order == .free || pack.order == .verbFirst { return true }
    let before = tokens[index - 1]
    if token.isA(.nounToo) && !allowsVerb(after: before, before: index + 1) { return false }
    // "the report", "his claims", "Trump's calls": nouns.
    if before.isWord, before.end <= token.start {
      if before.isA(.possessive) { return before.isA(.relative) }
      if before.isA(.determiner), !before.isA([.pronoun, .group]) { return false }
      if before.isA(.preposition), !before.isA([.infinitive, .subordinator, .asWord]) {
        return false
      }
    }
    return true
  }

  /// Whether a quoted word can be a finite verb.
  func isVerbInside(_ index: Int) -> Bool {
    tokens[index].isWord && tokens[index].shape == .lower && tokens[index].isA(.anyFinite)
  }

  /// Whether the clause of a separable verb ends with a particle: "gab … bekannt".
  private func hasParticle(_ verb: Int) -> Bool {
    var at = verb + 1
    while at < tokens.count, at - verb < 25, tokens[at].isOutside || tokens[at].kind == .mark {
      let token = tokens[at]
      if token.kind.isTerminal || token.kind == .colon || token.kind == .comma { break }
      at += 1
    }
    return at - 1 > verb && tokens[at - 1].isA(.particle)
  }

  /// Whether a word that can be a noun as well is a verb between these neighbours.
  private func allowsVerb(after before: Token, before next: Int) -> Bool {
    if next < tokens.count, tokens[next].isOutside,
      tokens[next].isA([.nounLink, .agent]) && !tokens[next].isA([.infinitive])
    {
      return before.isA([.pronoun, .relative])
    }
    if before.isA([.pronoun, .relative, .auxiliary, .infinitive, .group, .adverb]) { return true }
    if before.kind == .comma || before.kind == .closeBracket || before.isA(.coordinator) {
      return true
    }
    guard before.isWord else { return false }
    return before.isCapitalised || before.isA([.person, .organisation, .document, .givenName])
      || bytes[Int(before.end) - 1] == 0x73
  }

  /// The verb that an auxiliary helps.
  func mainVerb(after auxiliary: Int, limit: Int) -> Int? {
    var at = auxiliary + 1
    while at < limit, tokens[at].isOutside, tokens[at].isWord,
      tokens[at].isA([.auxiliary, .adverb, .negation])
    {
      at += 1
    }
    guard at < limit, tokens[at].isOutside,
      tokens[at].isA([.saying, .judging, .thinking, .verb, .participle, .participleLike])
    else { return nil }
    return at
  }

  /// Skips auxiliaries, adverbs, negations and times: "Smith [has also repeatedly] said".
  func skippingBack(overVerbGroupEndingAt end: Int, from bound: Int) -> Int {
    var at = end
    while at >= bound {
      let token = tokens[at]
      guard token.isOutside, token.isWord || token.kind == .number else { break }
      let opensSentence = at == bound && token.isA(.adverb) && pack.order != .subjectFirst
      if token.shape == .lower || token.shape == .uncased || token.isA(.time) || opensSentence {
        if token.isA([.auxiliary, .negation]) || (token.isA(.adverb) && !token.isA(.pronoun)) {
          at -= 1
          continue
        }
        // "went on to say", "declined to tell"
        if token.isA(.infinitive), at > bound {
          var back = at - 1
          var steps = 0
          while back >= bound, steps < 3, tokens[back].isOutside, tokens[back].isWord,
            tokens[back].shape == .lower, isVerb(back) || tokens[back].isA([.preposition, .adverb])
          {
            back -= 1
            steps += 1
          }
          if steps > 0 {
            at = back
            continue
          }
        }
        if token.isA(.time) {
          at -= 1
          while at >= bound,
            tokens[at].isOutside,
            tokens[at].kind == .number || tokens[at].isA(.time)
              || (tokens[at].isA([.preposition, .determiner]) && tokens[at].shape == .lower
                && !tokens[at].isA([.pronoun, .group]))
          {
            at -= 1
          }
          continue
        }
      }
      break
    }
    return at
  }

  /// Where the auxiliaries and adverbs before a verb begin.
  func verbGroupStart(_ verb: Int, from bound: Int) -> Int {
    max(bound, skippingBack(overVerbGroupEndingAt: verb - 1, from: bound) + 1)
  }
}

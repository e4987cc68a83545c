/// Where a phrase around a noun begins and ends.
extension Reading {
  func isNounLike(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .number { return true }
    guard token.isWord, token.isOutside else { return false }
    if token.isCapitalised {
      // Romance and Slavic: "En una carta", "В письме".
      return pack.order != .free || !token.isA(.preposition) || token.isA(.givenName)
    }
    if token.isA([.preposition, .coordinator, .subordinator, .negation, .adverb]) {
      return token.isA([.person, .group, .document])
    }
    if token.isA([.relative, .complementiser]) { return false }
    return !isVerb(index) || token.isA([.person, .group, .organisation, .document])
  }

  /// The noun phrase that ends with the token at `end`.
  func nounPhrase(endingAt end: Int, from bound: Int) -> Range<Int>? {
    var at = end
    guard at >= bound, tokens[at].isOutside else { return nil }
    if tokens[at].kind == .closeBracket {
      // "Sen. Smith (R-Ohio)"
      guard let open = openOfAside(closingAt: at, from: bound), open > bound else { return nil }
      at = open - 1
    }
    guard tokens[at].isOutside, tokens[at].isWord || tokens[at].kind == .number else { return nil }
    if tokens[at].isA([.pronoun, .relative]), !tokens[at].isCapitalised || tokens[at].isA(.pronoun),
      !tokens[at].isA([.determiner, .group])
    {
      return at..<end + 1
    }
    guard isNounLike(at) else { return nil }
    if pack.capitalisesNouns, !tokens[at].isCapitalised { return nil }
    var start = at
    while start > bound {
      let previous = start - 1
      let token = tokens[previous]
      guard token.isOutside else { break }
      if token.kind == .closeBracket, let open = openOfAside(closingAt: previous, from: bound),
        open > bound, isNounLike(open - 1)
      {
        start = open - 1
        continue
      }
      if token.kind == .dash || token.kind == .comma || !(token.isWord || token.kind == .number) {
        break
      }
      if token.isA(.pronoun) && !token.isA([.determiner, .group, .person]) { break }
      if token.isA([.nounLink, .coordinator]) && !token.isCapitalised {
        guard previous > bound, links(previous, to: start) else { break }
        start = previous - 1
        continue
      }
      if token.isA(.determiner) {
        start = previous
        // "two of the men", "all the men"
        if previous > bound, tokens[previous - 1].isOutside,
          tokens[previous - 1].isA([.determiner, .nounLink])
        {
          continue
        }
        break
      }
      guard isNounLike(previous) || isAdjectival(previous, from: bound) else { break }
      start = previous
    }
    // A phrase does not begin with a joint.
    while start < at,
      tokens[start].isA([.coordinator, .nounLink, .adverb]) && !tokens[start].isCapitalised
    {
      start += 1
    }
    // "Lunedì Monti"
    while pack.order == .free, start < at, tokens[start].isA(.time) { start += 1 }
    return start..<end + 1
  }

  /// A phrase without the words that open its sentence: "[But] Lee", "[On Monday] Lee".
  func withoutOpening(_ phrase: Range<Int>) -> Range<Int> {
    var start = phrase.lowerBound
    while start < phrase.upperBound - 1 {
      let (first, second) = (tokens[start], tokens[start + 1])
      guard second.isOutside, second.isWord else { break }
      if isBoth(first), second.isCapitalised || second.isA([.determiner, .possessor]) {
        start += 1
        continue
      }
      guard first.isCapitalised, !first.isA([.title, .givenName, .person, .group]) else { break }
      if first.isA([.coordinator, .subordinator, .asWord])
        || first.isA(.adverb) && !first.isA(.determiner)
      {
        start += 1
      } else if first.isA(.preposition), second.isA(.time), start + 2 < phrase.upperBound {
        start += 2
      } else {
        break
      }
    }
    return start..<phrase.upperBound
  }

  /// "both [Lee] and …", "all [the men]"
  private func isBoth(_ token: Token) -> Bool {
    token.isA(.determiner) && token.isA(.pronoun) && token.isA(.plural)
  }

  /// "unnamed officials", "leading Republicans": verb forms in front of a noun.
  func isAdjectival(_ index: Int, from bound: Int) -> Bool {
    guard tokens[index].isWord, tokens[index].shape == .lower,
      tokens[index].isA([.verb, .participleLike]), !tokens[index].isA([.auxiliary])
    else { return false }
    guard index > bound else { return true }
    return tokens[index - 1].isA(.determiner) || !tokens[index - 1].isWord
  }

  /// Whether a preposition or "and" continues a noun phrase leftwards.
  private func links(_ joint: Int, to right: Int) -> Bool {
    let left = joint - 1
    guard tokens[left].isOutside, isNounLike(left) else { return false }
    let token = tokens[joint]
    if token.isA(.coordinator) {
      if token.isA(.adversative) { return false }
      return tokens[left].isCapitalised == tokens[right].isCapitalised
        || tokens[right].isA([.determiner, .title, .person, .group])
    }
    // "of" nearly always belongs to the noun; others only before names and roles.
    return !tokens[left].isA(.time)
  }

  /// The noun phrase that begins at `start`.
  func nounPhrase(startingAt start: Int, limit: Int) -> Range<Int>? {
    var at = start
    guard at < limit, tokens[at].isOutside else { return nil }
    if tokens[at].isA(.pronoun), !tokens[at].isA([.determiner, .group]) { return at..<at + 1 }
    if tokens[at].isA(.preposition) && !tokens[at].isA(.determiner) && !tokens[at].isCapitalised {
      return nil
    }
    var head: Int?
    while at < limit {
      let token = tokens[at]
      guard token.isOutside, token.isWord || token.kind == .number else { break }
      if token.isA(.pronoun) && !token.isA([.determiner, .group, .person]) && at > start { break }
      if token.isA([.relative, .complementiser]) && !token.isA(.determiner) { break }
      if token.isA([.nounLink, .coordinator]), !token.isCapitalised,
        head != nil || !token.isA(.determiner)
      {
        guard head != nil, at + 1 < limit, continues(at) else { break }
        at += 1
        continue
      }
      if head == at - 1, at + 1 < limit, tokens[at - 1].isCapitalised, token.shape == .lower,
        isNameParticle(at), tokens[at + 1].isCapitalised, tokens[at + 1].isOutside
      {
        at += 1
        continue
      }
      if token.isA([.preposition, .subordinator, .adverb, .time]) && !token.isCapitalised { break }
      if token.isA(.time), head != nil { break }
      if token.isA(.determiner) && !token.isCapitalised {
        if head != nil, !tokens[at - 1].isA([.nounLink, .coordinator, .preposition]) { break }
        at += 1
        let isOneOf =
          !pack.capitalisesNouns && pack.order != .subjectFirst && at < limit
          && tokens[at].isA(.nounLink) && !token.isA(.nounLink)
        if token.isA([.pronoun, .group]) || isOneOf { head = at - 1 }
        continue
      }
      if isVerb(at), !token.isA([.person, .group, .organisation, .document]), at > start,
        head != nil || !token.isA([.verb])
      {
        break
      }
      if !pack.capitalisesNouns || token.isCapitalised { head = at }
      at += 1
    }
    guard let head else { return nil }
    return start..<head + 1
  }

  /// Whether a noun phrase goes on to the right of a joint.
  private func continues(_ joint: Int) -> Bool {
    var next = tokens[joint + 1]
    guard next.isOutside, next.isWord else { return false }
    if pack.capitalisesNouns, next.shape == .lower, joint + 2 < tokens.count,
      !next.isA([.preposition, .pronoun]), !isVerb(joint + 1)
    {
      // "des zuständigen Ministeriums": an adjective or article comes first.
      next = tokens[joint + 2]
    }
    if next.isA(.time) { return false }
    if tokens[joint].isA(.coordinator) {
      return !tokens[joint].isA(.adversative) && next.isCapitalised && !next.isA(.pronoun)
    }
    // "said Smith of Ohio", but not "said Smith in an interview".
    if next.isCapitalised { return true }
    if pack.order == .free, next.classes.isEmpty { return true }
    if pack.order == .free, next.isA([.organisation, .person, .group, .document, .title]),
      bytes[Int(tokens[joint].start)] == 0x64
    {
      // "el portavoz del gobierno": of the "d" prepositions all mean "of".
      return true
    }
    return next.isA(.determiner) && joint + 2 < tokens.count && tokens[joint].isA(.nounLink)
      && !tokens[joint].isA([.infinitive]) && bytes[Int(tokens[joint].start)] != 0x69
      && !(pack.order == .free && bytes[Int(tokens[joint].start)] == 0x65)
  }
}

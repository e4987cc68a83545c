/// Who does what: a shallow reading of clauses, from words and their order alone.
extension Reading {
  /// A reporting verb with its subject. All numbers are tokens.
  struct Attribution {
    var subject: Range<Int>
    var cue: Range<Int>
    var end: Int { max(subject.upperBound, cue.upperBound) }
  }

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

  private func isNounLike(_ index: Int) -> Bool {
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

  // MARK: Subjects before a verb

  /// The subject of the verb at `verb`, looking back no further than `bound`.
  func subject(before verb: Int, from bound: Int) -> Range<Int>? {
    var at = verb - 1
    at = skippingBack(overVerbGroupEndingAt: at, from: bound)
    guard at >= bound else { return nil }
    if tokens[at].kind == .comma || tokens[at].kind == .dash || tokens[at].kind == .closeBracket {
      return subject(beforeAside: at, from: bound)
    }
    guard let phrase = nounPhrase(endingAt: at, from: bound) else { return nil }
    guard isObject(phrase, from: bound) else { return phrase }
    let before = phrase.lowerBound - 1
    if pack.order == .free, tokens[before].isA(.preposition),
      let head = phrase.dropFirst().first(where: { startsSubject($0) })
    {
      // "В письме мэр [написал]"
      return head..<phrase.upperBound
    }
    if pack.order != .subjectFirst || pack.isUnspaced, tokens[before].isA(.preposition) {
      // "Ana Prado en una entrevista [dijo]"
      return subject(before: before, from: bound)
    }
    return antecedent(before: phrase, from: bound)
  }

  /// Whether a phrase right before a verb belongs to what stands before it: "in a low voice [said]",
  /// "an aide who runs the office [said]".
  private func isObject(_ phrase: Range<Int>, from bound: Int) -> Bool {
    let before = phrase.lowerBound - 1
    guard before >= bound, tokens[before].isOutside, tokens[before].isWord,
      !tokens[phrase.lowerBound].isA([.pronoun, .relative])
    else { return false }
    if tokens[before].isA([.subordinator, .complementiser, .asWord, .coordinator]) { return false }
    if tokens[before].isA(.preposition) {
      // "In May Smith said": a name after a lower-case adverbial is a subject all the same.
      return pack.order != .subjectFirst || !tokens[phrase.upperBound - 1].isCapitalised
    }
    return isVerb(before, [.verb, .auxiliary]) && !isVerb(before, .anyReporting)
  }

  private func startsSubject(_ index: Int) -> Bool {
    tokens[index].isCapitalised && !tokens[index].isA([.time, .nounLink])
      || tokens[index].isA([.person, .title, .group, .organisation])
        && !tokens[index - 1].isA([.nounLink, .determiner])
  }

  /// The noun before the relative clause that ends with a phrase.
  private func antecedent(before phrase: Range<Int>, from bound: Int) -> Range<Int>? {
    var at = phrase.lowerBound - 1
    while at > bound {
      let token = tokens[at]
      if token.kind == .comma || token.kind.isTerminal || !token.isOutside { return nil }
      if token.isA([.relative, .complementiser]) {
        return nounPhrase(endingAt: at - 1, from: bound)
      }
      at -= 1
    }
    return nil
  }

  /// Skips auxiliaries, adverbs, negations and times: "Smith [has also repeatedly] said".
  private func skippingBack(overVerbGroupEndingAt end: Int, from bound: Int) -> Int {
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

  /// The subject before an aside set off by commas: "Smith[, who won,] said".
  private func subject(beforeAside close: Int, from bound: Int) -> Range<Int>? {
    var at = close
    // Asides may follow each other ("Smith, of Dayton, Ohio, said"); eight are plenty.
    for _ in 0..<8 {
      guard let open = openOfAside(closingAt: at, from: bound) else { return nil }
      at = open - 1
      guard at >= bound else { return nil }
      if let phrase = nounPhrase(endingAt: at, from: bound),
        isPlausibleHead(phrase, before: open, aside: open + 1..<close)
      {
        return phrase
      }
      at = open
    }
    return nil
  }

  private func openOfAside(closingAt close: Int, from bound: Int) -> Int? {
    let kind = tokens[close].kind
    var at = close - 1
    while at >= bound {
      let token = tokens[at]
      if token.isOutside {
        if kind == .closeBracket ? token.kind == .openBracket : token.kind == kind { return at }
        if token.kind == .semicolon || token.kind == .colon { return nil }
      }
      at -= 1
    }
    return nil
  }

  /// Whether what stands between the commas describes the phrase before them, and is not the rest
  /// of another clause.
  private func isPlausibleHead(_ phrase: Range<Int>, before open: Int, aside: Range<Int>) -> Bool {
    guard let first = aside.first else { return false }
    let token = tokens[first]
    if !tokens[phrase.upperBound - 1].isWord { return false }
    // The start of the sentence can be "In Iowa," but the phrase must not belong to it.
    if phrase.lowerBound > 0, tokens[phrase.lowerBound - 1].isOutside,
      tokens[phrase.lowerBound - 1].isA([.preposition]), tokens[open].kind == .comma
    {
      return false
    }
    if token.kind == .number { return true }
    return token.isWord && !(isVerb(first) && !token.isA([.auxiliary]))
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

  /// "unnamed officials", "leading Republicans": verb forms in front of a noun.
  private func isAdjectival(_ index: Int, from bound: Int) -> Bool {
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

  // MARK: Subjects after a verb

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

  // MARK: Attributions next to a quote

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

  /// The verb that an auxiliary helps.
  private func mainVerb(after auxiliary: Int, limit: Int) -> Int? {
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

  /// Where the auxiliaries and adverbs before a verb begin.
  private func verbGroupStart(_ verb: Int, from bound: Int) -> Int {
    max(bound, skippingBack(overVerbGroupEndingAt: verb - 1, from: bound) + 1)
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

/// The subject before a verb.
extension Reading {
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

  func openOfAside(closingAt close: Int, from bound: Int) -> Int? {
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
}

/// Tells quote marks that quote nobody (irony, terms, titles of works) from quotes.
struct ScareGate {
  /// Whether the marks of a site quote nobody; less likely with a reporting word (`hasCue`).
  func isScare(_ site: QuoteSite, hasCue: Bool) -> Bool {
    let words = site.wordCount
    if words == 0 { return true }
    if isSectionHeading(site) { return true }
    if site.isAllQuoted { return words < 2 && !site.lastInner.kind.isTerminal }
    if isManner(site) || isGloss(site) { return true }
    if site.pack.tag != "en", words <= 4, site.lead?.isA(.naming) == true { return true }
    if site.pack.capitalisesNouns {
      if isAttribute(site) || site.follow?.isA(.naming) == true { return true }
      if hasCue, isVerdict(site) { return false }
      if isName(site) { return true }
      if isNominalObject(site) || isExample(site) || isShortNoun(site) { return true }
      guard !hasCue, !isAnnounced(site) else { return false }
      return words <= (isNoun(site) ? 8 : 3)
    }
    if site.pack.isUnspaced { return !hasCue && isUnspacedTerm(site) }
    if site.pack.order != .subjectFirst,
      isNameOfSomething(site, hasCue: hasCue) || isModified(site)
    {
      return true
    }
    return !hasCue && (words <= 3 || isWoven(site))
  }

  /// `с учетом "нового порядка вещей"`: a small letter where the writer's sentence goes on, without a
  /// reporting word anywhere, and without a verb in the clause before it.
  private func isWoven(_ site: QuoteSite) -> Bool {
    guard site.pack.setsSpeechOff, let lead = site.lead, lead.isWord,
      !lead.isA([.complementiser, .asWord]),
      let first = site.region.inner.first, !site.tokens[first].isCapitalised
    else { return false }
    let comma = site.before.last { site.tokens[$0].kind == .comma }
    let clause = (comma ?? site.before.lowerBound)..<site.region.open
    return !clause.contains { looksLikeVerb(site.tokens[$0], site) }
      && !site.sentence.tokens.contains {
        site.tokens[$0].isOutside && site.tokens[$0].isA([.saying, .judging, .participle])
      }
  }

  private func looksLikeVerb(_ token: Token, _ site: QuoteSite) -> Bool {
    guard token.isOutside, token.isWord else { return false }
    return token.isA(.verb) && !token.isA(.copula)
      || token.classes.isEmpty && site.pack.endsLikeVerb(site.reading.bytes[token.range])
  }

  /// `"Koalition für Einheit und Entwicklung"`: nouns, and small words that join them.
  private func isNominal(_ site: QuoteSite) -> Bool {
    guard let first = site.region.inner.first, site.tokens[first].isCapitalised else {
      return false
    }
    return site.region.inner.allSatisfy { index in
      let token = site.tokens[index]
      return !token.isWord || token.isCapitalised
        || token.isA([.determiner, .preposition, .coordinator])
    }
  }

  /// `die regierende "Partei der Einheit"`: more than one noun, as the noun of the writer's sentence.
  private func isNominalObject(_ site: QuoteSite) -> Bool {
    guard site.wordCount > 1, let lead = site.lead, lead.isWord, !lead.isA(.asWord),
      !site.reading.isVerb(site.region.open - 1), !site.lastInner.kind.isTerminal
    else { return false }
    return isNominal(site)
  }

  /// A capital where the writer's sentence goes on without a sign.
  private func isNoun(_ site: QuoteSite) -> Bool {
    guard let first = site.region.inner.first, site.tokens[first].isCapitalised else {
      return false
    }
    return site.lead?.isWord == true || site.wordCount <= 5
  }

  /// `der „Papiertiger“`, `auf den „Weißen Berg“`: up to three words from a capital on, where no "als"
  /// says that somebody called something so. Of 37 in the development sets 6 were quotes.
  private func isShortNoun(_ site: QuoteSite) -> Bool {
    guard site.wordCount <= 3, let lead = site.lead, lead.isWord, !lead.isA([.asWord, .saying]),
      let first = site.region.inner.first
    else { return false }
    return site.tokens[first].isCapitalised && !site.lastInner.kind.isTerminal
  }

  /// `nannte den Plan einen „Irrweg“`, `sei ein „Papiertiger“`: names have no indefinite article, and
  /// something is reported or called so. Of 13 in the development sets 9 were quotes.
  private func isVerdict(_ site: QuoteSite) -> Bool {
    guard let lead = site.lead, lead.isA(.determiner), lead.range.count <= 5,
      site.reading.bytes[lead.range].starts(with: "ein".utf8)
    else { return false }
    return site.sentence.tokens.contains {
      site.tokens[$0].isOutside
        && (site.tokens[$0].isA(.subjunctive) || site.reading.isVerb($0, .judging))
    }
  }

  /// `Lieder wie "Am Fluss"`, `die als "Bund" bezeichnete Gruppe`.
  private func isExample(_ site: QuoteSite) -> Bool {
    guard let lead = site.lead, lead.isA(.asWord), site.before.count > 1 else { return false }
    let before = site.tokens[site.region.open - 2]
    return before.isOutside && (before.isA(.work) || before.isA(.determiner) && before.isWord)
  }

  /// A sentence after a colon.
  private func isAnnounced(_ site: QuoteSite) -> Bool {
    site.lead?.kind == .colon && site.wordCount > 2
      && site.region.inner.contains { site.reading.isVerbInside($0) }
  }

  /// `газете "Вечерний порт"`, `la revista "El faro del norte"`: a capital where the writer's
  /// sentence goes on without a sign, so the marks hold a name.
  private func isNameOfSomething(_ site: QuoteSite, hasCue: Bool) -> Bool {
    guard let lead = site.lead, lead.isWord, let first = site.region.inner.first,
      site.tokens[first].isCapitalised, !lead.isA([.complementiser, .asWord, .saying]),
      !site.reading.isVerb(site.region.open - 1), !site.lastInner.kind.isTerminal,
      site.lastInner.kind != .comma
    else { return false }
    return site.wordCount <= (hasCue ? 4 : 8)
  }

  /// Up to ten characters of Chinese woven into a sentence.
  private func isUnspacedTerm(_ site: QuoteSite) -> Bool {
    guard site.lead?.kind != .comma, site.lead?.kind != .colon else { return false }
    return site.reading.byteRange(site.region.inner).count <= 30
      && !site.region.inner.contains { site.tokens[$0].kind.isTerminal }
      && site.lastInner.kind != .comma
  }

  /// `родной "совок"`: one small word after a small word that is no verb and no pronoun.
  private func isModified(_ site: QuoteSite) -> Bool {
    guard site.wordCount == 1, let lead = site.lead, let word = site.region.inner.first else {
      return false
    }
    return lead.isWord && lead.shape == .lower && lead.classes.isEmpty
      && site.tokens[word].shape == .lower && !site.lastInner.kind.isTerminal
  }

  /// `einen "guten" Charakter`: one adjective between article and noun.
  private func isAttribute(_ site: QuoteSite) -> Bool {
    guard site.wordCount == 1, let lead = site.lead, let follow = site.follow,
      let word = site.region.inner.first
    else { return false }
    return lead.isA(.determiner) && follow.isCapitalised && follow.isWord
      && site.tokens[word].shape == .lower
  }

  /// `der "Spiegel"`, `im "Adler"`: a definite article before capitalised words alone.
  private func isName(_ site: QuoteSite) -> Bool {
    guard let lead = site.lead, lead.isA([.determiner, .preposition]), !lead.isA(.asWord) else {
      return false
    }
    guard site.wordCount <= 3, site.tokens[site.region.open - 1].range.count <= 3 else {
      return false
    }
    return site.region.inner.allSatisfy { !site.tokens[$0].isWord || site.tokens[$0].isCapitalised }
  }

  /// `the film "The Long Road"`, `titled "The Long Road"`, `on "Meet the Press"`.
  func isTitleOfWork(_ site: QuoteSite) -> Bool {
    guard isTitleCase(site) else { return false }
    guard let lead = site.lead else { return namesWhatFollows(site) }
    if lead.kind == .colon, site.before.count > 1, isWork(site.region.open - 2, site.reading),
      !site.lastInner.kind.isTerminal
    {
      // "sein Schauspiel: „Die Räuber“"
      return true
    }
    if site.pack.capitalisesNouns {
      // Capitals tell nothing; a noun right before the marks does: "die Fähre „Nordstern“".
      return site.wordCount < 5 && lead.isWord
        && (isWork(site.region.open - 1, site.reading) || lead.isA(.naming)
          || lead.isCapitalised && !site.lastInner.kind.isTerminal)
    }
    if lead.isA([.work, .naming, .possessive]) { return true }
    // `her memoir, "Hard Choices"`
    if lead.kind == .comma, site.before.count > 1, site.tokens[site.region.open - 2].isOutside,
      site.tokens[site.region.open - 2].isA(.work)
    {
      return true
    }
    // Nobody speaks in title case: `his new show, "Latin History for Beginners"`.
    if lead.kind == .comma, site.wordCount > 2, hasSmallWord(site), !site.pack.capitalisesNouns {
      return true
    }
    if lead.isA(.preposition) && site.wordCount > 1 { return true }
    if lead.kind == .comma || lead.kind == .colon || site.lastInner.kind.isTerminal { return false }
    return lead.isA([.preposition, .determiner]) || site.wordCount > 1
  }

  /// Whether a noun stands for a work; in German also at the end of a compound.
  private func isWork(_ index: Int, _ reading: Reading) -> Bool {
    let token = reading.tokens[index]
    guard token.isOutside, token.isWord else { return false }
    if token.isA(.work) { return true }
    guard reading.pack.capitalisesNouns, token.isCapitalised, token.classes.isEmpty else {
      return false
    }
    let word = reading.bytes[token.range]
    return Self.workEndings.contains { word.count > $0.count && word.suffix($0.count) == $0[...] }
  }

  private static let workEndings = [
    "spiel", "stück", "roman", "film", "buch", "lied", "oper", "operette", "sammlung", "magazin",
    "zeitung", "zeitschrift", "serie", "sendung", "reihe", "blatt", "album", "gedicht", "theater",
    "verein", "bündnis", "projekt",
  ].map { Array($0.utf8) }

  /// `"Broad Street" star Ann Lee said`: a title at the start of a sentence, before a noun.
  private func namesWhatFollows(_ site: QuoteSite) -> Bool {
    guard site.pack.order == .subjectFirst, site.wordCount > 1, let follow = site.follow,
      let after = site.after.first, site.lastInner.kind != .comma,
      !site.lastInner.kind.isTerminal
    else { return false }
    return follow.isWord && follow.shape == .lower && !site.reading.isVerb(after)
  }

  /// `Das Thema lautete "…"`: what a work, not a speaker, is called.
  func isTitle(of subject: Range<Int>, _ site: QuoteSite) -> Bool {
    let head = site.tokens[subject.lowerBound..<subject.upperBound].first { !$0.isA(.determiner) }
    return site.pack.capitalisesNouns && head?.isA(.work) == true && head?.isA(.document) == false
  }

  /// A headline repeats in short what the article quotes in full, in single marks as a rule.
  func isHeadline(_ site: QuoteSite) -> Bool {
    guard site.reading.paragraphs.count > 1, site.sentence.paragraph == 0 else { return false }
    if site.region.open < site.reading.headlineEnd { return true }
    return site.tokens[site.region.open].mark.isSingle && site.paragraph.count < 30
      && !(site.reading.regions.last.map { site.tokens[$0.open].mark.isSingle } ?? false)
  }

  /// A line of a few words in single marks, in a text that quotes in double ones.
  private func isSectionHeading(_ site: QuoteSite) -> Bool {
    guard site.isAllQuoted, site.wordCount < 9, site.tokens[site.region.open].mark.isSingle,
      site.paragraph.count < site.region.inner.count + 5
    else { return false }
    return site.reading.hasDoubleMarks
  }

  /// Every long word has a capital, and there is no full stop or comma at the end.
  private func isTitleCase(_ site: QuoteSite) -> Bool {
    var words = 0
    for index in site.region.inner where site.tokens[index].isWord {
      words += 1
      let token = site.tokens[index]
      if token.isCapitalised { continue }
      // Small words stay small, of English titles also "is" and "to": not "big" or "said".
      let isSmall = token.isA([
        .preposition, .determiner, .coordinator, .subordinator, .copula, .infinitive, .pronoun,
      ])
      if !isSmall && (token.range.count > 3 || !site.pack.capitalisesNouns) { return false }
    }
    guard let first = site.region.inner.first,
      site.tokens[first].isCapitalised || site.tokens[first].kind == .number && words > 1
    else { return false }
    return words <= 16
  }

  /// `(short: "Harbour Board")`, `("Harbour Board")`: a few words alone in brackets.
  private func isGloss(_ site: QuoteSite) -> Bool {
    guard site.wordCount <= 6, let lead = site.lead, let follow = site.follow,
      follow.kind == .closeBracket || follow.kind == .comma
    else { return false }
    let open = site.region.open
    return lead.kind == .openBracket
      || follow.kind == .closeBracket && site.before.count > 1
        && site.tokens[open - 2].isOutside
        && (site.tokens[open - 2].kind == .openBracket
          || lead.kind == .colon && site.before.count > 2
            && site.tokens[open - 3].kind == .openBracket)
  }

  /// Whether a title has a small word between its capitals, which names of people do not.
  private func hasSmallWord(_ site: QuoteSite) -> Bool {
    site.region.inner.contains { site.tokens[$0].isWord && site.tokens[$0].shape == .lower }
  }

  /// `said in a "positive" call`: how or where it was said, not what.
  private func isManner(_ site: QuoteSite) -> Bool {
    guard site.wordCount <= 3, var at = site.before.last else { return false }
    guard site.tokens[at].isOutside, site.tokens[at].isA(.determiner) else { return false }
    at -= 1
    guard at > site.before.lowerBound, site.tokens[at].isOutside,
      site.tokens[at].isA(.preposition), !site.tokens[at].isA(.asWord)
    else { return false }
    at -= 1
    return site.tokens[at].isOutside && site.reading.isVerb(at, .saying)
  }
}

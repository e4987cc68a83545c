/// Finds the speakers of a quote that has several: `Lee and Reyes said`,
/// `said Ann Lee, Tom Reyes and the mayor`.
///
/// "And" stands in names of bodies ("the Ministry of Trade and Industry") and in descriptions of one
/// person ("actor and activist Tom Reyes") as well. So a phrase is parted only where both halves can
/// speak for themselves; else it stays one speaker.
struct SpeakerList {
  let reading: Reading
  let cast: Cast

  private var tokens: [Token] { reading.tokens }

  /// The longest list that is looked for, in speakers.
  private static let longest = 8

  /// What a half of a phrase looks like.
  private enum Form {
    /// "she"
    case pronoun
    /// A name of somebody of whom a given name, a title, an age or a pronoun is known.
    case person
    /// Capitalised words of which nothing is known.
    case name
    /// "the mayor", "her lawyers"
    case described
    case other
  }

  /// The speakers in the words that a rule took for the speaker, and those listed beside them, in
  /// the order of the text; nil where there is but one.
  func speakers(of subject: Range<Int>) -> [Range<Int>]? {
    guard mayBeSeveral(subject) else { return nil }
    var parts = parts(of: subject)
    parts = listed(before: parts) + parts
    parts += listed(behind: parts)
    return parts.count > 1 ? parts : nil
  }

  /// Whether there is an "and" in a phrase or at its side, or a comma and a name behind it. Nearly all
  /// quotes end here, which must cost nothing.
  private func mayBeSeveral(_ subject: Range<Int>) -> Bool {
    if subject.contains(where: { tokens[$0].isA(.additive) }) { return true }
    if subject.lowerBound > 0, tokens[subject.lowerBound - 1].isA(.additive) { return true }
    guard subject.upperBound + 1 < tokens.count else { return false }
    let next = tokens[subject.upperBound]
    if next.isA(.additive) { return true }
    return next.kind == .comma && tokens[subject.upperBound + 1].isCapitalised
  }

  // MARK: Within the phrase

  private func parts(of phrase: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = phrase.lowerBound
    for at in phrase where at > start && tokens[at].isOutside && tokens[at].isA(.additive) {
      let end = (at + 1..<phrase.upperBound).first { tokens[$0].isA(.additive) }
      let right = at + 1..<(end ?? phrase.upperBound)
      guard parts.count < Self.longest, !right.isEmpty, areTwo(start..<at, right) else { continue }
      parts.append(start..<at)
      start = at + 1
    }
    parts.append(start..<phrase.upperBound)
    return parts
  }

  /// Whether the halves around an "and" are two speakers.
  private func areTwo(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    // "Lee and Reyes's lawyers" may be the lawyers of both; "Innen- und Außenministerium" is one.
    if right.contains(where: { tokens[$0].isA(.possessive) }) { return false }
    guard let end = left.last, reading.bytes[tokens[end].range].last != UInt8(ascii: "-") else {
      return false
    }
    let forms = (form(of: left), form(of: right))
    // "a spokesman for Lee and Reyes", but "Senator Lee of Ohio and Mayor Reyes"
    if left.dropFirst().contains(where: { tokens[$0].isA([.nounLink, .preposition]) }),
      !beginsWithName(left) || forms.1 == .name
    {
      return false
    }
    switch forms {
    case (.other, _), (_, .other): return false
    case (.described, .person):
      // "the actor and activist Tom Reyes", "der Bürgermeister und Abgeordnete Schulz" is one.
      return isNameAlone(right)
        && (!reading.pack.capitalisesNouns || reading.withoutTitles(right) == right)
    case (.described, .name):
      // "the Trade and Industry Ministry", but "the mayor and Reyes"
      return right.count == 1 && !reading.pack.capitalisesNouns && nameEnding(core(of: left)) == nil
    case (.name, .person):
      // "Lee and Tom Reyes", but "Health and Human Services Secretary Ann Lee"
      return isNameAlone(right)
        && (left.count == right.count
          || left.count == 1 && tokens[right.lowerBound].isA(.givenName))
    case (.name, .name):
      // "Lee and Reyes", "Goldman Sachs and Morgan Stanley": not "Homeland Security and
      // Governmental Affairs Committee".
      return left.count == right.count && left.count <= 2 && !endsList(left)
        && tokens[left.lowerBound].hash != tokens[right.lowerBound].hash
        && (left.count == 1 || !isBodyOrAbbreviated(left) && !isBodyOrAbbreviated(right))
    default: return true
    }
  }

  private func form(of part: Range<Int>) -> Form {
    let first = tokens[part.lowerBound]
    if first.isA(.pronoun), !first.isA(.determiner) {
      return part.count == 1 && !first.isA([.relative, .neuter]) ? .pronoun : .other
    }
    let core = core(of: part)
    guard let head = core.last else { return .other }
    if let name = nameEnding(core) {
      if isPerson(name) { return .person }
      if name == core, !tokens[head].isA([.time, .title]) { return .name }
    }
    guard first.isA([.determiner, .possessor]), part.count > 1 else { return .other }
    return .described
  }

  /// A phrase up to "of", "for" and the like, or its bracket.
  private func core(of part: Range<Int>) -> Range<Int> {
    let end = part.dropFirst().first {
      tokens[$0].kind == .openBracket || tokens[$0].kind == .comma
        || tokens[$0].isA([.nounLink, .preposition]) && !tokens[$0].isCapitalised
          && !reading.isNameParticle($0)
    }
    return part.lowerBound..<(end ?? part.upperBound)
  }

  /// The capitalised words at the end of a phrase.
  private func nameEnding(_ phrase: Range<Int>) -> Range<Int>? {
    var at = phrase.lowerBound
    while at < phrase.upperBound {
      if let run = reading.nameRun(startingAt: at, limit: phrase.upperBound) {
        if run.upperBound == phrase.upperBound { return run }
        at = run.upperBound
      } else {
        at += 1
      }
    }
    return nil
  }

  private func isPerson(_ run: Range<Int>) -> Bool {
    let name = reading.withoutTitles(run)
    guard let last = name.last, !isBody(name) else { return false }
    if name.count == 1, tokens[last].isA([.title, .person, .group]), !tokens[last].isA(.givenName) {
      return false
    }
    if name.lowerBound > run.lowerBound || tokens[name.lowerBound].isA(.givenName) { return true }
    let member = cast.member(named: name, gender: cast.gender(of: run))
    return member.map { cast.members[$0].isPerson } ?? false
  }

  private func isBody(_ phrase: Range<Int>) -> Bool {
    phrase.contains { tokens[$0].isA([.organisation, .document, .group]) }
  }

  /// Whether a phrase is a person's name with nothing but titles.
  private func isNameAlone(_ phrase: Range<Int>) -> Bool {
    let core = core(of: phrase)
    return reading.nameRun(startingAt: core.lowerBound, limit: core.upperBound) == core
  }

  private func beginsWithName(_ phrase: Range<Int>) -> Bool {
    let core = core(of: phrase)
    guard let run = reading.nameRun(startingAt: core.lowerBound, limit: core.upperBound),
      run == core
    else { return false }
    return isPerson(run)
  }

  /// "U.S. Customs [and Border Protection]"
  private func isBodyOrAbbreviated(_ phrase: Range<Int>) -> Bool {
    let first = tokens[phrase.lowerBound]
    return isBody(phrase) || first.shape == .upper
      || first.range.count > 2 && reading.bytes[first.range].contains(UInt8(ascii: "."))
  }

  /// "the Academies of Sciences, [Engineering and Medicine]"
  private func endsList(_ phrase: Range<Int>) -> Bool {
    phrase.lowerBound > 0 && tokens[phrase.lowerBound - 1].kind == .comma
      && !beginsClause(phrase.lowerBound)
  }

  // MARK: Beside the phrase

  /// Speakers before a phrase: `Ann Lee, Tom Reyes [and Bo Chen]`, `the mayor and [Bo Chen]`. A list
  /// is one only if a clause begins with it: what comes before may as well be another verb's object.
  private func listed(before parts: [Range<Int>]) -> [Range<Int>] {
    guard let first = parts.first, first.lowerBound > 1 else { return [] }
    let side = tokens[first.lowerBound - 1]
    guard side.isA(.additive) || side.kind == .comma, canBeListed(first) else { return [] }
    var found: [Range<Int>] = []
    var start = first.lowerBound
    var isJoined = parts.count > 1
    while start > 1, found.count < Self.longest, tokens[start - 1].isOutside {
      var at = start - 1
      if !isJoined, tokens[at].isA(.additive) {
        at -= tokens[at - 1].kind == .comma ? 2 : 1
      } else if isJoined, tokens[at].kind == .comma {
        at -= 1
      } else {
        break
      }
      guard at >= 0, tokens[at].isOutside,
        let phrase = reading.nounPhrase(endingAt: at, from: max(0, at - 12))
      else { break }
      let isClose = !isJoined && at == start - 2
      guard
        isListed(phrase)
          || isClose && [.pronoun, .described].contains(form(of: phrase))
            && (phrase.count == 1 || names(phrase))
      else { break }
      found.insert(phrase, at: 0)
      start = phrase.lowerBound
      isJoined = true
    }
    return found.isEmpty || !beginsClause(start) ? [] : found
  }

  /// Speakers behind a phrase: `[said Ann Lee], Tom Reyes and Bo Chen`,
  /// `[said the mayor] and the governor.`
  private func listed(behind parts: [Range<Int>]) -> [Range<Int>] {
    guard let last = parts.last, last.upperBound + 1 < tokens.count else { return [] }
    let side = tokens[last.upperBound]
    guard side.isA(.additive) || side.kind == .comma, canBeListed(last) else { return [] }
    // "the two senators, Ann Lee and Tom Reyes": these are the senators.
    let isDescribed = form(of: last) == .described
    var found: [Range<Int>] = []
    var end = last.upperBound
    while end + 1 < tokens.count, found.count < Self.longest, tokens[end].isOutside {
      var at = end
      let hasComma = tokens[at].kind == .comma
      if hasComma { at += 1 }
      let isLast = at + 1 < tokens.count && tokens[at].isOutside && tokens[at].isA(.additive)
      if isLast { at += 1 }
      guard hasComma ? !isDescribed && (!isLast || !found.isEmpty) : isLast, tokens[at].isOutside,
        let phrase = reading.nounPhrase(startingAt: at, limit: min(tokens.count, at + 12))
      else { return [] }
      let speakers = self.parts(of: phrase)
      guard
        isListed(speakers[0])
          || isLast && form(of: speakers[0]) == .described && names(speakers[0])
      else { return [] }
      found += speakers
      end = phrase.upperBound
      if isLast || speakers.count > 1 { return endsClause(end) ? found : [] }
    }
    return []
  }

  /// Whether a phrase between commas is a speaker like the others: the name of a person, or what looks
  /// like one.
  private func isListed(_ phrase: Range<Int>) -> Bool {
    switch form(of: phrase) {
    case .person: isNameAlone(phrase)
    case .name:
      // "Ann Lee, Ohio Democrat, and …"
      phrase.count == 2 && !isBodyOrAbbreviated(phrase)
        && !phrase.contains { tokens[$0].isA([.person, .title]) }
    default: false
    }
  }

  private func canBeListed(_ phrase: Range<Int>) -> Bool {
    switch form(of: phrase) {
    case .person, .name: isNameAlone(phrase)
    case .described: names(phrase)
    default: false
    }
  }

  /// Whether a description is of somebody who can speak.
  private func names(_ phrase: Range<Int>) -> Bool {
    core(of: phrase).last.map {
      tokens[$0].isA([.person, .group, .organisation, .title]) && !tokens[$0].isA(.document)
    } ?? false
  }

  private func beginsClause(_ start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = tokens[start - 1]
    if !before.isOutside || !before.isWord && before.kind != .comma { return true }
    if before.kind == .comma {
      // "On Monday, Ann Lee and …", and the comma behind a quote
      return start < 2 || !tokens[start - 2].isOutside || tokens[start - 2].isA([.time, .adverb])
        || tokens[start - 2].kind == .number
    }
    return before.isA([.complementiser, .adversative, .subordinator])
  }

  private func endsClause(_ end: Int) -> Bool {
    guard end < tokens.count else { return true }
    let next = tokens[end]
    if !next.isOutside || !next.isWord { return true }
    return next.isA([.preposition, .time, .adverb]) && !reading.isVerb(end)
  }
}

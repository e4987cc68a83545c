import NewsModel

/// Says who a speaker is, as far as the article tells, and turns findings into quote mentions.
struct SpeakerResolver {
  private let reading: Reading
  private let cast: Cast
  private let list: SpeakerList

  init(_ reading: Reading) {
    self.reading = reading
    cast = Cast(reading)
    list = SpeakerList(reading: reading, cast: cast)
  }

  /// The mentions of all findings, in order.
  func mentions(of findings: [Finding]) -> [QuoteMention] {
    var result: [QuoteMention] = []
    var lastSpeaker: String?
    for finding in findings {
      let speakers = finding.subject.map { allSpeakers($0, lastSpeaker: lastSpeaker) } ?? []
      if let resolved = speakers.first?.resolved { lastSpeaker = resolved }
      result.append(
        QuoteMention(
          range: finding.byteRange(in: reading), kind: finding.kind, speakers: speakers,
          cue: finding.cue.map(reading.byteRange), rule: finding.rule,
          confidence: finding.confidence))
    }
    return result
  }

  // MARK: Speakers

  private func allSpeakers(_ subject: Range<Int>, lastSpeaker: String?) -> [SpeakerMention] {
    let subject = reading.withoutOpening(subject)
    guard let phrases = list.speakers(of: subject) else {
      return [speaker(subject, lastSpeaker: lastSpeaker)]
    }
    return phrases.map { phrase in
      var mention = speaker(phrase, lastSpeaker: lastSpeaker)
      if let surname = sharedSurname(of: phrase, among: phrases) {
        mention.resolved = text(phrase) + " " + surname
        mention.kind = .person
      }
      return mention
    }
  }

  /// The surname that "Don" has in "Don and Ann Lee said", where the article does not tell another.
  private func sharedSurname(of phrase: Range<Int>, among phrases: [Range<Int>]) -> String? {
    guard phrases.count > 1, let last = phrases.last, phrase != last, phrase.count == 1,
      last.count == 2, reading.tokens[phrase.lowerBound].isA(.givenName),
      reading.tokens[last.lowerBound].isA(.givenName)
    else { return nil }
    if let known = cast.member(named: phrase, gender: .unknown),
      cast.members[known].name.count > 1
    {
      return nil
    }
    return text(last.lowerBound + 1..<last.upperBound)
  }

  private func speaker(_ subject: Range<Int>, lastSpeaker: String?) -> SpeakerMention {
    var range = reading.byteRange(subject)
    let first = reading.tokens[subject.lowerBound]
    if subject.count == 1, first.isA(.determiner), let name = quotedName(behind: subject) {
      let inner = reading.byteRange(name.inner)
      return SpeakerMention(
        range: range.lowerBound..<Int(reading.tokens[name.end - 1].end),
        resolved: String(decoding: reading.bytes[inner], as: UTF8.self), kind: .organisation)
    }
    if subject.count == 1, first.isA(.pronoun), first.isA(.saying),
      let hyphen = reading.bytes[range].lastIndex(of: 0x2D)
    {
      // French "dit-elle"
      range = hyphen + 1..<range.upperBound
    }
    if subject.count == 1, first.isA(.pronoun), !first.isA([.group, .determiner]) {
      if first.isA(.relative) {
        return SpeakerMention(range: range, resolved: antecedent(ofRelative: subject.lowerBound))
      }
      guard let member = cast.pronouns[subject.lowerBound] else {
        let kind: SpeakerKind? = first.isA([.masculine, .feminine]) ? .person : nil
        return SpeakerMention(range: range, kind: kind)
      }
      return SpeakerMention(range: range, resolved: name(of: member), kind: .person)
    }
    let kind = kind(of: subject)
    if let run = properName(in: subject) {
      // "the Lee administration" is not Lee; "a White House statement" speaks for the White House.
      if kind != .document, let head = headNoun(behind: run, in: subject) {
        let isBody =
          reading.tokens[head].isA(.organisation)
          && !reading.tokens[run.upperBound - 1].isA(.possessive)
        return SpeakerMention(
          range: range, resolved: isBody ? text(run.lowerBound..<head + 1) : nil, kind: kind)
      }
      if let member = cast.member(named: reading.withoutTitles(run), gender: cast.gender(of: run)) {
        let isPerson = cast.members[member].isPerson && kind != .document && kind != .organisation
        return SpeakerMention(
          range: range, resolved: name(of: member), kind: isPerson ? .person : kind)
      }
      return SpeakerMention(range: range, resolved: text(reading.withoutTitles(run)), kind: kind)
    }
    if kind == .document { return SpeakerMention(range: range, resolved: lastSpeaker, kind: kind) }
    return SpeakerMention(range: range, kind: kind)
  }

  /// The name in marks behind an article: `the "Morning Post" reported`.
  private func quotedName(behind subject: Range<Int>) -> QuotedRegion? {
    guard subject.upperBound < reading.tokens.count else { return nil }
    let region = Int(reading.tokens[subject.upperBound].region)
    guard region >= 0, reading.regions[region].open == subject.upperBound else { return nil }
    let name = reading.regions[region]
    guard name.hasClosingMark, name.inner.count <= 5, let first = name.inner.first,
      reading.tokens[first].isCapitalised
    else { return nil }
    return name
  }

  private func antecedent(ofRelative token: Int) -> String? {
    guard token > 1 else { return nil }
    let end = reading.tokens[token - 1].kind == .comma ? token - 2 : token - 1
    guard let phrase = reading.nounPhrase(endingAt: end, from: max(0, end - 12)) else { return nil }
    // "critics who say": nobody by name, but more than "who" tells.
    guard let run = properName(in: phrase) else {
      let link = phrase.last { reading.tokens[$0].isA(.nounLink) }
      let nearest = (link.map { $0 + 1 } ?? phrase.lowerBound)..<phrase.upperBound
      return nearest.isEmpty ? nil : text(nearest)
    }
    if let member = cast.member(named: reading.withoutTitles(run), gender: cast.gender(of: run)) {
      return name(of: member)
    }
    return text(reading.withoutTitles(run))
  }

  /// The name within a phrase: the run after a possessive ("Trump's White House"), else the last
  /// one before "of" or a comma.
  private func properName(in subject: Range<Int>) -> Range<Int>? {
    var best: Range<Int>?
    var at = subject.lowerBound
    while at < subject.upperBound {
      let token = reading.tokens[at]
      if let run = reading.nameRun(startingAt: at, limit: subject.upperBound) {
        best = run
        at = run.upperBound
        continue
      }
      // "Smith (R-Ohio)"
      if best != nil, token.isA(.nounLink) || token.kind == .comma || token.kind == .openBracket {
        break
      }
      // "a spokesman for Smith" is not Smith.
      if best == nil, token.isA(.nounLink) { return nil }
      at += 1
    }
    return best
  }

  /// The noun to which a name is added: "administration" of "the Lee administration".
  private func headNoun(behind name: Range<Int>, in subject: Range<Int>) -> Int? {
    guard !reading.pack.capitalisesNouns, reading.pack.order == .subjectFirst else { return nil }
    var head: Int?
    for at in name.upperBound..<subject.upperBound {
      let token = reading.tokens[at]
      guard token.isWord, token.shape == .lower, !token.isA(.nounLink) else { break }
      let isNoun =
        token.isA([.organisation, .group, .person, .document]) && !token.isA(.pronoun)
        || token.classes.isEmpty && !reading.bytes[token.range].reversed().starts(with: "fles".utf8)
      if isNoun { head = at }
    }
    return head
  }

  private func kind(of subject: Range<Int>) -> SpeakerKind? {
    var kind: SpeakerKind?
    for index in subject {
      let token = reading.tokens[index]
      if index > subject.lowerBound, token.isA([.nounLink]) || token.kind == .comma { break }
      if token.isA(.possessive) { continue }
      if token.isA(.document), token.shape == .lower || reading.pack.capitalisesNouns {
        kind = .document
      } else if token.isA(.group) {
        kind = .group
      } else if token.isA([.person, .givenName]) {
        kind = .person
      } else if token.isA(.organisation) {
        kind = .organisation
      }
    }
    if kind == nil, subject.count > 1, reading.tokens[subject.lowerBound].isA(.determiner),
      reading.tokens[subject.upperBound - 1].isCapitalised
    {
      kind = .organisation
    }
    return kind
  }

  private func name(of member: Int) -> String { text(cast.members[member].name) }

  /// The words of a name, without a possessive ending.
  private func text(_ name: Range<Int>) -> String {
    var bytes = Array(reading.bytes[reading.byteRange(name)])
    if reading.tokens[name.upperBound - 1].isA(.possessive) {
      while let last = bytes.popLast(), last != 0x27 && last != 0xE2 {}
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Finding {
  /// What is quoted, as bytes, without marks. The comma or full stop that American print puts inside
  /// the marks of a fragment is the writer's.
  func byteRange(in reading: Reading) -> Range<Int> {
    var inner = content
    if kind == .mixed, inner.count > 1 {
      let last = reading.tokens[inner.upperBound - 1].kind
      if last == .comma || last == .period { inner = inner.lowerBound..<inner.upperBound - 1 }
    }
    return reading.byteRange(inner)
  }
}

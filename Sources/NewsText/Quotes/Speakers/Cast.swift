import NewsModel

/// The people and bodies that a text names outside quotes, and where.
struct Cast {
  struct Member {
    /// The longest form of the name, without titles, as tokens.
    var name: Range<Int>
    var surname: UInt64
    /// The member before it that has the same surname.
    var namesake: Int?
    var gender: Gender
    var isPerson: Bool
    /// The gender of the last pronoun that was taken to stand for it: a hint, since that can be wrong.
    var calledBy = Gender.unknown
  }

  enum Gender { case unknown, masculine, feminine }

  struct Mention {
    var member: Int
    /// Token where it begins.
    var token: Int
    var sentence: Int
    var isSubject: Bool
    /// Whether a verb of saying stands right beside it.
    var speaks = false
  }

  private(set) var members: [Member] = []
  private(set) var mentions: [Mention] = []
  /// The member that each personal pronoun outside quotes stands for, by token.
  private(set) var pronouns: [Int: Int] = [:]
  /// The last member with a surname.
  private var bySurname: [UInt64: Int] = [:]
  /// The last member with a first name and more.
  private var byFirstName: [UInt64: Int] = [:]
  private let reading: Reading

  init(_ reading: Reading) {
    self.reading = reading
    for (number, sentence) in reading.sentences.enumerated()
    where sentence.tokens.lowerBound >= reading.headlineEnd {
      read(sentence, number: number)
    }
  }

  // MARK: Reading names

  private mutating func read(_ sentence: Reading.Sentence, number: Int) {
    var at = sentence.tokens.lowerBound
    var seesVerb = false
    while at < sentence.tokens.upperBound {
      let token = reading.tokens[at]
      guard token.isOutside, token.isWord else {
        at += 1
        continue
      }
      if token.isA(.pronoun), token.isA([.masculine, .feminine]) {
        if let member = antecedent(of: at, sentence: number) {
          pronouns[at] = member
          members[member].calledBy = token.isA(.feminine) ? .feminine : .masculine
          mentions.append(
            Mention(
              member: member, token: at, sentence: number, isSubject: !seesVerb,
              speaks: speaks(at..<at + 1, in: sentence)))
        }
        at += 1
      } else if let run = reading.nameRun(startingAt: at, limit: sentence.tokens.upperBound) {
        let speaks = speaks(run, in: sentence)
        let isSubject = speaks || !seesVerb && !follows(.preposition, run.lowerBound, sentence)
        if let member = meet(run) {
          mentions.append(
            Mention(
              member: member, token: run.lowerBound, sentence: number, isSubject: isSubject,
              speaks: speaks))
        }
        at = run.upperBound
      } else {
        if reading.isVerb(at) { seesVerb = true }
        at += 1
      }
    }
  }

  private func speaks(_ run: Range<Int>, in sentence: Reading.Sentence) -> Bool {
    follows(.saying, run.lowerBound, sentence)
      || run.upperBound < sentence.tokens.upperBound && reading.tokens[run.upperBound].isOutside
        && reading.isVerb(run.upperBound, .saying)
  }

  private func follows(_ wordClass: WordClass, _ index: Int, _ sentence: Reading.Sentence) -> Bool {
    index > sentence.tokens.lowerBound && reading.tokens[index - 1].isA(wordClass)
  }

  /// Enters a name, or finds the member it belongs to.
  private mutating func meet(_ run: Range<Int>) -> Int? {
    let name = reading.withoutTitles(run)
    guard let last = name.last else { return nil }
    // "the Secretary", "Democrats": no names.
    if name.count == 1, reading.tokens[last].isA([.title, .person, .group, .time]),
      !reading.tokens[last].isA(.givenName)
    {
      return nil
    }
    let surname = reading.tokens[last].hash
    var gender = self.gender(of: run)
    let isPerson =
      gender != .unknown || reading.tokens[run.lowerBound].isA(.title)
      || reading.tokens[name.lowerBound].isA(.givenName) || hasAge(after: run)
    if let known = member(named: name, gender: gender) {
      if name.count > members[known].name.count, name.count <= 4 {
        members[known].name = name
        byFirstName[reading.tokens[name.lowerBound].hash] = known
      }
      if gender == .unknown { gender = members[known].gender }
      members[known].gender = gender
      members[known].isPerson = members[known].isPerson || isPerson
      return known
    }
    members.append(
      Member(
        name: name, surname: surname, namesake: bySurname[surname], gender: gender,
        isPerson: isPerson))
    bySurname[surname] = members.count - 1
    if name.count > 1 { byFirstName[reading.tokens[name.lowerBound].hash] = members.count - 1 }
    return members.count - 1
  }

  /// "Ann Lee, 54, said"
  private func hasAge(after run: Range<Int>) -> Bool {
    let at = run.upperBound
    guard at + 2 < reading.tokens.count, reading.tokens[at].kind == .comma,
      reading.tokens[at + 1].kind == .number, reading.tokens[at + 1].range.count <= 2
    else { return false }
    return reading.tokens[at + 2].kind == .comma
  }

  /// The member that a form of a name belongs to: the latest with that surname and no other first
  /// name.
  func member(named name: Range<Int>, gender: Gender) -> Int? {
    guard let last = name.last else { return nil }
    var candidate = bySurname[reading.tokens[last].hash]
    if candidate == nil, name.count == 1, reading.tokens[last].isA(.givenName) {
      // "Donald" after "Donald Trump"
      return byFirstName[reading.tokens[last].hash]
    }
    // Nobody writes about twenty people of one surname; a hostile text may.
    for _ in 0..<20 {
      guard let index = candidate else { return nil }
      let member = members[index]
      let isOther =
        gender != .unknown && member.gender != .unknown && gender != member.gender
      if !isOther, agrees(name, member.name) { return index }
      candidate = member.namesake
    }
    return nil
  }

  /// Whether two forms of a name with one surname can be one person's.
  private func agrees(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count > 1, other.count > 1 else { return true }
    return reading.tokens[one.lowerBound].hash == reading.tokens[other.lowerBound].hash
  }

  func gender(of run: Range<Int>) -> Gender {
    for index in run {
      let token = reading.tokens[index]
      let isLast = index == run.upperBound - 1
      if token.isA([.title, .givenName, .person]), !isLast || run.count == 1 {
        if token.classes.contains(.masculine) { return .masculine }
        if token.classes.contains(.feminine) { return .feminine }
      }
    }
    return .unknown
  }

  // MARK: Pronouns

  /// Whom "he" or "she" stands for: the nearest subject of that gender, with a preference for the
  /// sentence's own and the last one's subject over names mentioned in passing.
  private func antecedent(of pronoun: Int, sentence: Int) -> Int? {
    let gender: Gender =
      reading.tokens[pronoun].classes.contains(.feminine) ? .feminine : .masculine
    var best: (score: Double, member: Int)?
    for mention in mentions.reversed() {
      let distance = Double(sentence - mention.sentence)
      if distance > 12 { break }
      let member = members[mention.member]
      if member.gender != gender && member.gender != .unknown { continue }
      var score = -distance
      if mention.isSubject { score += 3 }
      if mention.speaks { score += 1 }
      if member.gender == gender { score += 1 }
      if member.gender == .unknown, member.calledBy != .unknown, member.calledBy != gender {
        score -= 2
      }
      if member.isPerson {
        score += 1
      } else if member.name.count > 1 {
        score += 0.5
      }
      if isBody(member.name) { score -= 3 }
      if let best, best.score >= score { continue }
      best = (score, mention.member)
    }
    return best?.member
  }

  /// "Lakeside College", "NATO": no "he" or "she".
  private func isBody(_ name: Range<Int>) -> Bool {
    name.contains { reading.tokens[$0].isA([.organisation, .document]) }
      || name.count == 1 && reading.tokens[name.lowerBound].shape == .upper
  }
}

extension Reading {
  /// The words of a name that begins at `start`: capitalised words in a row, with "van", "bin" and
  /// their like between them.
  func nameRun(startingAt start: Int, limit: Int) -> Range<Int>? {
    guard isNameWord(start) else { return nil }
    var end = start + 1
    if tokens[start].isA(.possessive) { return start..<end }
    while end < limit {
      if isNameWord(end) {
        end += 1
        if tokens[end - 1].isA(.possessive) { break }
      } else if end + 1 < limit, tokens[end].isWord, tokens[end].isOutside,
        tokens[end].range.count <= 3, tokens[end].shape == .lower,
        isNameParticle(end), isNameWord(end + 1)
      {
        end += 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether a small word can stand inside a name: "van", "bin".
  func isNameParticle(_ index: Int) -> Bool {
    let word = bytes[tokens[index].range]
    return Self.particles.contains { $0.elementsEqual(word) }
  }

  private static let particles = [
    "de", "van", "von", "bin", "al", "el", "da", "di", "du", "der", "den", "ten", "ter", "la",
    "dos", "das", "do",
  ]
  .map { Array($0.utf8) }

  private func isNameWord(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.isWord, token.isOutside, token.isCapitalised else { return false }
    if token.isA([.givenName, .title]) { return true }
    return !token.isA([
      .determiner, .pronoun, .preposition, .coordinator, .subordinator, .complementiser, .adverb,
      .time, .according, .negation, .auxiliary, .copula,
    ])
  }

  /// A name without the titles and roles written before it.
  func withoutTitles(_ run: Range<Int>) -> Range<Int> {
    var start = run.lowerBound
    while start < run.upperBound - 1,
      tokens[start].isA([.title, .person, .group]) && !tokens[start].isA(.givenName)
        || tokens[start].isA(.possessive)
    {
      start += 1
    }
    var end = run.upperBound
    while end - 1 > start, tokens[end - 1].isA(.nameSuffix) { end -= 1 }
    // "Harbour Board Chairman Ann Lee": a given name begins the name.
    if let given = (start..<end - 1).first(where: { tokens[$0].isA(.givenName) }) { start = given }
    return start..<end
  }
}

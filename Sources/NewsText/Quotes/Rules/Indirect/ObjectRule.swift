/// A noun phrase as the object of a verb that judges or announces: `Smith denounced the delay`,
/// `called for an inquiry`, `is opposed to the plan`.
struct ObjectRule: IndirectRule {
  let name = "judging-verb"
  let confidence = 0.6
  let words: WordClass = [.saying, .judging, .thinking, .participle, .separable]

  func reports(in site: IndirectSite) -> [Report] {
    var reports: [Report] = []
    for at in site.start..<site.end {
      let token = site.tokens[at]
      guard token.isOutside, !token.isA([.telling, .quoteOnly]),
        site.reading.isVerb(at, .anyReporting) || token.isA(.participle)
          || token.isA(.anyReporting) && site.reading.isAfterAuxiliary(at)
      else { continue }
      guard let start = objectStart(after: at, site) else { continue }
      let end = site.contentEnd(from: start)
      guard end > start,
        let subject = token.isA(.participle)
          ? site.reading.matrixSubject(before: at, from: site.start)
          : site.reading.agentOrSubject(of: at, from: site.start)
      else { continue }
      reports.append(Report(content: start..<end, subject: subject, cue: at..<at + 1))
    }
    return reports
  }

  private func objectStart(after verb: Int, _ site: IndirectSite) -> Int? {
    var next = verb + 1
    // "called for", "objected to", "pointed to"
    if next < site.end, site.tokens[next].isA(.preposition), site.tokens[next].isOutside {
      guard site.tokens[verb].isA(.judging) else { return nil }
      next += 1
    }
    guard next < site.end, site.tokens[next].isOutside, site.tokens[next].isWord,
      !site.tokens[next].isA([.preposition, .coordinator, .time, .subordinator])
    else { return nil }
    return next
  }
}

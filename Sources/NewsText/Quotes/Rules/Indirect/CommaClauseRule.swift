/// A clause set off by a comma after a verb of saying, as in German:
/// `Meier erklärte, die Brücke sei fertig`, `Meier sagte, dass …`, `Meier kündigte an, … zu bauen`.
struct CommaClauseRule: IndirectRule {
  let name = "reported-after"
  let confidence = 0.85

  func reports(in site: IndirectSite) -> [Report] {
    var reports: [Report] = []
    var at = site.start
    while at < site.end {
      defer { at += 1 }
      let token = site.tokens[at]
      guard token.isOutside, token.isWord, !token.isA(.auxiliary),
        site.reading.isVerb(at, .anyReporting),
        let comma = firstComma(after: at, site), comma + 3 < site.end,
        let sureness = isReported(from: comma + 1, site),
        let subject = site.reading.agentOrSubject(of: at, from: site.start)
      else { continue }
      reports.append(
        Report(
          content: comma + 1..<site.end, subject: subject, cue: at..<at + 1, confidence: sureness))
      at = site.end
    }
    return reports
  }

  /// The comma that ends the clause of a verb, or the verb's own colon.
  private func firstComma(after verb: Int, _ site: IndirectSite) -> Int? {
    for at in verb + 1..<max(verb + 1, min(site.end, verb + 30)) {
      if !site.tokens[at].isOutside { return nil }
      if site.tokens[at].kind == .comma || site.tokens[at].kind == .colon {
        // "sagte Meier, der Trainer, dass": skip to the comma before the clause.
        let next = site.tokens[min(at + 1, site.end - 1)]
        if next.isA([.complementiser, .subordinator, .relative]) { return at }
        if isReported(from: at + 1, site) != nil { return at }
      }
    }
    return nil
  }

  /// How surely a clause is reported, by its first word or its mood; nil where nothing says so.
  private func isReported(from start: Int, _ site: IndirectSite) -> Double? {
    guard start < site.end, site.tokens[start].isOutside else { return nil }
    if site.tokens[start].isA(.complementiser) { return 0.9 }
    if site.tokens[start].isA(.whether) { return 0.85 }
    for at in start..<min(site.end, start + 30) where site.tokens[at].isOutside {
      if site.tokens[at].isA(.subjunctive) { return 0.88 }
      if site.tokens[at].isA(.infinitive), at > start + 1, at + 1 < site.end,
        site.tokens[at + 1].shape == .lower
      {
        return 0.6
      }
    }
    return nil
  }
}

/// A sentence reported by its mood alone, after a sentence that names who speaks:
/// `Meier warnte vor Eile. Die Brücke sei noch nicht fertig.`
struct MoodRule: IndirectRule {
  let name = "reported-mood"
  let confidence = 0.82

  func reports(in site: IndirectSite) -> [Report] {
    guard site.end - site.start > 3 else { return [] }
    let mood = (site.start..<site.end).first {
      site.tokens[$0].isOutside && site.tokens[$0].isA(.subjunctive)
        && !site.tokens[$0].isA(.conditional)
    }
    guard let mood, isMainVerb(mood, site),
      let speaker = site.reading.reporter(before: site.number)
    else { return [] }
    return [Report(content: site.start..<site.end, subject: speaker.subject, cue: nil)]
  }

  /// Whether no comma parts a verb from the start of its sentence, or only a clause in front does.
  private func isMainVerb(_ verb: Int, _ site: IndirectSite) -> Bool {
    let commas = (site.start..<verb).filter { site.tokens[$0].kind == .comma }.count
    return commas == 0 || site.tokens[site.start].isA([.subordinator, .asWord]) || commas > 1
  }
}

/// A source between the words that it vouches for:
/// `Bei dem Brand wurden laut Polizei drei Menschen verletzt`, `Meier zufolge …`.
struct SourceRule: IndirectRule {
  let name = "according-to"
  let confidence = 0.85

  func reports(in site: IndirectSite) -> [Report] {
    guard let source = site.reading.source(in: site.start..<site.end) else { return [] }
    var reports: [Report] = []
    let after = trimmed(source.end..<site.end, site)
    let before = trimmed(site.start..<source.start, site)
    if after.count > 2 {
      reports.append(Report(content: after, subject: source.subject, cue: source.cue))
    }
    if before.count > 3 {
      let cue = reports.isEmpty ? source.cue : nil
      reports.append(Report(content: before, subject: source.subject, cue: cue))
    }
    return reports
  }

  private func trimmed(_ range: Range<Int>, _ site: IndirectSite) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, site.tokens[start].kind == .comma { start += 1 }
    while end > start, site.tokens[end - 1].kind == .comma { end -= 1 }
    return start..<end
  }
}

/// `Wie Meier am Montag mitteilte, ist die Brücke fertig.`
struct AsReportedRule: IndirectRule {
  let name = "as-reported"
  let confidence = 0.88

  func reports(in site: IndirectSite) -> [Report] {
    guard site.tokens[site.start].isA(.asWord), site.tokens[site.start].isOutside,
      let comma = (site.start..<site.end).first(where: {
        site.tokens[$0].kind == .comma && $0 > site.start && site.tokens[$0 - 1].isOutside
          && (site.reading.isVerb($0 - 1, .anyReporting) || site.tokens[$0 - 1].isA(.auxiliary))
      }), comma + 2 < site.end,
      let verb = (site.start..<comma).last(where: { site.reading.isVerb($0, .anyReporting) }),
      let subject = site.reading.agentOrSubject(of: verb, from: site.start)
    else { return [] }
    return [Report(content: comma + 1..<site.end, subject: subject, cue: verb..<verb + 1)]
  }
}

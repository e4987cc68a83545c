import NewsModel

/// Gives each quoted region of a text its kind and its speaker.
struct QuotedSpeech {
  private static let rules: [any SpeakerRule] = [
    ResumedRule(), TrailingRule(), LabelRule(), LeadingRule(), AccordingRule(), MatrixRule(),
    FragmentRule(), ClaimRule(), SameSentenceRule(), ContinuationRule(), ReportedMoodRule(),
    SameParagraphRule(), SubjectRule(), PreviousSentenceRule(),
  ]

  private let gate = ScareGate()

  /// One finding a region, in order.
  func findings(in reading: Reading) -> [Finding] {
    var findings: [Finding] = []
    for (number, sentence) in reading.sentences.enumerated() where !sentence.regions.isEmpty {
      for index in sentence.regions {
        let site = QuoteSite(
          reading: reading, region: reading.regions[index], regionIndex: index,
          sentenceIndex: number, previous: findings.last,
          lastQuote: findings.suffix(20).last { $0.kind != .scare })
        findings.append(finding(for: site))
      }
      shareSpeaker(of: sentence, in: &findings)
    }
    shareBackwards(in: &findings, reading)
    return findings
  }

  private func finding(for site: QuoteSite) -> Finding {
    var result = Finding(
      content: site.region.inner, kind: kind(of: site), rule: "unattributed", confidence: 0.5,
      sentence: site.sentenceIndex)
    if gate.isTitleOfWork(site) || gate.isHeadline(site) {
      result.kind = .scare
      result.rule = gate.isHeadline(site) ? "headline" : "title"
      return result
    }
    for rule in Self.rules {
      guard let answer = rule.speaker(of: site) else { continue }
      if let subject = answer.subject, gate.isTitle(of: subject, site) {
        result.kind = .scare
        result.rule = "title"
        return result
      }
      result.subject = answer.subject
      result.cue = answer.cue
      result.rule = rule.name
      result.confidence = rule.confidence
      break
    }
    if site.region.continues { return result }
    let hasCue = result.cue != nil || result.rule == SameSentenceRule().name
    if gate.isScare(site, hasCue: hasCue), result.rule != TrailingRule().name {
      result.kind = .scare
      result.subject = nil
      result.cue = nil
      result.rule = "scare"
    }
    return result
  }

  /// A quote before the first attribution of its sentence has the same speaker:
  /// `"A" and "B," Smith said`.
  private func shareSpeaker(of sentence: Reading.Sentence, in findings: inout [Finding]) {
    guard sentence.regions.count > 1 else { return }
    let range = findings.count - sentence.regions.count..<findings.count
    for index in range where findings[index].subject == nil && findings[index].kind != .scare {
      guard let next = findings[index..<range.upperBound].first(where: { $0.subject != nil })
      else { continue }
      findings[index].subject = next.subject
      findings[index].cue = next.cue
      findings[index].rule = SameSentenceRule().name
      findings[index].confidence = SameSentenceRule().confidence
    }
  }

  /// A quote that runs over paragraphs may have its speaker named in the last one.
  private func shareBackwards(in findings: inout [Finding], _ reading: Reading) {
    for index in findings.indices.dropLast().reversed() where findings[index].subject == nil {
      let (finding, next) = (findings[index], findings[index + 1])
      guard finding.kind == .direct, next.kind == .direct, next.subject != nil,
        reading.sentences[next.sentence].paragraph
          == reading.sentences[finding.sentence].paragraph + 1,
        reading.isOpenEnded(at: finding.content.lowerBound)
      else { continue }
      findings[index].subject = next.subject
      findings[index].rule = ContinuationRule().name
      findings[index].confidence = ContinuationRule().confidence
    }
  }

  /// A full sentence is a direct quote; words woven into the writer's own are a mixed one.
  private func kind(of site: QuoteSite) -> QuoteKind {
    if site.region.continues, let last = site.previous { return last.kind }
    guard let lead = site.lead, let first = site.region.inner.first else { return .direct }
    if site.tokens[first].isWord, site.tokens[first].shape == .lower {
      // The second half of `"The bridge," Smith said, "will open."`
      if lead.kind == .comma, let last = site.previous, last.sentence == site.sentenceIndex {
        return last.kind
      }
      return .mixed
    }
    if lead.kind == .comma || lead.kind == .colon || lead.kind == .dash { return .direct }
    return site.wordCount > 5 && lead.isA(.saying) ? .direct : .mixed
  }
}

/// A headline with its source before or after a colon: `Smith: Bridge Is Late`,
/// `Bridge is late: Smith`.
struct LabelledHeadlineRule: IndirectRule {
  let name = "label"
  let confidence = 0.7

  func reports(in site: IndirectSite) -> [Report] {
    guard site.sentence.paragraph == 0,
      let colon = (site.start..<site.end).first(where: {
        site.tokens[$0].kind == .colon && site.tokens[$0].isOutside
      }), colon > site.start, colon + 1 < site.end
    else { return [] }
    let before = site.start..<colon
    let after = colon + 1..<site.end
    if isName(before, site), after.count > 2 {
      return [Report(content: after, subject: before, cue: colon..<colon + 1)]
    }
    if isName(after, site), before.count > 3 {
      return [Report(content: before, subject: after, cue: colon..<colon + 1)]
    }
    return []
  }

  private func isName(_ range: Range<Int>, _ site: IndirectSite) -> Bool {
    range.count <= 3
      && range.allSatisfy { site.tokens[$0].isWord && site.tokens[$0].isCapitalised }
      && range.contains { site.tokens[$0].classes.isEmpty || site.tokens[$0].isA(.givenName) }
  }
}

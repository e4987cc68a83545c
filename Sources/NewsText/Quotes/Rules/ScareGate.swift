/// Tells quote marks that quote nobody (irony, terms, titles of works) from quotes.
struct ScareGate {
  /// Whether the marks of a site quote nobody; less likely with a reporting word (`hasCue`).
  func isScare(_ site: QuoteSite, hasCue: Bool) -> Bool {
    let words = site.wordCount
    if words == 0 { return true }
    if site.isAllQuoted { return words < 2 && !site.lastInner.kind.isTerminal }
    if isManner(site) { return true }
    return !hasCue && words <= 5
  }

  /// `the film "The Long Road"`, `titled "The Long Road"`, `on "Meet the Press"`.
  func isTitleOfWork(_ site: QuoteSite) -> Bool {
    guard isTitleCase(site), let lead = site.lead else { return false }
    if lead.kind == .comma || lead.kind == .colon || site.lastInner.kind.isTerminal { return false }
    return lead.isA([.work, .naming, .preposition, .determiner, .possessive]) || site.wordCount > 1
  }

  /// Every long word has a capital, and there is no full stop or comma at the end.
  private func isTitleCase(_ site: QuoteSite) -> Bool {
    var words = 0
    for index in site.region.inner where site.tokens[index].isWord {
      words += 1
      if site.tokens[index].range.count > 3 && !site.tokens[index].isCapitalised { return false }
    }
    guard let first = site.region.inner.first, site.tokens[first].isCapitalised else {
      return false
    }
    return words <= 8
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

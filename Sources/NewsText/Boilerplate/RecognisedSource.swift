import NewsModel

/// The outlet that an article's own boilerplate names, for texts that come without a source.
///
/// It is read from sentences in which outlets speak of themselves: "The Example Times delivers
/// independent coverage…", "© 2017 Example Media Ltd", "Sign up for the Example Times newsletter".
/// Nil when none of them names one.
public func recognisedSource(in article: SplitArticle) -> String? {
  func first(_ kinds: Set<BoilerplateKind>, _ read: (OutletName) -> String?) -> String? {
    for block in article.blocks where kinds.contains(block.kind) {
      if let name = read(OutletName(block.text)) { return name }
    }
    return nil
  }
  return first([.about, .republish, .appeal]) { $0.asSubject() }
    ?? first([.copyright]) { $0.behindCopyright() }
    ?? first([.newsletter]) { $0.beforeNewsletter() }
}

/// Reads an outlet's name from a sentence of boilerplate.
struct OutletName {
  private let words: [Substring]

  init(_ text: String) { words = text.split(separator: " ") }

  /// Verbs with which outlets describe themselves; only the first word counts for "is a …".
  private static let verbs: Set<String> = [
    "delivers", "provides", "offers", "brings", "covers", "publishes", "reports", "is", "does",
  ]
  /// What an outlet says it is, within a few words of "is".
  private static let natures: Set<String> = [
    "newsroom", "newspaper", "news", "journalism", "outlet", "magazine", "publication", "website",
    "broadcaster", "nonprofit", "independent", "agency", "coverage", "reporting", "publishes",
    "media",
    "endorse",
  ]
  /// Words that a sentence about something else begins with.
  private static let notNames: Set<String> = [
    "this", "that", "the", "these", "it", "we", "our", "he", "she", "they", "you", "your", "all",
    "for",
    "to", "if", "a", "an", "by", "in", "more", "read", "follow", "copyright", "content", "article",
    "story", "views", "opinions", "editor", "reporting", "daily", "weekly", "morning", "evening",
    "free",
    "new", "get", "sign", "subscribe",
  ]

  /// "Middle East Eye delivers independent and unrivalled coverage…"
  func asSubject() -> String? {
    guard let verb = words.prefix(7).firstIndex(where: { Self.verbs.contains(String($0)) }),
      verb > 0,
      words[verb..<min(verb + 8, words.count)].contains(where: {
        Self.natures.contains(Self.bare($0).lowercased())
      })
    else { return nil }
    return name(words[..<verb])
  }

  /// "© 2017 The Example Times. All rights reserved."
  func behindCopyright() -> String? {
    guard
      let sign = words.firstIndex(where: {
        $0.hasPrefix("©") || Self.bare($0).lowercased() == "copyright"
      })
    else { return nil }
    var start = sign + (words[sign].hasPrefix("©") && words[sign].count > 1 ? 0 : 1)
    var taken: [Substring] = []
    while start < words.count {
      let word = words[start].drop { $0 == "©" }
      start += 1
      let plain = Self.bare(word)
      if taken.isEmpty, plain.isEmpty || plain.allSatisfy(\.isNumber) || Self.isFiller(plain) {
        continue
      }
      guard plain.first?.isUppercase == true || Self.links.contains(String(plain)) else { break }
      taken.append(word)
      if let end = word.last, ".,;|:".contains(end) { break }
      if taken.count > 6 { return nil }
    }
    return name(taken[...])
  }

  /// "Sign up for the Example Times newsletter"
  func beforeNewsletter() -> String? {
    guard
      let newsletter = words.firstIndex(where: {
        Self.bare($0).lowercased().hasPrefix("newsletter")
      })
    else { return nil }
    var start = newsletter
    while start > 0, words[start - 1].first?.isUppercase == true,
      Self.bare(words[start - 1]).count == words[start - 1].count
    {
      start -= 1
    }
    // "New MEE newsletter", "Subscribe to …": the sentence's first word has its capital from there.
    if start == 0 { start = 1 }
    guard start < newsletter else { return nil }
    return name(words[start..<newsletter])
  }

  private static let links: Set<String> = ["of", "the", "and", "&", "de", "la", "der", "für"]

  private static func isFiller(_ word: Substring) -> Bool {
    ["copyright", "by", "c", "all", "-", "–"].contains(word.lowercased())
  }

  /// A word without the punctuation around it.
  private static func bare(_ word: Substring) -> Substring {
    var word = word
    while let first = word.first, !first.isLetter && !first.isNumber { word.removeFirst() }
    while let last = word.last, !last.isLetter && !last.isNumber { word.removeLast() }
    return word
  }

  /// The words as a name, if they look like one: capitals, and no pronoun or other opener.
  private func name(_ candidates: ArraySlice<Substring>) -> String? {
    guard let first = candidates.first, let last = candidates.last, candidates.count <= 6,
      first.first?.isUppercase == true
    else { return nil }
    let opener = Self.bare(first).lowercased()
    guard opener == "the" ? candidates.count > 1 : !Self.notNames.contains(opener) else {
      return nil
    }
    let isName = candidates.allSatisfy {
      $0.first?.isUppercase == true || Self.links.contains(String($0))
    }
    guard isName, Self.bare(last).first?.isUppercase == true else { return nil }
    let name = candidates.map(String.init).joined(separator: " ")
    return String(Self.bare(name[...]))
  }
}

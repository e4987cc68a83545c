/// Finds the headline of a page.
struct Headline {
  private(set) var text: String?

  init(
    _ document: HTMLDocument, _ page: PageBlocks, _ meta: MetaElements, _ data: StructuredData,
    site: String?, content: ClosedRange<Int>?
  ) {
    let title = meta.title.map(resolvedReferences)
    let named = data.article.flatMap { $0.rank >= 3 ? $0.headline ?? $0.name : $0.headline }
    let declared = meta.first("og:title").map(resolvedReferences) ?? named
    let titles = [declared, named, title].compactMap { $0 }
    let shown = Self.shown(document, page, like: titles, site: site, content: content)
    text =
      shown ?? named ?? declared.map { Self.withoutSite($0, site) }
      ?? title.map { Self.withoutSite($0, site) }
  }

  /// A heading of the first level needs little in common with a declared title: of 132 aed pages 130
  /// then have their headline; when it had to share half of the words, five fewer.
  private static let leastLikeness = (first: 0.3, second: 0.6)
  /// One of the second level that is set before a heading of the first level in the trail of links.
  private static let leastBesideTrail = 0.8
  /// How many blocks into the text a headline of the second level may stand: what is further down is
  /// a side heading.
  private static let mostBlocksBefore = 3

  private struct Heading {
    var text: String
    var likeness: Double
    var isInTrail = false
  }

  /// The heading that the page shows: the one of the first level, or else of the second, that
  /// shares most words with a title that the page declares.
  ///
  /// A heading of the first level at the end of the trail of links is there for search engines (nine
  /// of 72 fundus-pub pages); where a heading of the second level has another of the declared titles,
  /// that is what readers see.
  private static func shown(
    _ document: HTMLDocument, _ page: PageBlocks, like titles: [String], site: String?,
    content: ClosedRange<Int>?
  ) -> String? {
    let wanted = titles.map { Set(words(Array($0.utf8).span)) }.filter { !$0.isEmpty }
    let last = content.map { $0.lowerBound + mostBlocksBefore } ?? page.blocks.count
    var best: (first: Heading?, second: Heading?)
    for (index, block) in page.blocks.enumerated() where block.text.count < 500 {
      let isFirst = document.isHeading(block.container, .h1)
      guard isFirst || index <= last && document.isHeading(block.container, .h2) else { continue }
      let own = Set(words(page.text.span.extracting(block.text)))
      guard !own.isEmpty else { continue }
      var likeness = wanted.isEmpty && isFirst ? 1.0 : 0.0
      for title in wanted {
        let common = Double(own.intersection(title).count)
        likeness = max(likeness, 2 * common / Double(own.count + title.count))
      }
      let heading = Heading(text: page.string(block), likeness: likeness)
      if isFirst, likeness >= leastLikeness.first, likeness > best.first?.likeness ?? 0 {
        best.first = heading
        best.first?.isInTrail = document.isInTrail(block.container)
      } else if !isFirst, likeness >= leastLikeness.second, likeness > best.second?.likeness ?? 0 {
        best.second = heading
      }
    }
    var chosen = best.first ?? best.second
    var writings = titles.map { withoutSite($0, site) }.filter { !$0.hasSuffix("|") }
    if let first = best.first, first.isInTrail, let second = best.second,
      second.likeness >= leastBesideTrail
    {
      writings.append(first.text)
      chosen = second
    }
    return chosen.map { punctuated($0.text, as: writings) }
  }

  /// A shown heading as one of the titles writes the same words with more marks: what parts a kicker
  /// from the headline is often made by the style alone, and the title has a colon there.
  private static func punctuated(_ shown: String, as writings: [String]) -> String {
    func marks(_ text: String) -> Int {
      text.utf8.count { $0 > 0x20 && $0 < 0x80 && !isASCIILetter($0) && !isDigit($0) }
    }
    let hash = textHash(Array(shown.utf8).span)
    let (count, length) = (marks(shown), shown.utf8.count)
    return writings.first {
      $0.utf8.count > length && marks($0) > count && textHash(Array($0.utf8).span) == hash
    } ?? shown
  }

  /// A title without the outlet's name behind its last separator.
  static func withoutSite(_ title: String, _ site: String?) -> String {
    for separator in [" | ", " - ", " – ", " — ", " » ", " :: ", " • "] {
      guard let place = title.lastRange(of: separator) else { continue }
      let (head, tail) = (String(title[..<place.lowerBound]), String(title[place.upperBound...]))
      let isSite = site.map { tail.lowercased().contains($0.lowercased()) } ?? false
      if isSite || tail.utf8.count < 25 && head.utf8.count > 2 * tail.utf8.count {
        return withoutSite(head, site)
      }
    }
    return title
  }

  fileprivate static let trailWords: Set<UInt16> = Set(
    ["breadcrumb", "breadcrumbs", "crumb"].compactMap { word in
      let bytes = Array(word.utf8)
      return ClassWords.table.value(bytes.span, 0..<bytes.count).map { UInt16($0) }
    })

  /// Hashes of a text's words.
  static func words(_ bytes: Span<UInt8>) -> [UInt32] {
    var words: [UInt32] = []
    var hash = NameHash()
    var length = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if isASCIILetter(byte) || isDigit(byte) || byte >= 0x80 && !isDash(bytes, index) {
        hash.append(asciiLowercase(byte))
        length += 1
      } else if length > 0 {
        words.append(hash.value)
        (hash, length) = (NameHash(), 0)
      }
    }
    if length > 0 { words.append(hash.value) }
    return words
  }

  /// Whether a byte is of general punctuation (U+2000 to U+203F).
  private static func isDash(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    for start in max(0, index - 2)...index
    where bytes[start] == 0xE2 && start + 1 < bytes.count && bytes[start + 1] == 0x80 {
      return true
    }
    return false
  }
}

extension String {
  /// Where a text occurs last, or nil.
  func lastRange(of text: String) -> Range<String.Index>? {
    var end = endIndex
    let length = text.count
    while let start = index(end, offsetBy: -length, limitedBy: startIndex) {
      if self[start..<end] == text { return start..<end }
      guard end > startIndex else { return nil }
      end = index(before: end)
    }
    return nil
  }
}

extension HTMLDocument {
  /// Whether a block element is a heading of a level, or stands alone in one.
  fileprivate func isHeading(_ node: Int, _ tag: HTMLTag) -> Bool {
    nodes[node].tag == tag || nodes[Int(nodes[node].parent)].tag == tag
  }

  /// Whether an element stands in the trail of links from the front page to this one, or in a
  /// navigation.
  fileprivate func isInTrail(_ node: Int) -> Bool {
    var node = node
    var level = 0
    var words: [UInt16] = []
    while node > 0 {
      if nodes[node].tag == .nav { return true }
      if level < 3, let range = attribute(.class, of: node) {
        words.removeAll(keepingCapacity: true)
        ClassWords.append(wordsOf: bytes.span, range, to: &words)
        if words.contains(where: Headline.trailWords.contains) { return true }
      }
      level += 1
      node = Int(nodes[node].parent)
    }
    return false
  }
}

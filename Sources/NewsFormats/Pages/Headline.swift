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
    let shown = Self.shown(document, page, like: [declared, named, title].compactMap { $0 })
    text =
      shown ?? named ?? declared.map { Self.withoutSite($0, site) }
      ?? title.map { Self.withoutSite($0, site) }
  }

  /// A heading of the first level needs little in common with a declared title: of 132 aed pages 130
  /// then have their headline; when it had to share half of the words, five fewer.
  private static let leastLikeness = (first: 0.3, second: 0.6)

  /// The heading that the page shows: the one of the first level, or else of the second, that
  /// shares most words with a title that the page declares.
  private static func shown(
    _ document: HTMLDocument, _ page: PageBlocks, like titles: [String]
  ) -> String? {
    let wanted = titles.map { Set(words(Array($0.utf8).span)) }.filter { !$0.isEmpty }
    for (tag, least) in [(HTMLTag.h1, leastLikeness.first), (.h2, leastLikeness.second)] {
      var best: (text: String, likeness: Double)?
      for block in page.blocks
      where block.text.count < 500 && document.isHeading(block.container, tag) {
        let own = Set(words(page.text.span.extracting(block.text)))
        guard !own.isEmpty else { continue }
        var likeness = wanted.isEmpty && tag == .h1 ? 1.0 : 0.0
        for title in wanted {
          let common = Double(own.intersection(title).count)
          likeness = max(likeness, 2 * common / Double(own.count + title.count))
        }
        if likeness >= least, likeness > best?.likeness ?? 0 {
          best = (page.string(block), likeness)
        }
      }
      if let best { return best.text }
    }
    return nil
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
}

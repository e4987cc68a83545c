/// Finds who wrote a page's article: never from outside of it.
struct Bylines {
  private(set) var names: [String] = []

  init(
    _ document: HTMLDocument, _ page: PageBlocks, _ meta: MetaElements, _ data: StructuredData,
    site: String?, content: ClosedRange<Int>?
  ) {
    let outlet = site?.lowercased()
    let publisher = data.first { $0.publisher }?.lowercased()
    func clean(_ texts: [String]) -> [String] {
      var seen: Set<String> = []
      let names = texts.flatMap(Self.names(in:)).filter {
        let name = $0.lowercased()
        return name != outlet && name != publisher && seen.insert(name).inserted
      }
      // "Ann Example Senior Writer" beside "Ann Example" is no second author.
      return names.filter { name in
        !names.contains { $0 != name && $0.contains(" ") && name.hasPrefix($0 + " ") }
      }
    }
    let candidates: [() -> [String]] = [
      { data.things.filter { $0.rank >= 2 }.first { !$0.authors.isEmpty }?.authors ?? [] },
      { Self.metaNames.lazy.map { meta.all($0) }.first { !clean($0).isEmpty } ?? [] },
      { Self.shown(document, page, content: content) },
      { data.things.first { !$0.authors.isEmpty }?.authors ?? [] },
    ]
    for candidate in candidates {
      let found = clean(candidate())
      if !found.isEmpty {
        names = found
        return
      }
    }
    // The outlet itself, where nobody else is named.
    names = data.article?.authors.flatMap(Self.names(in:)) ?? []
  }

  private static let metaNames = [
    "author", "article:author", "article:author_name", "og:article:author", "og:author", "byl",
    "byline", "sailthru.author", "parsely-author", "dc.creator", "dcterms.creator",
    "dc.contributor", "citation_author", "authors", "article.author", "cxenseparse:author",
    "trackonomics.author", "twitter:creator:name", "creator", "dcsext.author",
  ]

  // MARK: What the page shows

  private static func shown(
    _ document: HTMLDocument, _ page: PageBlocks, content: ClosedRange<Int>?
  ) -> [String] {
    guard let content else { return [] }
    let head = PageDates.headRange(document, page, content: content)
    let tailEnd = min(page.blocks.count - 1, content.upperBound + 3)
    let tail = page.blocks[content.upperBound].firstNode...page.blocks[tailEnd].lastNode
    var found: [String] = []
    for index in document.nodes.indices
    where !document.nodes[index].isText && (head.contains(index) || tail.contains(index)) {
      guard isByline(document, index) else { continue }
      let text = document.text(of: index).collapsed
      guard text.utf8.count <= 120, !text.isEmpty else { continue }
      let isStart = names(in: text).contains { name in found.contains { $0 == name } }
      if !isStart { found += names(in: text) }
      if found.count >= 6 { break }
    }
    if !found.isEmpty { return found }
    for block in page.blocks where head.contains(block.firstNode) && block.counts.words <= 12 {
      if let names = afterBy(page.string(block)) { return names }
    }
    return []
  }

  /// Whether an element says that it holds the author's name.
  private static func isByline(_ document: HTMLDocument, _ index: Int) -> Bool {
    if document.attribute(.rel, of: index, is: "author") { return true }
    if document.attribute(.itemprop, of: index, is: "author") { return true }
    guard let range = document.attribute(.class, of: index) else { return false }
    var words: [UInt16] = []
    ClassWords.append(wordsOf: document.bytes.span, range, to: &words)
    return words.contains { bylineWords.contains($0) }
      && !words.contains { otherWords.contains($0) }
  }

  private static let bylineWords = numbers("author", "byline", "autor", "auteur", "authors")
  private static let otherWords = numbers(
    "bio", "avatar", "image", "img", "social", "follow", "date", "comment", "box", "description",
    "related", "more", "photo", "icon", "count", "time", "title")

  private static func numbers(_ words: String...) -> Set<UInt16> {
    Set(
      words.compactMap { word in
        let bytes = Array(word.utf8)
        return ClassWords.table.value(bytes.span, 0..<bytes.count).map { UInt16($0) }
      })
  }

  /// The names of a line like "By Ann Example".
  private static func afterBy(_ text: String) -> [String]? {
    for word in [
      "By ", "BY ", "by ", "Von ", "Par ", "Por ", "Di ", "Autor: ", "Author: ", "Written by ",
      "Posted by ",
    ]
    where text.hasPrefix(word) {
      let found = names(in: String(text.dropFirst(word.count)))
      if let first = found.first, first.contains(" ") { return found }
    }
    return nil
  }
}

import NewsModel

/// A date of a page: the moment, and the day on the calendar of those who published it.
struct PageDate: Sendable, Equatable {
  var date: PartialDate
  /// The day as it was written, whatever its zone.
  var day: PartialDate
  /// Where it was read.
  var origin: DateOrigin

  /// Reads a date in any notation.
  init?(_ text: String, origin: DateOrigin) {
    let text = text.collapsed
    guard case .date(let date) = readDate(text), date.precision >= .day, date.year >= 1900 else {
      return nil
    }
    self.date = date
    self.origin = origin
    let written = PartialDate(iso8601: String(text.prefix(10)))
    day = written?.precision == .day ? written ?? date.withoutTime : date.withoutTime
  }

  /// A date that was read.
  init?(_ date: PartialDate?, origin: DateOrigin) {
    guard let date, date.precision >= .day else { return nil }
    (self.date, self.day, self.origin) = (date, date.withoutTime, origin)
  }
}

/// Finds when a page's article was published.
struct PageDates {
  private(set) var published: PageDate?

  init(
    _ document: HTMLDocument, _ page: PageBlocks, _ meta: MetaElements, _ data: StructuredData,
    address: String?, content: ClosedRange<Int>?
  ) {
    let article = data.article
    published =
      Self.first([article.flatMap { $0.rank >= 2 ? $0.published : nil }])
      ?? Self.first(
        Self.publishedNames.flatMap { meta.all($0) })
      ?? Self.first([data.first { $0.published }, article?.created])
      ?? Self.microdata(document)
      ?? Self.timeElement(document, page, content: content)
      ?? address.flatMap { PageDate(dateInAddress($0), origin: .url) }
      ?? Self.textNear(document, page, content: content)
      ?? Self.first(Self.otherNames.flatMap { meta.all($0) })
      ?? Self.first([data.first { $0.modified }])
  }

  /// Names of `meta` elements for the time of publication.
  private static let publishedNames = [
    "article:published_time", "article:published", "datepublished", "og:published_time",
    "og:article:published_time", "article.published", "published_time", "published-date",
    "publishdate", "publish-date", "publish_date", "published_date", "published",
    "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.published", "dcterms.created",
    "dc.date.created", "dcterms.date", "dc.date", "pubdate", "pub_date", "publication_date",
    "citation_publication_date", "citation_online_date", "article_date_original",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "originalpublicationdate",
    "article:post_date", "article:create", "rnews:datepublished", "gentics_publish_date",
    "analyticsattributes.articledate", "article-publication-date", "displaydate", "ptime",
    "datecreated", "date_published", "vr:published_time", "probe-ts", "created", "timestamp",
    "weibo: article:create_at", "shareaholic:article_published_time", "bt:pubdate",
  ]

  private static let otherNames = [
    "date", "article:modified_time", "og:updated_time", "datemodified", "last-modified", "updated",
    "lastmod", "dcterms.modified", "dc.date.modified", "modified", "revised", "moddate",
  ]

  private static func first(_ texts: [String?]) -> PageDate? {
    for text in texts {
      if let text, let date = PageDate(text, origin: .page) { return date }
    }
    return nil
  }

  private static func microdata(_ document: HTMLDocument) -> PageDate? {
    for index in document.nodes.indices
    where !document.nodes[index].isText && document.nodes[index].tag != .meta
      && document.attribute(.itemprop, of: index, is: "datepublished")
    {
      let text =
        document.value(.datetime, of: index) ?? document.value(.content, of: index)
        ?? document.text(of: index)
      if let date = PageDate(text, origin: .page) { return date }
    }
    return nil
  }

  /// The first `time` from the heading to the article's end, or the only one.
  private static func timeElement(
    _ document: HTMLDocument, _ page: PageBlocks, content: ClosedRange<Int>?
  ) -> PageDate? {
    let times = document.nodes.indices.filter { document.nodes[$0].tag == .time }
    guard !times.isEmpty, times.count < 200 else { return nil }
    let range = headRange(document, page, content: content)
    func read(_ index: Int) -> PageDate? {
      (document.value(.datetime, of: index).flatMap { PageDate($0, origin: .page) })
        ?? PageDate(document.text(of: index), origin: .page)
    }
    for index in times where range.contains(index) {
      if let date = read(index) { return date }
    }
    for index in times where document.attribute(.pubdate, of: index) != nil {
      if let date = read(index) { return date }
    }
    return times.count == 1 ? read(times[0]) : nil
  }

  /// From a little before the heading to a little into the text.
  static func headRange(
    _ document: HTMLDocument, _ page: PageBlocks, content: ClosedRange<Int>?
  ) -> Range<Int> {
    guard let content else { return 0..<document.nodes.count }
    var first = content.lowerBound
    var back = first
    while back > 0, first - back < 25 {
      back -= 1
      if document.nodes[page.blocks[back].container].tag == .h1 {
        first = back
        break
      }
    }
    if first == content.lowerBound { first = max(0, first - 8) }
    let start = page.blocks[max(0, first - 4)].firstNode
    let last = min(page.blocks.count - 1, content.lowerBound + 2)
    return start..<page.blocks[last].lastNode + 1
  }

  /// A date in a short text around the heading.
  private static func textNear(
    _ document: HTMLDocument, _ page: PageBlocks, content: ClosedRange<Int>?
  ) -> PageDate? {
    let range = headRange(document, page, content: content)
    for block in page.blocks where range.contains(block.firstNode) && block.counts.digits >= 4 {
      if let date = dateIn(page.string(block)) { return date }
    }
    if let content, content.upperBound + 1 < page.blocks.count {
      for block in page.blocks[content.upperBound...].prefix(4) where block.counts.digits >= 4 {
        if let date = dateIn(page.string(block)) { return date }
      }
    }
    return nil
  }

  /// A date in a text of a few words: as a whole, or behind a label, or before a separator.
  private static func dateIn(_ text: String) -> PageDate? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count <= 40 else { return nil }
    if words.count <= 8, let date = PageDate(text, origin: .page) { return date }
    // Every run of up to seven words that begins or holds a number.
    for start in words.indices {
      for length in stride(from: min(6, words.count - start), to: 0, by: -1) {
        let run = words[start..<start + length].joined(separator: " ")
        let digits = run.utf8.count { isDigit($0) }
        guard digits >= 5 || digits == 4 && length > 1 else { continue }
        let trimmed = run.trimmingMarks
        if let date = PageDate(trimmed, origin: .page), (1990...2100).contains(date.date.year) {
          return date
        }
      }
    }
    return nil
  }
}

extension String {
  /// The text without punctuation at its ends.
  var trimmingMarks: String {
    var bytes = Array(utf8)[...]
    func isMark(_ byte: UInt8) -> Bool {
      byte < 0x80 && !isASCIILetter(byte) && !isDigit(byte)
    }
    while let first = bytes.first, isMark(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, isMark(last) { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

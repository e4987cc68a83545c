import NewsModel

/// A date of a page: the moment, and the day on the calendar of those who published it.
struct PageDate: Sendable, Equatable {
  var date: PartialDate
  /// The day as it was written, whatever its zone.
  var day: PartialDate
  /// Where it was read.
  var origin: DateOrigin
  /// Whether it is a moment that was written in UTC: then the day may be another where it was published.
  var isInUTC = false

  /// Reads a date in any notation.
  init?(_ text: String, origin: DateOrigin) {
    let text = text.collapsed
    guard case .date(let date) = readDate(text), date.precision >= .day, date.year >= 1900 else {
      return nil
    }
    self.date = date
    self.origin = origin
    let written = PartialDate(iso8601: String(text.prefix(10)))
    day = written?.precision == .day ? written ?? date.withoutTime : Self.day(of: date, in: text)
    isInUTC =
      date.precision > .day
      && ["Z", "+00:00", "+0000", "GMT", "UTC"].contains { text.hasSuffix($0) }
  }

  /// The day as a text in words has it: "8:00 PM EST, Tue December 19" is the next day in UTC.
  private static func day(of date: PartialDate, in text: String) -> PartialDate {
    guard date.precision > .day else { return date }
    let words = text.split(separator: " ").filter { word in
      let letters = word.utf8.filter(isASCIILetter)
      let isZone = (2...4).contains(letters.count) && letters.allSatisfy { $0 & 0x20 == 0 }
      return !word.contains(":") && !isZone
    }
    guard case .date(let day) = readDate(words.joined(separator: " ")), day.precision == .day,
      abs(day.julianDay - date.julianDay) <= 1
    else { return date.withoutTime }
    return day
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
    if published == nil {
      published = Self.alone(page) ?? Self.embedded(document.bytes.span)
    }
    if let found = published, found.isInUTC {
      published?.day = Self.shownDay(of: found, document, page, content: content) ?? found.day
    } else if let found = published, found.origin == .url {
      published = Self.closer(to: found, document) ?? found
    }
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

  /// The day of a moment as the page shows it: in an element that gives the same moment in the
  /// publisher's zone, or near the heading.
  private static func shownDay(
    of found: PageDate, _ document: HTMLDocument, _ page: PageBlocks, content: ClosedRange<Int>?
  ) -> PartialDate? {
    for index in document.nodes.indices where document.nodes[index].tag == .time {
      guard let text = document.value(.datetime, of: index) else { continue }
      if let date = PageDate(text, origin: .page), date.date == found.date { return date.day }
    }
    guard content != nil else { return nil }
    // Only the days beside it count, so that pictures and their captions may stand between.
    let range = headRange(document, page, content: content, reach: 80)
    var next: PartialDate?
    for block in page.blocks
    where range.contains(block.firstNode) && block.counts.digits >= 4 && block.counts.words <= 10 {
      guard let day = dateIn(page.string(block))?.day else { continue }
      switch day.julianDay - found.day.julianDay {
      case 0: return nil
      case -1, 1: next = next ?? day
      default: break
      }
    }
    return next
  }

  /// An address often has the day on which the text was begun: of the elements with a time the first
  /// that is at most a day from it.
  private static func closer(to found: PageDate, _ document: HTMLDocument) -> PageDate? {
    for index in document.nodes.indices where document.nodes[index].tag == .time {
      if let text = document.value(.datetime, of: index),
        let date = PageDate(text, origin: .page),
        abs(date.day.julianDay - found.day.julianDay) <= 1
      {
        return date
      }
    }
    return nil
  }

  /// A date behind a name like `publishedAt` in the data of a script or an attribute.
  private static func embedded(_ bytes: Span<UInt8>) -> PageDate? {
    var index = 0
    while index < bytes.count {
      guard bytes[index] | 0x20 == UInt8(ascii: "p"),
        bytes.hasPrefixIgnoringCase("publish", at: index)
      else {
        index += 1
        continue
      }
      index += 7
      let end = min(bytes.count, index + 40)
      while index < end, !isDigit(bytes[index]) { index += 1 }
      guard index + 10 <= bytes.count else { return nil }
      let text = bytes.extracting(index..<index + 10)
      if let date = PartialDate(iso8601: repairedString(text)), (1990...2100).contains(date.year),
        let date = PageDate(date, origin: .page)
      {
        return date
      }
    }
    return nil
  }

  /// The first line of the page that is a date and nothing else.
  private static func alone(_ page: PageBlocks) -> PageDate? {
    for block in page.blocks where block.counts.digits >= 5 && block.counts.words <= 6 {
      if let date = PageDate(page.string(block).trimmingMarks, origin: .page),
        (1990...2100).contains(date.date.year)
      {
        return date
      }
    }
    return nil
  }

  /// From a little before the heading to a little into the text.
  ///
  /// The heading is looked for in so many blocks (`reach`) before the text.
  static func headRange(
    _ document: HTMLDocument, _ page: PageBlocks, content: ClosedRange<Int>?, reach: Int = 25
  ) -> Range<Int> {
    guard let content else { return 0..<document.nodes.count }
    var first = content.lowerBound
    var back = first
    while back > 0, first - back < reach {
      back -= 1
      if document.nodes[page.blocks[back].container].tag == .h1 {
        first = back
        break
      }
    }
    if first == content.lowerBound { first = max(0, first - 8) }
    let start = page.blocks[max(0, first - 4)].firstNode
    let last = min(page.blocks.count - 1, content.lowerBound + 4)
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
    // Every run of up to six words that has enough digits.
    let digits = words.map { word in word.utf8.count { isDigit($0) } }
    for start in words.indices {
      for length in stride(from: min(6, words.count - start), to: 0, by: -1) {
        let count = digits[start..<start + length].reduce(0, +)
        guard count >= 5 || count == 4 && length > 1 else { break }
        let run = words[start..<start + length].joined(separator: " ").trimmingMarks
        if let date = PageDate(run, origin: .page), (1990...2100).contains(date.date.year) {
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

import NewsModel

extension Format {
  /// One article a file: a web page as it was saved.
  public static let html = Format(
    name: "html",
    summary: "a web page: one article a file, its text without navigation and notices",
    fileExtensions: ["html", "htm", "xhtml", "shtml"],
    sniff: { sample, isNamed in
      if looksLikePage(sample.bytes.span) { return isNamed ? .certain : .likely }
      return isNamed ? .likely : .no
    },
    makeReader: { WebPageReader($0) })

  /// Whether HTML begins here: a doctype or one of the elements with which pages begin, perhaps behind
  /// white space, comments and an XML declaration.
  private static func looksLikePage(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      if isHTMLSpace(bytes[index]) {
        index += 1
      } else if bytes.hasPrefix("<!--", at: index) {
        while index < bytes.count, !bytes.hasPrefix("-->", at: index) { index += 1 }
        index += 3
      } else if bytes.hasPrefix("<?xml", at: index) {
        index = (bytes.firstIndex(of: UInt8(ascii: ">"), from: index) ?? bytes.count) + 1
      } else {
        break
      }
    }
    return bytes.hasPrefixIgnoringCase("<!doctype html", at: index)
      || bytes.hasPrefixIgnoringCase("<html", at: index)
      || bytes.hasPrefixIgnoringCase("<head", at: index)
      || bytes.hasPrefixIgnoringCase("<body", at: index)
      || bytes.hasPrefixIgnoringCase("<meta ", at: index)
      || bytes.hasPrefixIgnoringCase("<title", at: index)
  }
}

/// Reads a file as one web page.
struct WebPageReader: RecordReader {
  private let context: ReaderContext
  private var assembler: RecordAssembler
  private var bytes: [UInt8] = []

  init(_ context: ReaderContext) {
    self.context = context
    assembler = RecordAssembler(context, readsMarkup: false)
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    // One byte more than the limit tells that there is too much.
    let room = max(0, RecordLimit.bytes + 1 - bytes.count)
    bytes.append(contentsOf: chunk.extracting(0..<min(room, chunk.count)))
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    let position = RecordPosition(record: 1)
    let whole = bytes
    bytes = []
    guard whole.count <= RecordLimit.bytes else {
      try sink(.rejected(position, reason: tooLong("page"), excerpt: excerpt(of: whole.span)))
      return
    }
    try sink(assembler.finish(WebPage(whole), at: position, source: whole.span))
  }
}

extension RecordAssembler {
  /// Makes the record of a web page.
  mutating func finish(
    _ page: WebPage, at position: RecordPosition, source: Span<UInt8>
  ) -> RecordEvent {
    func add(_ name: String, _ value: String?, _ field: Field) {
      guard let value else { return }
      self.add(name, .text(value), use: FieldUse(role: .field(field), rank: -1))
    }
    guard !page.text.isEmpty else {
      reset()
      return .rejected(position, reason: "not an article: no text", excerpt: excerpt(of: source))
    }
    for remark in page.remarks { self.remark(remark) }
    add("headline", page.headline, .headline)
    add("text", page.text, .text)
    add("author", page.authors.isEmpty ? nil : page.authors.joined(separator: "; "), .author)
    add("source", page.site, .source)
    add("section", page.section, .section)
    add("language", page.language, .language)
    add("url", page.url, .url)
    add("date", page.date?.description, .date)
    guard case .article(var draft, let position) = finish(position, record: source) else {
      return .rejected(position, reason: "not an article: no text", excerpt: excerpt(of: source))
    }
    draft.isOfPage = true
    if draft.dateOrigin == .field { draft.dateOrigin = page.dateOrigin ?? .page }
    return .article(draft, position)
  }
}

import NewsModel

extension Format {
  /// One article a file: a headline, and what follows it.
  public static let plainText = Format(
    name: "text", summary: "plain text: one article a file, its first line the headline",
    fileExtensions: ["txt", "text"], isText: true,
    sniff: { sample, isNamed in
      guard reasonForNoArticle(sample) == nil else { return .no }
      let controls = sample.bytes.prefix(4096).count { $0 < 0x20 && !isLayout($0) }
      let begins = sample.bytes[...].trimmed.first
      if isNamed {
        return controls == 0 && begins != nil ? .likely : .no
      }
      // What begins like HTML, XML or RTF is no plain text; neither is what has control characters.
      let isMarkup = begins == UInt8(ascii: "<") || begins == UInt8(ascii: "{")
      return controls > 0 || isMarkup || begins == nil ? .no : .possible
    },
    makeReader: { PlainTextReader($0) })

  /// Tabs, line breaks, form feeds and the escape of old terminals.
  private static func isLayout(_ byte: UInt8) -> Bool {
    (0x09...0x0D).contains(byte) || byte == 0x1A || byte == 0x1B
  }
}

/// Reads a file as one article.
struct PlainTextReader: RecordReader {
  /// Longer first lines are the beginning of the text. Of 12,518 headlines of the AllSides corpus
  /// the longest has fewer.
  private static let headlineCharacters = 250

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
    let position = RecordPosition(record: 1, line: 1)
    let whole = bytes
    bytes = []
    guard whole.count <= RecordLimit.bytes else {
      try sink(.rejected(position, reason: tooLong("text"), excerpt: excerpt(of: whole.span)))
      return
    }
    let textStart = Self.endOfHeadline(whole.span)
    let headline = whole[..<textStart].trimmed
    if !headline.isEmpty {
      let line = DecodedText(whole.span.extracting(headline.startIndex..<headline.endIndex))
      if let remark = line.remark { assembler.remark(remark) }
      assembler.add(
        "headline", .text(line.text), use: FieldUse(role: .field(.headline), rank: -1))
    }
    // Collections with a folder a topic number their files: BBC, 20 Newsgroups.
    if context.isNumberedFile, !context.folder.isEmpty { assembler.add(.section, context.folder) }
    let text = DecodedText(whole.span.extracting(droppingFirst: textStart))
    if let remark = text.remark { assembler.remark(remark) }
    assembler.add("text", .text(text.text), use: FieldUse(role: .field(.text), rank: -1))
    try sink(assembler.finish(position, record: whole.span))
  }

  /// The place behind the headline's line: 0 where the first line is no headline, since it is
  /// long, ends like a sentence, or is all that there is.
  private static func endOfHeadline(_ bytes: Span<UInt8>) -> Int {
    var start = 0
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    let lineEnd = endOfLine(bytes, from: start)
    var end = lineEnd
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > start, !endsSentence(bytes.extracting(start..<end)) else { return 0 }
    let characters = (start..<end).count { bytes[$0] & 0xC0 != 0x80 }
    guard characters <= headlineCharacters else { return 0 }
    var next = lineEnd
    if next < bytes.count, bytes[next] == 0x0D { next += 1 }
    if next < bytes.count, bytes[next] == 0x0A { next += 1 }
    let hasText = (next..<bytes.count).contains { bytes[$0] > 0x20 }
    return hasText ? next : 0
  }

  private static func endOfLine(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// A full stop, also a Chinese one, that is not part of an ellipsis.
  private static func endsSentence(_ line: Span<UInt8>) -> Bool {
    let last = line.count - 1
    if line[last] == UInt8(ascii: ".") { return last == 0 || line[last - 1] != UInt8(ascii: ".") }
    return last >= 2 && line[last - 2] == 0xE3 && line[last - 1] == 0x80 && line[last] == 0x82
  }
}

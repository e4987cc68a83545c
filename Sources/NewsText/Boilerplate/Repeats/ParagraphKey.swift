/// What ``RepeatLearner`` has to know of a paragraph.
public struct ParagraphKey: Sendable, Hashable {
  /// 64 bits over the paragraph's words: case, numbers, punctuation and white space do not matter.
  public var hash: UInt64
  /// Whether it has 12 words or more: these tell near-copies of an article.
  public var isLong: Bool

  /// A key of the given parts.
  public init(hash: UInt64, isLong: Bool) {
    self.hash = hash
    self.isLong = isLong
  }

  /// The key of a paragraph, or nil when it has no words.
  public init?(ofParagraph text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, 0..<bytes.count)
  }

  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    let shape = ParagraphShape(bytes, range)
    guard !shape.words.isEmpty else { return nil }
    self.init(hash: shape.hash, isLong: shape.words.count >= 12)
  }
}

/// The keys of everything in a text that ``splitArticle(_:headline:isRepeated:)`` may ask about: its
/// paragraphs, and the sentences at the ends of a text that is fused into one paragraph.
public func paragraphKeys(of text: String) -> [ParagraphKey] {
  let paragraphs = Paragraphs(of: text)
  return paragraphs.ranges.flatMap { range -> [ParagraphKey] in
    let whole = ParagraphKey(paragraphs.bytes, range)
    let sentences = ArticleSplitter.endSentences(of: range, in: paragraphs.bytes)
    return (whole.map { [$0] } ?? [])
      + sentences.compactMap { ParagraphKey(paragraphs.bytes, $0) }
  }
}

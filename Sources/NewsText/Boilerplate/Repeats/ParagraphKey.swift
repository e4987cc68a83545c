/// What ``RepeatLearner`` has to know of a paragraph.
public struct ParagraphKey: Sendable, Hashable {
  /// 64 bits over the paragraph's words: case, numbers, punctuation and white space do not matter.
  public var hash: UInt64
  /// Whether it has 12 words or more: these tell near-copies of an article.
  public var isLong: Bool

  /// How many words make a paragraph long.
  static let longWords = 12

  /// A key of the given parts.
  public init(hash: UInt64, isLong: Bool) {
    self.hash = hash
    self.isLong = isLong
  }

  /// The key of a paragraph, or nil when it has no words.
  public init?(ofParagraph text: String) {
    let bytes = Array(text.utf8)
    self.init(ParagraphShape(bytes, 0..<bytes.count))
  }

  /// The key of a paragraph of this shape, or nil when it has no words.
  init?(_ shape: ParagraphShape) {
    guard !shape.words.isEmpty else { return nil }
    self.init(hash: shape.hash, isLong: shape.words.count >= Self.longWords)
  }
}

/// The keys of everything in a text that ``splitArticle(_:headline:isRepeated:)`` may ask about: its
/// paragraphs, and the sentences at the ends of a text that is fused into one paragraph.
///
/// ``ReadArticle/keys`` has them too, where the text is going to be split.
public func paragraphKeys(of text: String) -> [ParagraphKey] {
  let paragraphs = Paragraphs(of: text)
  var shape = ParagraphShape()
  var keys: [ParagraphKey] = []
  keys.reserveCapacity(paragraphs.ranges.count)
  func add(_ range: Range<Int>) {
    shape.read(paragraphs.bytes, range)
    if let key = ParagraphKey(shape) { keys.append(key) }
  }
  for range in paragraphs.ranges {
    add(range)
    for sentence in FusedParagraph.sentences(of: range, in: paragraphs.bytes).ends { add(sentence) }
  }
  return keys
}

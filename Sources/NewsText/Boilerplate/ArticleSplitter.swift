import NewsModel

/// Sets the boilerplate of an article's text apart.
///
/// - Parameters:
///   - text: The text as imported.
///   - headline: The headline, if known: it is no article's own paragraph.
///   - isRepeated: Whether the paragraph with this hash repeats within the article's source
///     (``RepeatLearner``).
/// - Returns: The body and the blocks, from which the text can be put together again.
public func splitArticle(
  _ text: String, headline: String? = nil, isRepeated: (UInt64) -> Bool = { _ in false }
) -> SplitArticle {
  ArticleSplitter(text, classifier: .standard).split(headline: headline, isRepeated: isRepeated)
}

/// The steps from a text to a split article.
struct ArticleSplitter {
  private let paragraphs: Paragraphs
  private let classifier: BoilerplateClassifier

  /// A paragraph, or the sentences cut from its ends, with what was found out about it.
  private struct Piece {
    var range: Range<Int>
    var verdict: BoilerplateVerdict? = nil
  }

  init(_ text: String, classifier: BoilerplateClassifier) {
    paragraphs = Paragraphs(of: text)
    self.classifier = classifier
  }

  func split(headline: String?, isRepeated: (UInt64) -> Bool) -> SplitArticle {
    let verdicts = classifier.judge(
      paragraphs.bytes, paragraphs.ranges, headline: headline, isRepeated: isRepeated)
    var pieces: [Piece] = []
    pieces.reserveCapacity(verdicts.count)
    for (range, verdict) in zip(paragraphs.ranges, verdicts) {
      if verdict == nil {
        pieces += cutAtSentences(range, isRepeated)
      } else {
        pieces.append(Piece(range: range, verdict: verdict))
      }
    }
    return assemble(pieces)
  }

  /// A paragraph of fewer bytes than this is no article fused into one paragraph.
  private static let fusedSize = 600
  /// How many sentences boilerplate at an end of a fused paragraph can have.
  private static let sentencesCut = 6

  /// The sentences of a paragraph, when it is long enough to be a fused article; else none.
  private static func sentencesOfFused(_ range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    guard range.count >= fusedSize else { return [] }
    let sentences = bytes.sentences(in: range)
    return sentences.count >= 5 ? sentences : []
  }

  /// The sentences of a fused paragraph that may be cut off.
  static func endSentences(of range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    let sentences = sentencesOfFused(range, in: bytes)
    guard sentences.count > 2 * sentencesCut else { return sentences }
    return Array(sentences.prefix(sentencesCut) + sentences.suffix(sentencesCut))
  }

  /// Cuts boilerplate from both ends of a long paragraph: some dumps have one paragraph an article.
  private func cutAtSentences(_ range: Range<Int>, _ isRepeated: (UInt64) -> Bool) -> [Piece] {
    let sentences = Self.sentencesOfFused(range, in: paragraphs.bytes)
    guard !sentences.isEmpty else { return [Piece(range: range)] }
    func verdict(_ index: Int) -> BoilerplateVerdict? {
      classifier.judge(sentence: paragraphs.bytes, sentences[index], isRepeated: isRepeated)
    }
    var head: [Piece] = []
    while head.count < Self.sentencesCut, head.count < sentences.count - 1,
      let verdict = verdict(head.count)
    {
      head.append(Piece(range: sentences[head.count], verdict: verdict))
    }
    var tail: [Piece] = []
    while tail.count < Self.sentencesCut, head.count + tail.count < sentences.count - 1 {
      let index = sentences.count - 1 - tail.count
      guard let verdict = verdict(index) else { break }
      tail.append(Piece(range: sentences[index], verdict: verdict))
    }
    let start = sentences[head.count].lowerBound
    let end = sentences[sentences.count - 1 - tail.count].upperBound
    return head + [Piece(range: start..<end)] + tail.reversed()
  }

  private func assemble(_ pieces: [Piece]) -> SplitArticle {
    let bytes = paragraphs.bytes
    var body: [UInt8] = []
    body.reserveCapacity(bytes.count)
    var blocks: [SplitArticle.Block] = []
    // Blocks that wait for the paragraph before which they stand.
    var waiting = 0
    for piece in pieces {
      if let verdict = piece.verdict {
        blocks.append(
          .init(
            text: paragraphs.text(piece.range), kind: verdict.kind, rule: verdict.rule,
            bodyOffset: 0))
        waiting += 1
        continue
      }
      if !body.isEmpty { body += Layout.blankLine }
      for index in blocks.indices.suffix(waiting) { blocks[index].bodyOffset = body.count }
      waiting = 0
      body += bytes[piece.range]
    }
    for index in blocks.indices.suffix(waiting) { blocks[index].bodyOffset = body.count }
    let layout = Layout(of: pieces.map(\.range), in: paragraphs)
    return SplitArticle(
      body: String(decoding: body, as: UTF8.self), blocks: blocks,
      layout: layout.isDefault ? nil : layout.description)
  }
}

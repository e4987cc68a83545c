import NewsModel

/// Sets the boilerplate of an article's text apart.
///
/// - Parameters:
///   - text: The text as imported.
///   - headline: The headline, if known: it is no article's own paragraph.
///   - isOfPage: Whether it is what was chosen of a web page.
///   - knowledge: What is known of its paragraphs from outside of the article.
/// - Returns: The body and the blocks, from which the text can be put together again.
public func splitArticle(
  _ text: String, headline: String? = nil, isOfPage: Bool = false,
  knowing knowledge: some ParagraphKnowledge = NothingKnown()
) -> SplitArticle {
  ReadArticle(text, headline: headline).split(isOfPage: isOfPage, knowing: knowledge)
}

/// The steps from a text that has been read to a split article.
struct ArticleSplitter {
  private let article: ReadArticle
  private let classifier = BoilerplateClassifier.standard

  /// A paragraph, or the sentences cut from its ends, with what was found out about it.
  struct Piece {
    var range: Range<Int>
    var verdict: BoilerplateVerdict? = nil
  }

  init(_ article: ReadArticle) { self.article = article }

  func split(isOfPage: Bool, knowing knowledge: some ParagraphKnowledge) -> SplitArticle {
    let verdicts = classifier.judge(article.judged, byRules: isOfPage, knowing: knowledge)
    var pieces: [Piece] = []
    pieces.reserveCapacity(verdicts.count)
    for (index, verdict) in verdicts.enumerated() {
      if verdict == nil, let fused = article.fused[index] {
        pieces += fused.pieces { classifier.judge(alone: $0, knowing: knowledge) }
      } else {
        pieces.append(Piece(range: article.paragraphs.ranges[index], verdict: verdict))
      }
    }
    return assemble(pieces, isOfPage: isOfPage)
  }

  private func assemble(_ pieces: [Piece], isOfPage: Bool) -> SplitArticle {
    let paragraphs = article.paragraphs
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
    var layout = Layout(of: pieces.map(\.range), in: paragraphs)
    layout.isOfPage = isOfPage
    return SplitArticle(
      body: String(decoding: body, as: UTF8.self), blocks: blocks,
      layout: layout.isDefault ? nil : layout.description)
  }
}

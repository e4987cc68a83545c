/// An article's text that has been read once: its paragraphs, and what each shows by itself.
///
/// What of it is boilerplate is decided later, by ``split(knowing:)``: what repeats within a source
/// is known when other articles have been read too.
public struct ReadArticle: Sendable {
  let paragraphs: Paragraphs
  /// What each paragraph shows.
  let judged: [JudgedParagraph]
  /// Those paragraphs that may be a whole article, by their number.
  let fused: [Int: FusedParagraph]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The text as imported.
  ///   - headline: The headline, if known: it is no article's own paragraph.
  public init(_ text: String, headline: String?) {
    let paragraphs = Paragraphs(of: text)
    var reader = ParagraphReader(.standard, headline: headline)
    var judged: [JudgedParagraph] = []
    judged.reserveCapacity(paragraphs.ranges.count)
    var fused: [Int: FusedParagraph] = [:]
    for (index, range) in paragraphs.ranges.enumerated() {
      judged.append(reader.paragraph(paragraphs.bytes, range))
      if let paragraph = FusedParagraph(paragraphs.bytes, range, &reader) {
        fused[index] = paragraph
      }
    }
    (self.paragraphs, self.judged, self.fused) = (paragraphs, judged, fused)
  }

  /// What ``RepeatLearner`` has to know of the text: the keys of its paragraphs, and of the sentences
  /// at the ends of a text that is fused into one paragraph.
  public var keys: [ParagraphKey] {
    var keys: [ParagraphKey] = []
    keys.reserveCapacity(judged.count)
    for (index, paragraph) in judged.enumerated() {
      if let key = paragraph.key { keys.append(key) }
      for sentence in fused[index]?.ends ?? [] {
        if let key = sentence.key { keys.append(key) }
      }
    }
    return keys
  }

  /// Sets the boilerplate apart.
  ///
  /// - Parameters:
  ///   - isOfPage: Whether it is what was chosen of a web page. Rules alone are asked then, and not the
  ///     model that judges paragraphs by their form: where more is known of them, they have been judged.
  ///   - knowledge: What is known of its paragraphs from outside of the article.
  /// - Returns: The body and the blocks, from which the text can be put together again.
  public func split(
    isOfPage: Bool = false, knowing knowledge: some ParagraphKnowledge
  ) -> SplitArticle {
    ArticleSplitter(self).split(isOfPage: isOfPage, knowing: knowledge)
  }
}

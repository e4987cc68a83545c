internal import NewsModel

extension SplitArticle {
  /// The imported text of a stored article, byte for byte.
  ///
  /// - Parameters:
  ///   - body: The article's own paragraphs.
  ///   - blocks: The blocks in their order, each with the code point of the body before which it
  ///     stood.
  ///   - layout: As it was stored.
  /// - Returns: The text as it was imported.
  package static func originalText(
    body: String, blocks: [(text: String, start: Int)], layout: String?
  ) -> String {
    let offsets = CodePointOffsets(body)
    return SplitArticle(
      body: body,
      blocks: blocks.map { block in
        Block(
          text: block.text, kind: .other, rule: .repeats,
          bodyOffset: offsets.byte(ofCodePoint: block.start))
      }, layout: layout
    ).originalText()
  }
}

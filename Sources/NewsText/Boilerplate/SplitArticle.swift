public import NewsModel

/// An article's text with its boilerplate set apart; the imported text can be put together again
/// from it byte for byte.
public struct SplitArticle: Sendable, Equatable {
  /// A block of boilerplate: a paragraph, or the sentences cut from the end of one.
  public struct Block: Sendable, Equatable {
    /// The block's words, trimmed, on one line.
    public var text: String
    /// What it is.
    public var kind: BoilerplateKind
    /// What set it apart.
    public var rule: BoilerplateRule
    /// Before which UTF-8 byte of the body it stood: a paragraph's first byte, or the body's end.
    public var bodyOffset: Int

    /// A block of the given parts.
    public init(text: String, kind: BoilerplateKind, rule: BoilerplateRule, bodyOffset: Int) {
      self.text = text
      self.kind = kind
      self.rule = rule
      self.bodyOffset = bodyOffset
    }
  }

  /// The article's own paragraphs, with a blank line between two of them.
  public var body: String
  /// The boilerplate, in the order of the text.
  public var blocks: [Block]
  /// What ``originalText()`` has to know besides: nil when every paragraph and block of the original
  /// was followed by exactly one blank line, and the text is none of a web page. See `Layout` for its grammar.
  public var layout: String?

  /// A split article from its stored parts.
  public init(body: String, blocks: [Block], layout: String?) {
    self.body = body
    self.blocks = blocks
    self.layout = layout
  }

  /// Whether a stored layout says that the text is what was chosen of a web page.
  public static func isOfPage(layout: String?) -> Bool {
    layout.flatMap(Layout.init)?.isOfPage ?? false
  }

  /// The imported text, byte for byte.
  public func originalText() -> String {
    let body = Array(body.utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var nextBlock = 0
    var offset = 0
    func takeBlocks(through limit: Int) {
      while nextBlock < blocks.count, blocks[nextBlock].bodyOffset <= limit {
        pieces.append(ArraySlice(blocks[nextBlock].text.utf8))
        nextBlock += 1
      }
    }
    while offset < body.count {
      takeBlocks(through: offset)
      var end = offset
      while end < body.count, !body.hasBlankLine(at: end) { end += 1 }
      pieces.append(body[offset..<end])
      offset = end + 2
    }
    takeBlocks(through: .max)
    return (layout.flatMap(Layout.init) ?? Layout()).assemble(pieces)
  }
}

extension [UInt8] {
  /// Whether the separator of two body paragraphs stands at an offset.
  @inline(__always)
  fileprivate func hasBlankLine(at offset: Int) -> Bool {
    self[offset] == 0x0A && offset + 1 < count && self[offset + 1] == 0x0A
  }
}

extension HTMLDocument {
  /// Classes and ids, whole, that systems give to the part of a page where readers comment.
  ///
  /// On the evaluation pages 78 have such a part; of what is in them less than 1% is in the right answers.
  private static let commentNames = NameTable(
    [
      "comments", "comment-list", "commentlist", "comments-area", "comment-body", "comments-list",
      "comment-content", "comments-section", "comment-section", "comments-container",
      "comments-wrapper", "disqus_thread",
    ].map { ($0, 0) })

  /// Whether an element is where readers comment, and not the page itself: it holds no heading of the
  /// first level.
  func isComments(_ node: Int) -> Bool {
    let tag = nodes[node].tag
    guard nodes[node].attributeCount > 0, tag.traits.contains(.breaksLine), tag != .body,
      tag != .html
    else { return false }
    let first = Int(nodes[node].firstAttribute)
    for index in first..<first + Int(nodes[node].attributeCount) {
      let attribute = attributes[index]
      guard attribute.name == .class || attribute.name == .id, hasCommentName(attribute.value)
      else { continue }
      return !nodes[node..<Int(nodes[node].end)].contains { $0.tag == .h1 }
    }
    return false
  }

  private func hasCommentName(_ value: Range<Int>) -> Bool {
    var index = value.lowerBound
    while index < value.upperBound {
      let start = index
      while index < value.upperBound, !isHTMLSpace(bytes[index]) { index += 1 }
      // All of the names begin with c or d.
      if index > start,
        bytes[start] | 0x20 == UInt8(ascii: "c") || bytes[start] | 0x20 == UInt8(ascii: "d"),
        Self.commentNames.value(bytes.span, start..<index) != nil
      {
        return true
      }
      index += 1
    }
    return false
  }
}

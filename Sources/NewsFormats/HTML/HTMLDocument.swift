/// A page as a tree, in one array: nodes in the order of the source, each with the place behind its
/// last descendant.
struct HTMLDocument: Sendable {
  /// An element or a text.
  struct Node: Sendable {
    /// The element; ``HTMLTag/other`` for a text too.
    var tag: HTMLTag
    var isText: Bool
    /// Whether the element is of SVG or MathML, or the text is of a CDATA section.
    var isForeign = false
    /// The element that it stands in; the root stands in itself.
    var parent: Int32
    /// The number behind that of the last descendant.
    var end: Int32
    /// Where the text, or the name in the start tag, stands in the source; in bytes.
    var start: Int32
    var length: Int32
    /// Its attributes in ``HTMLDocument/attributes``.
    var firstAttribute: Int32 = 0
    var attributeCount: Int32 = 0

    /// Where the text, or the element's name, stands in the source.
    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  /// The source: UTF-8, not validated.
  let bytes: [UInt8]
  /// The nodes; the first is the root, `html`.
  var nodes: [Node]
  var attributes: [HTMLAttribute]

  /// Parses a page.
  init(_ bytes: [UInt8]) {
    var builder = HTMLTreeBuilder()
    builder.parse(bytes.span)
    self.bytes = bytes
    nodes = builder.nodes
    attributes = builder.attributes
  }

  /// The first attribute of a name, or nil: where its value stands.
  func attribute(_ name: HTMLAttributeName, of node: Int) -> Range<Int>? {
    let first = Int(nodes[node].firstAttribute)
    for index in first..<first + Int(nodes[node].attributeCount)
    where attributes[index].name == name { return attributes[index].value }
    return nil
  }

  /// An attribute's value with its character references resolved; nil where it is not there.
  func value(_ name: HTMLAttributeName, of node: Int) -> String? {
    guard let range = attribute(name, of: node) else { return nil }
    var output: [UInt8] = []
    CharacterReferences.standard.append(bytes.span, range, isAttribute: true, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether an attribute's value is some ASCII, in any letter case.
  func attribute(_ name: HTMLAttributeName, of node: Int, is word: StaticString) -> Bool {
    guard let range = attribute(name, of: node), range.count == word.utf8CodeUnitCount else {
      return false
    }
    return bytes.span.hasPrefixIgnoringCase(word, at: range.lowerBound)
  }

  /// The text of a node and what is in it, references resolved, white space as it was written; scripts and
  /// styles left out.
  func text(of node: Int) -> String {
    var output: [UInt8] = []
    var index = node
    while index < Int(nodes[node].end) {
      let current = nodes[index]
      if current.isText {
        append(textOf: index, to: &output)
      } else if index != node, current.tag == .script || current.tag == .style {
        index = Int(current.end)
        continue
      } else if current.tag.traits.contains(.breaksLine) {
        output.append(0x20)
      }
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the text of a text node.
  func append(textOf node: Int, to output: inout [UInt8]) {
    let text = nodes[node]
    let parent = nodes[Int(text.parent)].tag.traits
    if parent.contains(.rawText) || text.isForeign {
      output.append(contentsOf: bytes[text.range])
    } else {
      CharacterReferences.standard.append(
        bytes.span, text.range, isAttribute: false, to: &output)
    }
  }
}

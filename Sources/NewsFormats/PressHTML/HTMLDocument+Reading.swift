/// What readers of databases' exports ask of a page, whose structure they know.
extension HTMLDocument {
  /// The elements in a node, itself left out, in the order of the source.
  func elements(in node: Int = 0) -> [Int] {
    (node + 1..<max(node + 1, Int(nodes[node].end))).filter { !nodes[$0].isText }
  }

  /// The elements of a tag in a node.
  func elements(_ tag: HTMLTag, in node: Int = 0) -> [Int] {
    elements(in: node).filter { nodes[$0].tag == tag }
  }

  /// The elements of a class in a node, in any letter case.
  func elements(ofClass name: String, in node: Int = 0) -> [Int] {
    elements(in: node).filter { hasClass(name, $0) }
  }

  /// The elements right below a node.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var index = node + 1
    while index < Int(nodes[node].end) {
      if !nodes[index].isText { children.append(index) }
      index = max(index + 1, Int(nodes[index].end))
    }
    return children
  }

  /// Whether an element has a class.
  func hasClass(_ name: String, _ node: Int) -> Bool {
    guard let classes = value(.class, of: node) else { return false }
    return classes.split(whereSeparator: \.isWhitespace).contains {
      $0.lowercased() == name.lowercased()
    }
  }

  /// Whether an element has this identifier, which should be one element's alone and is not always.
  func hasID(_ name: String, _ node: Int) -> Bool { value(.id, of: node) == name }

  /// The text of a node on one line; nil where there is none.
  func line(of node: Int) -> String? {
    var flow = FlowText()
    collect(node, into: &flow, asOneLine: true) { _ in false }
    return flow.isEmpty ? nil : flow.text
  }

  /// The text of a node as paragraphs; nil where there is none.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - isLeftOut: Whether an element is not read with the text.
  /// - Returns: The paragraphs, with a blank line between each two.
  func paragraphs(
    of node: Int, leavingOut isLeftOut: (Int) -> Bool = { _ in false }
  ) -> String? {
    var flow = FlowText()
    collect(node, into: &flow, asOneLine: false, leavingOut: isLeftOut)
    return flow.isEmpty ? nil : flow.text
  }

  /// The text of nodes that follow one another.
  func paragraphs(
    of range: Range<Int>, leavingOut isLeftOut: (Int) -> Bool = { _ in false }
  ) -> String? {
    var flow = FlowText()
    var index = range.lowerBound
    while index < range.upperBound {
      // An element that goes on beyond the range is only read into.
      let isWhole = Int(nodes[index].end) <= range.upperBound
      if nodes[index].isText {
        add(textOf: index, to: &flow)
      } else if isWhole {
        if !isLeftOut(index) {
          collect(index, into: &flow, asOneLine: false, leavingOut: isLeftOut)
        }
        index = Int(nodes[index].end)
        continue
      }
      index += 1
    }
    return flow.isEmpty ? nil : flow.text
  }

  private func collect(
    _ node: Int, into flow: inout FlowText, asOneLine: Bool, leavingOut isLeftOut: (Int) -> Bool
  ) {
    let tag = nodes[node].tag
    if tag == .script || tag == .style || tag == .select || tag == .textarea { return }
    let isCell = tag == .td || tag == .th
    let isBlock = tag.traits.contains(.breaksLine) && !isCell && tag != .br && !asOneLine
    if tag == .br, !asOneLine { flow.breakLine() }
    if isCell || (asOneLine && tag.traits.contains(.breaksLine)) { flow.space() }
    if isBlock { tag == .tr ? flow.beginLine() : flow.beginParagraph() }
    var index = node + 1
    while index < Int(nodes[node].end) {
      if nodes[index].isText {
        add(textOf: index, to: &flow)
      } else if !isLeftOut(index) {
        collect(index, into: &flow, asOneLine: asOneLine, leavingOut: isLeftOut)
      }
      index = max(index + 1, Int(nodes[index].end))
    }
    if isBlock { tag == .tr ? flow.beginLine() : flow.beginParagraph() }
  }

  private func add(textOf node: Int, to flow: inout FlowText) {
    var text: [UInt8] = []
    append(textOf: node, to: &text)
    flow.append(String(decoding: text, as: UTF8.self))
  }
}

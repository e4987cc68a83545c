/// An element of an XML document with what it holds.
struct XMLElement: Sendable {
  enum Node: Sendable {
    case element(XMLElement)
    case text(String)
  }

  /// Without prefix, as it is written.
  var name: String
  /// The namespace, empty where there is none.
  var namespace = ""
  /// By name without prefix; `xml:lang` is `lang`.
  var attributes: [String: String] = [:]
  var nodes: [Node] = []

  /// The elements right below this one.
  var children: [XMLElement] {
    nodes.compactMap { node in
      if case .element(let element) = node { return element }
      return nil
    }
  }

  /// The children of a name.
  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The first child that has the first of the names that there is one of.
  func child(_ names: String...) -> XMLElement? {
    for name in names {
      if let child = children.first(where: { $0.name == name }) { return child }
    }
    return nil
  }

  /// The element that a path of names leads to, by the first child of each name.
  func at(_ path: String...) -> XMLElement? {
    var element = self
    for name in path {
      guard let child = element.child(name) else { return nil }
      element = child
    }
    return element
  }

  /// The first element of a name below this one, in the order of the document.
  func first(_ name: String) -> XMLElement? {
    for child in children {
      if child.name == name { return child }
      if let found = child.first(name) { return found }
    }
    return nil
  }

  /// All elements of a name below this one; not those inside of one another.
  func all(_ name: String) -> [XMLElement] {
    children.flatMap { $0.name == name ? [$0] : $0.all(name) }
  }

  /// All text inside, as it is written.
  var rawText: String {
    var text = ""
    collect(&text)
    return text
  }

  private func collect(_ text: inout String) {
    for node in nodes {
      switch node {
      case .text(let piece): text += piece
      case .element(let element): element.collect(&text)
      }
    }
  }

  /// All text inside on one line; nil where there is none.
  var line: String? {
    var flow = FlowText()
    flow.append(rawText)
    return flow.isEmpty ? nil : flow.text
  }

  /// The text inside as paragraphs; nil where there is none.
  ///
  /// - Parameters:
  ///   - leavingOut: Names of elements that are not read with the text.
  ///   - lineBreaks: Names of empty elements that begin a new line.
  /// - Returns: The paragraphs, with a blank line between each two.
  func paragraphs(
    leavingOut: Set<String> = [], lineBreaks: Set<String> = ["br", "lb"]
  ) -> String? {
    var flow = FlowText()
    collect(into: &flow, leavingOut, lineBreaks)
    return flow.isEmpty ? nil : flow.text
  }

  private func collect(
    into flow: inout FlowText, _ leavingOut: Set<String>, _ lineBreaks: Set<String>
  ) {
    for node in nodes {
      switch node {
      case .text(let text): flow.append(text)
      case .element(let element):
        let name = element.name.lowercased()
        if leavingOut.contains(name) || Self.unread.contains(name) { continue }
        if lineBreaks.contains(name) {
          flow.breakLine()
          continue
        }
        if Self.cells.contains(name) { flow.space() }
        let isBlock = Self.blocks.contains(name)
        if isBlock { flow.beginParagraph() }
        element.collect(into: &flow, leavingOut, lineBreaks)
        if isBlock { flow.beginParagraph() }
      }
    }
  }

  private static let unread: Set<String> = ["script", "style", "graphic", "img"]
  private static let cells: Set<String> = ["td", "th", "cell", "entry"]
  /// HTML's, and those of NITF, TEI, trafilatura, RCV1 and Factiva.
  private static let blocks: Set<String> = MarkupNames.blocks.subtracting(["td", "th"]).union([
    "item", "list", "quote", "lg", "l", "ab", "row", "block", "hl1", "hl2", "paragraph", "para",
    "title", "byline", "salute", "closer", "opener", "note", "line",
  ])
}

/// Builds the tree of a page by a reduced form of the WHATWG rules (HTML, section 13.2.6).
///
/// Kept are implied starts and ends, void and raw elements, scopes, foreign content, the head.
/// Left out is what moves nodes about: a text that stands between a table's cells stays there, and
/// overlapping formats end where the first of their blocks ends. So the texts stay in the order of
/// the source, and one array is enough. Elements deeper than ``maxDepth`` become their parent's.
struct HTMLTreeBuilder {
  /// Deeper than any article, and enough that each step's search upwards is short.
  static let maxDepth = 400

  private struct OpenElement {
    var node: Int32
    var tag: HTMLTag
    /// Whether what stands in it is SVG or MathML.
    var isForeign: Bool
  }

  private(set) var nodes: [HTMLDocument.Node] = []
  private(set) var attributes: [HTMLAttribute] = []
  private var open: [OpenElement] = []
  private var tokenizer = HTMLTokenizer()
  private var hasBody = false
  private var hasHead = false
  private var openForms = 0
  /// How many open elements are paragraphs: most searches for one need not begin.
  private var openParagraphs = 0
  /// How many elements beyond the depth cap are open.
  private var tooDeep = 0

  /// Reads a whole page.
  mutating func parse(_ bytes: Span<UInt8>) {
    nodes.reserveCapacity(bytes.count / 40)
    push(.html, name: 0..<0, isForeign: false)
    while true {
      tokenizer.allowsCDATA = current.isForeign
      switch tokenizer.next(bytes) {
      case .text(let range): text(range, bytes, isForeign: false)
      case .cdata(let range): text(range, bytes, isForeign: true)
      case .startTag(let tag, let name, let isSelfClosing):
        startTag(tag, name, isSelfClosing: isSelfClosing, bytes)
      case .endTag(let tag, let name): endTag(tag, name, bytes)
      case .comment, .doctype: break
      case .end:
        pop(to: 0)
        nodes[0].end = Int32(nodes.count)
        return
      }
    }
  }

  private var current: OpenElement { open[open.count - 1] }

  // MARK: Nodes

  private mutating func text(_ range: Range<Int>, _ bytes: Span<UInt8>, isForeign: Bool) {
    guard !range.isEmpty else { return }
    if current.tag == .head {
      // White space belongs to the head; text begins the body.
      guard range.contains(where: { !isHTMLSpace(bytes[$0]) }) else { return }
      pop(to: open.count - 1)
    }
    nodes.append(
      HTMLDocument.Node(
        tag: .other, isText: true, isForeign: isForeign, parent: current.node,
        end: Int32(nodes.count + 1), start: Int32(range.lowerBound), length: Int32(range.count)))
  }

  private mutating func insert(_ tag: HTMLTag, name: Range<Int>, isForeign: Bool) {
    var node = HTMLDocument.Node(
      tag: tag, isText: false, isForeign: isForeign, parent: open.last?.node ?? 0,
      end: Int32(nodes.count + 1), start: Int32(name.lowerBound), length: Int32(name.count))
    node.firstAttribute = Int32(attributes.count)
    node.attributeCount = Int32(tokenizer.attributes.count)
    attributes += tokenizer.attributes
    nodes.append(node)
  }

  private mutating func push(_ tag: HTMLTag, name: Range<Int>, isForeign: Bool) {
    insert(tag, name: name, isForeign: isForeign)
    guard open.count < Self.maxDepth else {
      tooDeep += 1
      return
    }
    if tag == .p { openParagraphs += 1 }
    if tag == .form { openForms += 1 }
    open.append(OpenElement(node: Int32(nodes.count - 1), tag: tag, isForeign: isForeign))
  }

  /// Closes the open elements from a place on.
  private mutating func pop(to count: Int) {
    while open.count > max(count, 1) {
      let element = open.removeLast()
      nodes[Int(element.node)].end = Int32(nodes.count)
      if element.tag == .p { openParagraphs -= 1 }
      if element.tag == .form { openForms -= 1 }
    }
  }

  // MARK: Searching upwards

  /// The place of the nearest open element of a tag that is in scope.
  private func find(_ tag: HTMLTag, also boundaries: HTMLTag...) -> Int? {
    var index = open.count - 1
    while index >= 0 {
      let element = open[index]
      if element.tag == tag { return index }
      if element.tag.traits.contains(.scope) || boundaries.contains(element.tag) { return nil }
      index -= 1
    }
    return nil
  }

  /// The place of the nearest open part of a table that fits, within the nearest table.
  private func findInTable(_ fits: (HTMLTag) -> Bool) -> Int? {
    var index = open.count - 1
    while index >= 0 {
      let tag = open[index].tag
      if fits(tag) { return index }
      if tag == .table || tag == .template || tag == .html { return nil }
      index -= 1
    }
    return nil
  }

  private mutating func closeParagraph() {
    guard openParagraphs > 0, let index = find(.p, also: .button) else { return }
    pop(to: index)
  }

  private mutating func closeImpliedEnds(except tag: HTMLTag = .other) {
    while current.tag.traits.contains(.impliedEnd), current.tag != tag { pop(to: open.count - 1) }
  }

  // MARK: Start tags

  private mutating func startTag(
    _ tag: HTMLTag, _ name: Range<Int>, isSelfClosing: Bool, _ bytes: Span<UInt8>
  ) {
    if current.isForeign {
      if tag.traits.contains(.leavesForeign) {
        while current.isForeign, open.count > 1 { pop(to: open.count - 1) }
      } else {
        return foreignStartTag(tag, name, isSelfClosing: isSelfClosing)
      }
    }
    let traits = tag.traits
    if current.tag == .head || tag == .html || tag == .head || tag == .body {
      guard !startsPage(tag, name) else { return }
    }
    // In most pages these are two of three tags.
    if traits.isEmpty {
      push(tag, name: name, isForeign: false)
      return
    }
    if traits.contains(.closesParagraph) { closeParagraph() }
    guard makeRoom(for: tag) else { return }
    if traits.contains(.void) {
      insert(tag, name: name, isForeign: false)
      return
    }
    if tag == .svg || tag == .math {
      foreignStartTag(tag, name, isSelfClosing: isSelfClosing)
      return
    }
    push(tag, name: name, isForeign: false)
    if traits.contains(.rawText) || traits.contains(.escapableText) {
      readRawText(of: tag, bytes)
    } else if tag == .plaintext {
      tokenizer.content = .plaintext
    }
  }

  /// The rules for `html`, `head` and `body`, and for what ends the head; true where the tag has
  /// been dealt with.
  private mutating func startsPage(_ tag: HTMLTag, _ name: Range<Int>) -> Bool {
    switch tag {
    case .html:
      if nodes[0].attributeCount == 0, !tokenizer.attributes.isEmpty {
        nodes[0].firstAttribute = Int32(attributes.count)
        nodes[0].attributeCount = Int32(tokenizer.attributes.count)
        attributes += tokenizer.attributes
      }
      return true
    case .head:
      if !hasHead, !hasBody, open.count == 1 { push(.head, name: name, isForeign: false) }
      hasHead = true
      return true
    case .body:
      if current.tag == .head { pop(to: open.count - 1) }
      if !hasBody, open.count == 1 { push(.body, name: name, isForeign: false) }
      hasBody = true
      return true
    default:
      if current.tag == .head, !tag.traits.contains(.head) { pop(to: open.count - 1) }
      return false
    }
  }

  /// Closes what cannot hold the element; false where the element is to be left out.
  private mutating func makeRoom(for tag: HTMLTag) -> Bool {
    switch tag {
    case .li: closeItem { $0 == .li }
    case .dd, .dt: closeItem { $0 == .dd || $0 == .dt }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if current.tag.traits.contains(.heading) { pop(to: open.count - 1) }
    case .a, .nobr: closeFormat(tag)
    case .button:
      if let index = find(.button) { pop(to: index) }
    case .option, .optgroup:
      if current.tag == .option { pop(to: open.count - 1) }
      if tag == .optgroup, current.tag == .optgroup { pop(to: open.count - 1) }
    case .rb, .rtc, .rp, .rt:
      if find(.ruby) != nil { closeImpliedEnds(except: tag == .rp || tag == .rt ? .rtc : .other) }
    case .form:
      return openForms == 0
    case .table:
      // A table in a table, but in none of its cells, ends it.
      if let index = findInTable({ $0 == .table || $0 == .td || $0 == .th || $0 == .caption }),
        open[index].tag == .table
      {
        pop(to: index)
      }
    case .td, .th:
      guard let table = findInTable({ $0 == .table }) else { return false }
      if let row = findInTable({ $0 == .tr }) { pop(to: row + 1) } else { popToSection(table) }
    case .tr:
      guard let table = findInTable({ $0 == .table }) else { return false }
      popToSection(table)
    case .tbody, .thead, .tfoot, .caption, .colgroup, .col:
      guard let table = findInTable({ $0 == .table }) else { return false }
      pop(to: table + 1)
    default: break
    }
    return true
  }

  /// Closes rows and cells, down to the table or a part of it that holds rows.
  private mutating func popToSection(_ table: Int) {
    let section = findInTable { $0 == .tbody || $0 == .thead || $0 == .tfoot }
    pop(to: (section ?? table) + 1)
  }

  /// Closes an open item of a list, as the start of the next one does.
  private mutating func closeItem(_ fits: (HTMLTag) -> Bool) {
    var index = open.count - 1
    while index > 0 {
      let tag = open[index].tag
      if fits(tag) { return pop(to: index) }
      let isPassed = tag == .address || tag == .div || tag == .p
      if tag.traits.contains(.special), !isPassed { return }
      index -= 1
    }
  }

  /// Ends a link in which another one begins.
  private mutating func closeFormat(_ tag: HTMLTag) {
    var index = open.count - 1
    while index > 0 {
      if open[index].tag == tag { return pop(to: index) }
      if open[index].tag.traits.contains(.special) { return }
      index -= 1
    }
  }

  private mutating func foreignStartTag(
    _ tag: HTMLTag, _ name: Range<Int>, isSelfClosing: Bool
  ) {
    if isSelfClosing { return insert(tag, name: name, isForeign: true) }
    push(tag, name: name, isForeign: true)
    switch tag {
    case .foreignobject, .desc, .title, .mi, .mo, .mn, .ms, .mtext:
      // HTML may stand in these.
      if open.last?.node == Int32(nodes.count - 1) { open[open.count - 1].isForeign = false }
    default: break
    }
  }

  /// The content of an element that only its own end tag ends.
  private mutating func readRawText(of tag: HTMLTag, _ bytes: Span<UInt8>) {
    tokenizer.content = tag == .script ? .script : .textOf(tag)
    let isOpen = open.last?.node == Int32(nodes.count - 1)
    let element = Int32(nodes.count - 1)
    if case .text(let range) = tokenizer.next(bytes), !range.isEmpty {
      nodes.append(
        HTMLDocument.Node(
          tag: .other, isText: true, parent: element, end: Int32(nodes.count + 1),
          start: Int32(range.lowerBound), length: Int32(range.count)))
    }
    tokenizer.content = .data
    // Its end tag: the next token, or the end of the file.
    _ = tokenizer.next(bytes)
    if isOpen { pop(to: open.count - 1) } else { tooDeep -= 1 }
    nodes[Int(element)].end = Int32(nodes.count)
  }

  // MARK: End tags

  private mutating func endTag(_ tag: HTMLTag, _ name: Range<Int>, _ bytes: Span<UInt8>) {
    if tooDeep > 0 {
      tooDeep -= 1
      return
    }
    switch tag {
    case .html, .body: return
    case .head:
      if current.tag == .head { pop(to: open.count - 1) }
    case .br:
      tokenizer.forgetAttributes()
      insert(.br, name: name, isForeign: false)
    case .p:
      guard openParagraphs > 0 else { return }
      closeParagraph()
    case .li:
      if let index = find(.li, also: .ul, .ol) { pop(to: index) }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      var index = open.count - 1
      while index > 0, !open[index].tag.traits.contains(.scope) {
        if open[index].tag.traits.contains(.heading) { return pop(to: index) }
        index -= 1
      }
    case .td, .th, .tr, .table, .tbody, .thead, .tfoot, .caption:
      if let index = findInTable({ $0 == tag }) { pop(to: index) }
    case .form:
      // Its content stays open where something else was not closed.
      closeImpliedEnds()
      if current.tag == .form { pop(to: open.count - 1) }
    case .other: closeUnknown(name, bytes)
    default:
      if tag.traits.contains(.special) {
        if let index = find(tag) { pop(to: index) }
      } else {
        closeOrdinary { $0.tag == tag }
      }
    }
  }

  /// Closes the nearest element that fits, unless a block stands in between.
  private mutating func closeOrdinary(_ fits: (OpenElement) -> Bool) {
    var index = open.count - 1
    while index > 0 {
      if fits(open[index]) { return pop(to: index) }
      if open[index].tag.traits.contains(.special), !open[index].isForeign { return }
      index -= 1
    }
  }

  private mutating func closeUnknown(_ name: Range<Int>, _ bytes: Span<UInt8>) {
    var index = open.count - 1
    while index > 0 {
      let element = open[index]
      if element.tag == .other, sameName(nodes[Int(element.node)].range, name, bytes) {
        return pop(to: index)
      }
      if element.tag.traits.contains(.special), !element.isForeign { return }
      index -= 1
    }
  }

  private func sameName(_ a: Range<Int>, _ b: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for offset in 0..<a.count
    where asciiLowercase(bytes[a.lowerBound + offset])
      != asciiLowercase(bytes[b.lowerBound + offset])
    {
      return false
    }
    return true
  }
}

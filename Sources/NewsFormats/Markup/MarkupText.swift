/// The text of an HTML fragment, as feeds, interfaces and press databases put it into a field.
///
/// Blocks become paragraphs with a blank line between them, a `br` a line break; white space runs
/// become one space; what is not for reading (scripts, figures, forms) is left out. A fragment has
/// no page around it: nothing is looked for, and nothing is judged.
struct MarkupText {
  private var flow = FlowText()
  /// Elements that were found not to end: looking again and again would take quadratic time.
  private var endless: Set<String> = []

  /// The text of a fragment.
  static func text(of fragment: Span<UInt8>) -> String {
    var text = MarkupText()
    text.read(fragment)
    return text.flow.text
  }

  /// The text of a field that may hold markup, or nil where it holds none.
  ///
  /// With blocks it is read as HTML. With nothing but marks within lines (`<b>` or `<hlt>` around
  /// what was searched for) these are taken off, and the white space stays as it is.
  static func plain(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { buffer -> String? in
      let bytes = buffer.span
      switch MarkupKind(bytes) {
      case .none: return nil
      case .blocks: return MarkupText.text(of: bytes)
      case .marks: return withoutMarks(bytes)
      }
    }
  }

  private static func withoutMarks(_ bytes: Span<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), let tag = MarkupTag(bytes, at: index), tag.isKnown {
        index = tag.end
      } else if let (scalar, end) = characterReference(bytes, at: index) {
        appendUTF8(of: scalar, to: &output)
        index = end
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func read(_ bytes: Span<UInt8>) {
    flow.reserveCapacity(bytes.count)
    // Behind the last `>` there are no tags.
    let lastClose = bytes.indices.last { bytes[$0] == UInt8(ascii: ">") } ?? -1
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<") where index < lastClose:
        if let end = endOfComment(bytes, at: index) {
          index = end
        } else if let tag = MarkupTag(bytes, at: index) {
          index = pass(tag, bytes)
        } else {
          flow.append(UInt8(ascii: "<"))
          index += 1
        }
      case UInt8(ascii: "&"):
        if let (scalar, end) = characterReference(bytes, at: index) {
          flow.append(scalar)
          index = end
        } else {
          flow.append(UInt8(ascii: "&"))
          index += 1
        }
      case let byte:
        flow.append(byte)
        index += 1
      }
    }
  }

  /// Takes a tag; returns where reading goes on: behind the element if it is not for reading.
  private mutating func pass(_ tag: MarkupTag, _ bytes: Span<UInt8>) -> Int {
    if MarkupNames.unread.contains(tag.name), !tag.isEnd {
      if MarkupNames.blocks.contains(tag.name) { flow.beginParagraph() }
      return endOfElement(tag, bytes)
    }
    if tag.name == "br" {
      flow.breakLine()
    } else if tag.name == "tr" || tag.name == "option" {
      flow.beginLine()
    } else if tag.name == "td" || tag.name == "th" {
      flow.space()
    } else if MarkupNames.blocks.contains(tag.name) {
      flow.beginParagraph()
    }
    return tag.end
  }

  /// The place behind the end tag that belongs to a start tag; the end where there is none.
  private mutating func endOfElement(_ start: MarkupTag, _ bytes: Span<UInt8>) -> Int {
    guard !start.isEmptyElement, !endless.contains(start.name) else { return start.end }
    var index = start.end
    while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: index) {
      if let tag = MarkupTag(bytes, at: open), tag.isEnd, tag.name == start.name { return tag.end }
      index = open + 1
    }
    // It does not end: then it holds nothing, rather than all of the text.
    endless.insert(start.name)
    return start.end
  }
}

/// What kind of markup a field's text holds.
private enum MarkupKind {
  case none, marks, blocks

  init(_ bytes: Span<UInt8>) {
    self = .none
    var index = 0
    while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: index) {
      index = open + 1
      guard let tag = MarkupTag(bytes, at: open), tag.isKnown else { continue }
      if !MarkupNames.marks.contains(tag.name) {
        self = .blocks
        return
      }
      self = .marks
    }
    index = 0
    while self == .none, let ampersand = bytes.firstIndex(of: UInt8(ascii: "&"), from: index) {
      if characterReference(bytes, at: ampersand) != nil { self = .marks }
      index = ampersand + 1
    }
  }
}

/// A tag in markup.
struct MarkupTag {
  /// In lower case.
  var name: String
  var isEnd: Bool
  var isEmptyElement: Bool
  /// The place behind its `>`.
  var end: Int

  /// Longer ones are text with a `<` in it.
  private static let maxBytes = 64 << 10

  /// The tag that begins at a `<`, or nil where none does.
  init?(_ bytes: Span<UInt8>, at start: Int) {
    var index = start + 1
    isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let nameStart = index
    while index < bytes.count, MarkupTag.isNameByte(bytes[index]) { index += 1 }
    guard index > nameStart, index - nameStart <= 30, !isDigit(bytes[nameStart]) else {
      return nil
    }
    name = repairedString(bytes.extracting(nameStart..<index)).lowercased()
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x00...0x20, UInt8(ascii: ">"), UInt8(ascii: "/"): break
    default: return nil
    }
    var quote: UInt8 = 0
    let limit = min(bytes.count, start + MarkupTag.maxBytes)
    while index < limit {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        return nil
      } else if byte == UInt8(ascii: ">") {
        isEmptyElement = bytes[index - 1] == UInt8(ascii: "/")
        end = index + 1
        return
      }
      index += 1
    }
    return nil
  }

  /// Whether HTML, or a press database, has such an element.
  var isKnown: Bool {
    MarkupNames.blocks.contains(name) || MarkupNames.marks.contains(name)
      || MarkupNames.unread.contains(name) || name == "br" || name == "img"
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || isDigit(byte) || byte == UInt8(ascii: "-")
  }
}

/// Names of elements.
enum MarkupNames {
  /// Elements that begin a paragraph.
  static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
    "blockquote", "pre", "table", "tr", "td", "th", "section", "article", "header", "footer",
    "aside", "main", "nav", "figure", "figcaption", "hr", "address", "form", "fieldset", "body",
    "html", "head", "tbody", "thead", "center", "caption", "details", "summary",
  ]
  /// Elements within a line; `hlt`, `hl` and `mark` are what databases put around search hits.
  static let marks: Set<String> = [
    "a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "big", "sup", "sub", "abbr",
    "cite", "q", "code", "mark", "hlt", "hl", "tt", "ins", "del", "strike", "time", "label",
    "acronym", "wbr", "nobr",
  ]
  /// Elements whose content is not read with the text.
  static let unread: Set<String> = [
    "script", "style", "noscript", "iframe", "object", "svg", "figure", "form", "button", "select",
    "template", "video", "audio", "head",
  ]
}

/// The place behind a comment, declaration or processing instruction that begins here, or nil.
private func endOfComment(_ bytes: Span<UInt8>, at start: Int) -> Int? {
  guard start + 1 < bytes.count else { return nil }
  let next = bytes[start + 1]
  guard next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else { return nil }
  let isComment =
    start + 4 <= bytes.count && bytes.extracting(start..<start + 4).elementsEqual("<!--")
  var index = start + 2
  while let close = bytes.firstIndex(of: UInt8(ascii: ">"), from: index) {
    if !isComment
      || (close >= start + 6 && bytes.extracting(close - 2..<close).elementsEqual("--"))
    {
      return close + 1
    }
    index = close + 1
  }
  return isComment ? bytes.count : nil
}

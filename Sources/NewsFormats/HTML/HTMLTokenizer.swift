/// A token of HTML; what it says stands in the source.
enum HTMLToken {
  /// Characters; in ``HTMLTokenizer/Content/data`` and escapable text their references stand in
  /// them as they were written.
  case text(Range<Int>)
  /// A start tag; its attributes are the tokenizer's.
  case startTag(HTMLTag, name: Range<Int>, isSelfClosing: Bool)
  case endTag(HTMLTag, name: Range<Int>)
  /// A comment, also a bogus one.
  case comment(Range<Int>)
  case doctype(Range<Int>)
  /// The content of a CDATA section in foreign content.
  case cdata(Range<Int>)
  case end
}

/// Cuts HTML into tokens by the rules of the WHATWG standard (HTML, section 13.2.5).
///
/// Every sequence of bytes is HTML. The states that the standard has for each character are loops
/// here, over the bytes of one token; between two tokens only the kind of content is kept. Nothing
/// is allocated for a token.
struct HTMLTokenizer {
  /// How the next bytes are to be read: the standard's states between two tokens.
  enum Content {
    /// Markup and text.
    case data
    /// Text that only this element's end tag ends: RCDATA and RAWTEXT.
    case textOf(HTMLTag)
    /// A script: like RAWTEXT, but a comment in it hides a nested script's end.
    case script
    /// Text to the end of the file.
    case plaintext
  }

  /// The states inside of a tag.
  private enum TagState {
    /// Before an attribute, or the end of the tag.
    case beforeAttribute
    /// In or behind an attribute's name.
    case attributeName
    /// Behind `=`.
    case beforeValue
    /// Behind a slash.
    case slash
  }

  private(set) var position = 0
  var content = Content.data
  /// Whether a CDATA section may stand here: the tree builder sets it in foreign content.
  var allowsCDATA = false
  /// The attributes of the start tag that was read last; of those with one name, the first counts.
  private(set) var attributes: [HTMLAttribute] = []

  private let tagNames = HTMLNames.tags
  private let attributeNames = HTMLNames.attributes

  /// Reads the next token.
  mutating func next(_ bytes: Span<UInt8>) -> HTMLToken {
    guard position < bytes.count else { return .end }
    switch content {
    case .data: return nextInData(bytes)
    case .textOf(let tag): return rawText(bytes, endingWith: tag)
    case .script: return script(bytes)
    case .plaintext:
      let range = position..<bytes.count
      position = bytes.count
      return .text(range)
    }
  }

  /// Makes the next element one without attributes: the builder inserts it for an end tag.
  mutating func forgetAttributes() { attributes.removeAll(keepingCapacity: true) }

  private mutating func nextInData(_ bytes: Span<UInt8>) -> HTMLToken {
    var index = position
    while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: index), open + 1 < bytes.count {
      guard beginsMarkup(bytes, at: open) else {
        index = open + 1
        continue
      }
      if open > position {
        let text = position..<open
        position = open
        return .text(text)
      }
      if let token = markup(bytes, at: open) { return token }
      index = position
    }
    guard position < bytes.count else { return .end }
    let text = position..<bytes.count
    position = bytes.count
    return .text(text)
  }

  /// Whether `<` and what follows it is more than text.
  private func beginsMarkup(_ bytes: Span<UInt8>, at open: Int) -> Bool {
    let byte = bytes[open + 1]
    if byte == UInt8(ascii: "/") { return open + 2 < bytes.count }
    return isASCIILetter(byte) || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// Reads what begins with `<`; nil for `</>`, which stands for nothing.
  private mutating func markup(_ bytes: Span<UInt8>, at open: Int) -> HTMLToken? {
    switch bytes[open + 1] {
    case UInt8(ascii: "/"):
      if bytes[open + 2] == UInt8(ascii: ">") {
        position = open + 3
        return nil
      }
      guard isASCIILetter(bytes[open + 2]) else { return bogusComment(bytes, from: open + 2) }
      return tag(bytes, nameAt: open + 2, isEnd: true)
    case UInt8(ascii: "!"): return declaration(bytes, at: open + 2)
    case UInt8(ascii: "?"): return bogusComment(bytes, from: open + 1)
    default: return tag(bytes, nameAt: open + 1, isEnd: false)
    }
  }

  // MARK: Comments and declarations

  private mutating func bogusComment(_ bytes: Span<UInt8>, from start: Int) -> HTMLToken {
    let end = bytes.firstIndex(of: UInt8(ascii: ">"), from: start) ?? bytes.count
    position = min(end + 1, bytes.count)
    return .comment(start..<end)
  }

  private mutating func declaration(_ bytes: Span<UInt8>, at start: Int) -> HTMLToken {
    if bytes.hasPrefix("--", at: start) { return comment(bytes, from: start + 2) }
    if bytes.hasPrefixIgnoringCase("doctype", at: start) {
      guard case .comment(let range) = bogusComment(bytes, from: start + 7) else { return .end }
      return .doctype(range)
    }
    if allowsCDATA, bytes.hasPrefix("[CDATA[", at: start) {
      let contentStart = start + 7
      var end = contentStart
      while let bracket = bytes.firstIndex(of: UInt8(ascii: "]"), from: end) {
        if bytes.hasPrefix("]]>", at: bracket) {
          position = bracket + 3
          return .cdata(contentStart..<bracket)
        }
        end = bracket + 1
      }
      position = bytes.count
      return .cdata(contentStart..<bytes.count)
    }
    return bogusComment(bytes, from: start)
  }

  private mutating func comment(_ bytes: Span<UInt8>, from start: Int) -> HTMLToken {
    // "<!-->" and "<!--->" are empty comments.
    if bytes.hasPrefix(">", at: start) || bytes.hasPrefix("->", at: start) {
      position = start + (bytes[start] == UInt8(ascii: ">") ? 1 : 2)
      return .comment(start..<start)
    }
    var index = start
    while let dash = bytes.firstIndex(of: UInt8(ascii: "-"), from: index) {
      if bytes.hasPrefix("-->", at: dash) {
        position = dash + 3
        return .comment(start..<dash)
      }
      if bytes.hasPrefix("--!>", at: dash) {
        position = dash + 4
        return .comment(start..<dash)
      }
      index = dash + 1
    }
    position = bytes.count
    return .comment(start..<bytes.count)
  }

  // MARK: Tags

  private mutating func tag(_ bytes: Span<UInt8>, nameAt start: Int, isEnd: Bool) -> HTMLToken {
    var index = start
    var hash = NameHash()
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isHTMLSpace(byte) { break }
      hash.append(asciiLowercase(byte))
      index += 1
    }
    let name = start..<index
    attributes.removeAll(keepingCapacity: true)
    let isSelfClosing: Bool
    if index < bytes.count, bytes[index] == UInt8(ascii: ">") {
      (position, isSelfClosing) = (index + 1, false)
    } else {
      guard let slash = readAttributes(bytes, from: index) else {
        // The file ends inside of the tag: there is no tag.
        position = bytes.count
        return .end
      }
      isSelfClosing = slash
    }
    let tag =
      tagNames.value(bytes, name, hash: hash).flatMap { HTMLTag(rawValue: UInt8($0)) } ?? .other
    return isEnd
      ? .endTag(tag, name: name) : .startTag(tag, name: name, isSelfClosing: isSelfClosing)
  }

  /// Reads attributes and the end of the tag; gives whether it ends with a slash, or nil where the
  /// file ends before.
  private mutating func readAttributes(_ bytes: Span<UInt8>, from start: Int) -> Bool? {
    var state = TagState.beforeAttribute
    var index = start
    var name = start..<start
    while index < bytes.count {
      let byte = bytes[index]
      switch state {
      case .beforeAttribute:
        if isHTMLSpace(byte) {
          index += 1
        } else if byte == UInt8(ascii: ">") {
          position = index + 1
          return false
        } else if byte == UInt8(ascii: "/") {
          state = .slash
          index += 1
        } else {
          state = .attributeName
        }
      case .slash:
        if byte == UInt8(ascii: ">") {
          position = index + 1
          return true
        }
        state = .beforeAttribute
      case .attributeName:
        let nameStart = index
        // A name may begin with "=".
        index += 1
        while index < bytes.count, !endsAttributeName(bytes[index]) { index += 1 }
        name = nameStart..<index
        while index < bytes.count, isHTMLSpace(bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "=") {
          index += 1
          state = .beforeValue
        } else {
          keep(bytes, name, index..<index)
          state = .beforeAttribute
        }
      case .beforeValue:
        if isHTMLSpace(byte) {
          index += 1
          continue
        }
        state = .beforeAttribute
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          guard let end = bytes.firstIndex(of: byte, from: index + 1) else { return nil }
          keep(bytes, name, index + 1..<end)
          index = end + 1
        } else {
          let valueStart = index
          while index < bytes.count, bytes[index] != UInt8(ascii: ">"), !isHTMLSpace(bytes[index]) {
            index += 1
          }
          keep(bytes, name, valueStart..<index)
        }
      }
    }
    return nil
  }

  private mutating func keep(_ bytes: Span<UInt8>, _ name: Range<Int>, _ value: Range<Int>) {
    guard let known = attributeNames.value(bytes, name),
      let attribute = HTMLAttributeName(rawValue: UInt8(known))
    else { return }
    attributes.append(HTMLAttribute(name: attribute, value: value))
  }

  @inline(__always)
  private func endsAttributeName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || isHTMLSpace(byte)
  }

  // MARK: Text that only one end tag ends

  private mutating func rawText(_ bytes: Span<UInt8>, endingWith tag: HTMLTag) -> HTMLToken {
    let start = position
    var index = start
    while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: index) {
      if isEndTag(bytes, at: open, of: tag) { return endRawText(start..<open) }
      index = open + 1
    }
    return endRawText(start..<bytes.count)
  }

  private mutating func script(_ bytes: Span<UInt8>) -> HTMLToken {
    let start = position
    var index = start
    /// Behind `<!--` ("escaped"), and there behind `<script` ("double escaped").
    var isEscaped = false
    var isDoubleEscaped = false
    while index < bytes.count {
      guard let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: index) else { break }
      if isEscaped, let end = endOfComment(bytes, from: index, before: open) {
        (isEscaped, isDoubleEscaped) = (false, false)
        index = end
        continue
      }
      if isEndTag(bytes, at: open, of: .script) {
        if !isDoubleEscaped { return endRawText(start..<open) }
        isDoubleEscaped = false
        index = open + 2
      } else if !isEscaped, bytes.hasPrefix("<!--", at: open) {
        isEscaped = true
        // The dashes may also be those of "-->".
        index = open + 2
      } else if isEscaped, !isDoubleEscaped, isNamed(bytes, at: open + 1, .script) {
        isDoubleEscaped = true
        index = open + 1
      } else {
        index = open + 1
      }
    }
    return endRawText(start..<bytes.count)
  }

  /// The place behind the first `-->` that stands before another place.
  private func endOfComment(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int? {
    let part = bytes.extracting(0..<end)
    var index = start
    while let dash = part.firstIndex(of: UInt8(ascii: "-"), from: index) {
      if bytes.hasPrefix("-->", at: dash) { return dash + 3 }
      index = dash + 1
    }
    return nil
  }

  private mutating func endRawText(_ range: Range<Int>) -> HTMLToken {
    content = .data
    position = range.upperBound
    return .text(range)
  }

  private func isEndTag(_ bytes: Span<UInt8>, at open: Int, of tag: HTMLTag) -> Bool {
    open + 1 < bytes.count && bytes[open + 1] == UInt8(ascii: "/")
      && isNamed(bytes, at: open + 2, tag)
  }

  private func isNamed(_ bytes: Span<UInt8>, at start: Int, _ tag: HTMLTag) -> Bool {
    var end = start
    while end < bytes.count, isASCIILetter(bytes[end]), end - start < 16 { end += 1 }
    guard end < bytes.count,
      bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "/") || isHTMLSpace(bytes[end])
    else { return false }
    return tagNames.value(bytes, start..<end) == Int(tag.rawValue)
  }
}

/// The names that are looked up, once for all.
private enum HTMLNames {
  static let tags = NameTable(
    HTMLTag.allCases.filter { $0 != .other }.map { ($0.name, Int($0.rawValue)) })
  static let attributes = NameTable(
    HTMLAttributeName.allCases.map { ($0.name, Int($0.rawValue)) })
}

@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

extension Span<UInt8> {
  /// Whether some ASCII stands at a place.
  @inline(__always)
  func hasPrefix(_ prefix: StaticString, at start: Int) -> Bool {
    guard start + prefix.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<prefix.utf8CodeUnitCount
    where self[start + offset] != prefix.utf8Start[offset] { return false }
    return true
  }

  /// Whether some ASCII stands at a place, which is given in lower case and may be in any there.
  func hasPrefixIgnoringCase(_ prefix: StaticString, at start: Int) -> Bool {
    guard start + prefix.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<prefix.utf8CodeUnitCount
    where asciiLowercase(self[start + offset]) != prefix.utf8Start[offset] { return false }
    return true
  }
}

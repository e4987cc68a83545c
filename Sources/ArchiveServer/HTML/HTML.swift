/// Markup that is made of elements and text, and is therefore well formed and harmless.
///
/// Text can only get in escaped, attributes only through ``Attribute`` and links only through
/// ``Address``: there is no way to put in a string as markup.
@resultBuilder
struct HTML: Sendable {
  fileprivate(set) var bytes: [UInt8]

  /// Nothing.
  init() { bytes = [] }

  /// Text, escaped.
  init(text: some StringProtocol) {
    bytes = []
    append(text: text)
  }

  fileprivate mutating func append(text: some StringProtocol) {
    for scalar in text.unicodeScalars { append(scalar) }
  }

  /// Adds a scalar of text. What HTML has no place for becomes U+FFFD, and so do the marks that reorder
  /// text: a headline cannot make the words beside it read otherwise (UAX #9; Boucher and Anderson,
  /// "Trojan Source", 2021).
  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x26: bytes += "&amp;".utf8
    case 0x3C: bytes += "&lt;".utf8
    case 0x3E: bytes += "&gt;".utf8
    case 0x22: bytes += "&quot;".utf8
    case 0x27: bytes += "&#39;".utf8
    case 9, 10, 0x20...0x7E: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
      bytes += "\u{FFFD}".utf8
    default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }

  /// Adds markup.
  mutating func append(_ other: HTML) { bytes += other.bytes }

  /// An element with its attributes and content.
  fileprivate init(_ tag: Tag, _ attributes: [Attribute], _ content: HTML?) {
    bytes = []
    bytes.reserveCapacity((content?.bytes.count ?? 0) + 64)
    bytes.append(UInt8(ascii: "<"))
    bytes += tag.name.utf8
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes += attribute.name.utf8
      guard let value = attribute.value else { continue }
      bytes += "=\"".utf8
      append(text: value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
    if let content { bytes += content.bytes }
    guard !tag.isVoid else { return }
    bytes += "</".utf8
    bytes += tag.name.utf8
    bytes.append(UInt8(ascii: ">"))
  }

  /// A whole document around a root element.
  static func document(_ root: HTML) -> [UInt8] { Array("<!doctype html>\n".utf8) + root.bytes }
}

// MARK: Builder

extension HTML {
  static func buildExpression(_ text: some StringProtocol) -> HTML { HTML(text: text) }
  static func buildExpression(_ html: HTML) -> HTML { html }
  static func buildExpression(_ html: HTML?) -> HTML { html ?? HTML() }
  static func buildExpression(_ parts: [HTML]) -> HTML { buildArray(parts) }
  static func buildBlock(_ parts: HTML...) -> HTML { buildArray(parts) }
  static func buildArray(_ parts: [HTML]) -> HTML {
    var all = HTML()
    all.bytes.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count })
    for part in parts { all.bytes += part.bytes }
    return all
  }
  static func buildOptional(_ part: HTML?) -> HTML { part ?? HTML() }
  static func buildEither(first: HTML) -> HTML { first }
  static func buildEither(second: HTML) -> HTML { second }

  /// Several elements as one value.
  static func group(@HTML _ content: () throws -> HTML) rethrows -> HTML { try content() }
}

/// The elements that our pages are made of.
struct Tag: Sendable {
  fileprivate let name: String
  fileprivate let isVoid: Bool

  private init(_ name: StaticString, isVoid: Bool = false) {
    (self.name, self.isVoid) = (name.description, isVoid)
  }

  /// The element with attributes and content.
  func callAsFunction(
    _ attributes: Attribute?..., @HTML content: () throws -> HTML
  ) rethrows -> HTML {
    HTML(self, attributes.compactMap { $0 }, try content())
  }

  /// The element without content.
  func callAsFunction(_ attributes: Attribute?...) -> HTML {
    HTML(self, attributes.compactMap { $0 }, nil)
  }
}

extension Tag {
  static let a = Tag("a")
  static let article = Tag("article")
  static let aside = Tag("aside")
  static let blockquote = Tag("blockquote")
  static let body = Tag("body")
  static let br = Tag("br", isVoid: true)
  static let button = Tag("button")
  static let caption = Tag("caption")
  static let code = Tag("code")
  static let datalist = Tag("datalist")
  static let dd = Tag("dd")
  static let del = Tag("del")
  static let desc = Tag("desc")
  static let details = Tag("details")
  static let div = Tag("div")
  static let dl = Tag("dl")
  static let dt = Tag("dt")
  static let em = Tag("em")
  static let figcaption = Tag("figcaption")
  static let figure = Tag("figure")
  static let footer = Tag("footer")
  static let form = Tag("form")
  static let g = Tag("g")
  static let h1 = Tag("h1")
  static let h2 = Tag("h2")
  static let h3 = Tag("h3")
  static let h4 = Tag("h4")
  static let head = Tag("head")
  static let header = Tag("header")
  static let html = Tag("html")
  static let img = Tag("img", isVoid: true)
  static let input = Tag("input", isVoid: true)
  static let ins = Tag("ins")
  static let kbd = Tag("kbd")
  static let label = Tag("label")
  static let li = Tag("li")
  static let line = Tag("line")
  static let link = Tag("link", isVoid: true)
  static let main = Tag("main")
  static let mark = Tag("mark")
  static let meta = Tag("meta", isVoid: true)
  static let nav = Tag("nav")
  static let ol = Tag("ol")
  static let option = Tag("option")
  static let p = Tag("p")
  static let polyline = Tag("polyline")
  static let pre = Tag("pre")
  static let q = Tag("q")
  static let rect = Tag("rect")
  static let script = Tag("script")
  static let section = Tag("section")
  static let select = Tag("select")
  static let small = Tag("small")
  static let span = Tag("span")
  static let strong = Tag("strong")
  static let sub = Tag("sub")
  static let summary = Tag("summary")
  static let svg = Tag("svg")
  static let table = Tag("table")
  static let tbody = Tag("tbody")
  static let td = Tag("td")
  static let text = Tag("text")
  static let textarea = Tag("textarea")
  static let th = Tag("th")
  static let thead = Tag("thead")
  static let time = Tag("time")
  static let title = Tag("title")
  static let tr = Tag("tr")
  static let ul = Tag("ul")
}

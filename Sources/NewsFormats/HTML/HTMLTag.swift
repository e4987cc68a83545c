/// The elements that a page's structure or text depends on; every other one is ``other``.
enum HTMLTag: UInt8, CaseIterable, Sendable {
  case other
  case a, abbr, address, applet, area, article, aside, audio
  case b, base, basefont, bgsound, big, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup
  case datalist, dd, del, details, desc, dfn, dialog, dir, div, dl, dt
  case em, embed
  case fieldset, figcaption, figure, font, footer, foreignobject, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, img, input, ins
  case kbd, keygen
  case label, legend, li, link, listing
  case main, map, mark, marquee, math, menu, meta, mi, mn, mo, ms, mtext
  case nav, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option, output
  case p, param, picture, plaintext, pre
  case q
  case rb, rp, rt, rtc, ruby
  case s, samp, script, search, section, select, small, source, span, strike, strong, style, sub
  case summary, sup, svg
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
  case u, ul, `var`, video
  case wbr
  case xmp

  /// The element's name; empty for ``other``.
  var name: String { self == .other ? "" : String(describing: self) }

  /// What the parser and the readers of pages have to know about the element.
  var traits: HTMLTagTraits { HTMLTagTraits.table[Int(rawValue)] }
}

/// What has to be known about an element, as bits.
struct HTMLTagTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// Has no end tag and no content.
  static let void = Self(rawValue: 1 << 0)
  /// Its content is text without character references (script, style…).
  static let rawText = Self(rawValue: 1 << 1)
  /// Its content is text with character references (title, textarea).
  static let escapableText = Self(rawValue: 1 << 2)
  /// Its start tag ends an open paragraph.
  static let closesParagraph = Self(rawValue: 1 << 3)
  /// Stops the search for an end tag's element ("special" in the standard).
  static let special = Self(rawValue: 1 << 4)
  /// Elements outside of it cannot be closed from inside.
  static let scope = Self(rawValue: 1 << 5)
  /// Its end may be left out: it is closed with its parent.
  static let impliedEnd = Self(rawValue: 1 << 6)
  /// Belongs into the head.
  static let head = Self(rawValue: 1 << 7)
  /// A format of text that may overlap with other elements.
  static let formatting = Self(rawValue: 1 << 8)
  /// A text before it and one after it are no one line.
  static let breaksLine = Self(rawValue: 1 << 9)
  /// Ends foreign content (SVG, MathML).
  static let leavesForeign = Self(rawValue: 1 << 10)
  /// A heading.
  static let heading = Self(rawValue: 1 << 11)
  /// A part of a table.
  static let tablePart = Self(rawValue: 1 << 12)
  /// What is in it is never an article's text.
  static let textless = Self(rawValue: 1 << 13)

  fileprivate static let table: [HTMLTagTraits] = {
    var table = [HTMLTagTraits](repeating: [], count: HTMLTag.allCases.count)
    func add(_ traits: HTMLTagTraits, _ tags: HTMLTag...) {
      for tag in tags { table[Int(tag.rawValue)].formUnion(traits) }
    }
    add(
      .void, .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input,
      .keygen, .link, .meta, .param, .source, .track, .wbr)
    add(.rawText, .script, .style, .iframe, .noembed, .noframes, .xmp)
    add(.escapableText, .title, .textarea)
    add(
      [.closesParagraph, .special, .breaksLine], .address, .article, .aside, .blockquote, .center,
      .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption, .figure, .footer, .form, .header,
      .hgroup, .hr, .listing, .main, .menu, .nav, .ol, .p, .plaintext, .pre, .search, .section,
      .summary, .ul, .xmp, .li, .dd, .dt, .table, .h1, .h2, .h3, .h4, .h5, .h6)
    add([.heading], .h1, .h2, .h3, .h4, .h5, .h6)
    add(
      .special, .applet, .area, .base, .basefont, .bgsound, .body, .br, .button, .caption, .col,
      .colgroup, .embed, .frame, .frameset, .head, .html, .iframe, .img, .input, .keygen, .link,
      .marquee, .meta, .noembed, .noframes, .noscript, .object, .param, .script, .select, .source,
      .style, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr, .track, .wbr,
      .mi, .mo, .mn, .ms, .mtext, .foreignobject, .desc)
    add(
      .scope, .applet, .caption, .html, .table, .td, .th, .marquee, .object, .template, .mi, .mo,
      .mn, .ms, .mtext, .foreignobject, .desc)
    add(.impliedEnd, .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc)
    add(
      .head, .base, .basefont, .bgsound, .link, .meta, .noframes, .noscript, .script, .style,
      .template, .title)
    add(
      .formatting, .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt,
      .u)
    add(
      .breaksLine, .body, .br, .caption, .head, .html, .legend, .optgroup, .option, .tbody, .td,
      .tfoot, .th, .thead, .title, .tr, .iframe, .video, .textarea)
    add(.tablePart, .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr)
    add(
      .textless, .applet, .audio, .canvas, .embed, .head, .iframe, .input, .map, .noembed,
      .noframes, .noscript, .object, .script, .select, .style, .svg, .template, .textarea, .title,
      .video, .button, .datalist)
    add(
      .leavesForeign, .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em,
      .embed, .h1, .h2, .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta,
      .nobr, .ol, .p, .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup, .table, .tt,
      .u, .ul, .var)
    return table
  }()
}

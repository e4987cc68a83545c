import NewsModel

extension Format {
  /// SGML with a `DOC` an article: TREC, TIPSTER, Gigaword.
  public static let trec = Format(
    name: "trec", summary: "TREC, TIPSTER and Gigaword SGML: a <DOC> an article",
    fileExtensions: ["trec", "sgml", "sgm"], isText: true,
    sniff: { sample, _ in
      opensTag("doc", sample) && hasTag("docno", or: "text", sample) ? .certain : .no
    },
    makeReader: { TextReader<TRECGrammar>($0, encoding: .windows1252) })

  /// The Reuters-21578 collection.
  public static let reuters21578 = Format(
    name: "reuters-21578", summary: "Reuters-21578 SGML: a <REUTERS> an article",
    fileExtensions: ["sgm"], isText: true,
    sniff: { sample, _ in
      let bytes = sample.bytes[...].trimmed.prefix(2000)
      let text = String(decoding: bytes, as: UTF8.self)
      return text.contains("<REUTERS ") ? .certain : .no
    },
    makeReader: { TextReader<Reuters21578Grammar>($0, encoding: .windows1252) })

  /// Whether a file begins with this tag.
  private static func opensTag(_ name: String, _ sample: Sample) -> Bool {
    let bytes = Array(sample.bytes[...].trimmed.prefix(400))
    return MarkupTag(bytes.span, at: 0)?.name == name && bytes.first == UInt8(ascii: "<")
  }

  private static func hasTag(_ name: String, or other: String, _ sample: Sample) -> Bool {
    let text = String(decoding: sample.bytes.prefix(8000), as: UTF8.self).lowercased()
    return text.contains("<" + name) || text.contains("<" + other)
      || text.contains("type=\"story\"")
  }
}

/// `<DOC>`, `<DOCNO>`, and elements whose names differ from newspaper to newspaper.
struct TRECGrammar: TextGrammar {
  init() {}

  mutating func boundary(_ line: Span<UInt8>) -> TextBoundary {
    TaggedText.opens("doc", line) ? .first : .none
  }

  private static let headlines = ["headline", "head", "hl", "title", "ti", "h3", "hed"]
  private static let dates = ["date", "date1", "date_time", "datetime", "pubdate", "dd"]
  private static let bodies = ["lp", "leadpara", "text", "body", "main"]
  private static let authors = ["byline", "author", "by"]
  private static let sources = ["so", "source", "pub", "publication"]

  mutating func read(
    _ block: TextBlock, into assembler: inout RecordAssembler
  ) -> TextReading {
    guard !block.isPreamble else { return .nothing }
    let text = TaggedText(block.lines)
    let id = text["docno"] ?? text.attribute("id")
    let headline = text.first(Self.headlines)
    let body = Self.bodies.compactMap { text.paragraphs($0) }.filter { !$0.isEmpty }
    assembler.addMetadata("docno", id)
    assembler.add(.headline, headline)
    assembler.add(.source, text.first(Self.sources))
    assembler.add(.author, text.first(Self.authors))
    assembler.add(.date, text.first(Self.dates).map(compactDate) ?? id.flatMap(dateInIdentifier))
    assembler.add(.section, text["section"])
    assembler.addMetadata("dateline", text["dateline"])
    let used = Set(
      Self.headlines + Self.dates + Self.bodies + Self.authors + Self.sources
        + ["docno", "section", "dateline"])
    for (name, value) in text.elements where !used.contains(name) {
      assembler.addMetadata(name, value.joined(separator: " ").trimmedText)
    }
    assembler.add(.text, body.isEmpty ? text.bareText : body.joined(separator: "\n\n"))
    return .article
  }

  /// `061020` in the Financial Times of TIPSTER: year, month, day.
  private func compactDate(_ text: String) -> String {
    let digits = text.trimmedText
    guard digits.utf8.count == 6, let number = Int(digits) else { return text }
    let year = number / 10000
    let day = "\(number / 100 % 100)-\(number % 100)".split(separator: "-")
      .map { $0.count < 2 ? "0" + $0 : String($0) }.joined(separator: "-")
    return "\(year < 69 ? 2000 + year : 1900 + year)-\(day)"
  }

  /// `APW_ENG_20061020.0000`, `AP880212-0001`.
  private func dateInIdentifier(_ id: String) -> String? {
    let runs = id.split { !$0.isNumber }
    if let day = runs.first(where: { $0.count == 8 }) { return String(day) }
    return runs.first { $0.count == 6 && id.hasPrefix("AP") }.map { compactDate(String($0)) }
  }
}

/// `<REUTERS …>`; a body ends `REUTER` and a control character.
struct Reuters21578Grammar: TextGrammar {
  init() {}

  mutating func boundary(_ line: Span<UInt8>) -> TextBoundary {
    TaggedText.opens("reuters", line) ? .first : .none
  }

  mutating func read(
    _ block: TextBlock, into assembler: inout RecordAssembler
  ) -> TextReading {
    guard !block.isPreamble else { return .nothing }
    let text = TaggedText(block.lines)
    assembler.addMetadata("newid", text.attribute("newid"))
    assembler.addMetadata("oldid", text.attribute("oldid"))
    assembler.addMetadata("split", text.attribute("lewissplit"))
    assembler.add(.headline, text["title"]?.trimmedText)
    // The clock behind the date is in no stated zone, and in hundredths of seconds.
    assembler.add(.date, text["date"].map { $0.split(separator: " ").first.map(String.init) ?? $0 })
    assembler.add(.author, text["author"])
    assembler.add(.source, "Reuters")
    assembler.addMetadata("dateline", text["dateline"])
    for name in ["topics", "places", "people", "orgs", "exchanges", "companies"] {
      let values = text.values("d", in: name)
      if !values.isEmpty {
        assembler.add(name, .json(jsonArray(of: values) ?? "[]", reading: nil), use: nil)
      }
    }
    var body = text.paragraphs("body") ?? text.paragraphs("text") ?? ""
    if body.uppercased().hasSuffix("REUTER") {
      body = String(body.dropLast(6)).trimmedText
    }
    assembler.add(.text, body)
    if body.contains("Blah blah blah.") { assembler.remark(Remark.cut) }
    return .article
  }
}

/// A record of elements that are told by their tags alone, over lines broken at a fixed width.
struct TaggedText {
  /// The elements right below the record, and those in the text that are named here, in order.
  private(set) var elements: [(name: String, lines: [String])] = []
  private var openTag = ""
  private var inner: [(parent: String, name: String, value: String)] = []
  private(set) var bareText: String?

  /// Whether a line begins with the tag that opens a record.
  static func opens(_ name: String, _ line: Span<UInt8>) -> Bool {
    var start = 0
    while start < line.count, line[start] <= 0x20 { start += 1 }
    guard start < line.count, line[start] == UInt8(ascii: "<"), line.count - start > name.utf8.count
    else { return false }
    let end = min(line.count, start + 2000)
    var index = start + 1
    for byte in name.utf8 {
      guard index < end, line[index] | 0x20 == byte else { return false }
      index += 1
    }
    return index < end && (line[index] == UInt8(ascii: ">") || line[index] <= 0x20)
  }

  init(_ lines: [String]) {
    let text = lines.joined(separator: "\n")
    let bytes = Array(text.utf8)
    var open: [(name: String, start: Int)] = []
    var bare: [UInt8] = []
    var last = 0
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard let tag = MarkupTag(bytes.span, at: start) else {
        index = start + 1
        continue
      }
      if open.count == 1 { bare += bytes[last..<start] }
      last = tag.end
      index = tag.end
      if open.isEmpty {
        openTag = String(decoding: bytes[start..<tag.end], as: UTF8.self)
        open.append((tag.name, tag.end))
      } else if tag.isEnd {
        guard let place = open.lastIndex(where: { $0.name == tag.name }), place > 0 else {
          continue
        }
        let content = String(decoding: bytes[open[place].start..<start], as: UTF8.self)
        if place == 1 || tag.name != "p" {
          if place == 1 || TaggedText.isField(tag.name) {
            elements.append((tag.name, NewsFormats.lines(of: content)))
          }
          inner.append((open[place - 1].name, tag.name, content))
        }
        open.removeLast(open.count - place)
      } else if !tag.isEmptyElement, tag.name != "p", open.count < 20 {
        open.append((tag.name, tag.end))
      }
    }
    let rest = String(decoding: bare, as: UTF8.self)
    bareText =
      rest.contains { !$0.isWhitespace } ? TaggedText.prose(NewsFormats.lines(of: rest)) : nil
  }

  /// Elements that stand inside the text and are none of it.
  private static func isField(_ name: String) -> Bool {
    ["title", "dateline", "body", "author", "headline", "byline"].contains(name)
  }

  /// The first element of this name, as one line.
  subscript(name: String) -> String? {
    elements.first { $0.name == name }.map { element in
      let text = element.lines.map(\.trimmedText).filter { !$0.isEmpty }.joined(separator: " ")
      return TaggedText.plain(text)
    }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The first of the names that there is an element of.
  func first(_ names: [String]) -> String? {
    for name in names {
      if let value = self[name] { return value }
    }
    return nil
  }

  /// The text of the first element of this name, its lines made paragraphs.
  func paragraphs(_ name: String) -> String? {
    elements.first { $0.name == name }.map { TaggedText.prose($0.lines) }
  }

  /// The values of the elements of one name inside another.
  func values(_ name: String, in parent: String) -> [String] {
    inner.filter { $0.parent == parent && $0.name == name }.map { TaggedText.plain($0.value) }
  }

  /// An attribute of the record's own tag.
  func attribute(_ name: String) -> String? {
    attributeValue(name, ofTag: openTag)
  }

  /// Lines as paragraphs: a blank line, a `<P>` or an indented line begins one, unless all lines
  /// are indented alike.
  private static func prose(_ lines: [String]) -> String {
    var paragraphs: [String] = []
    var paragraph = ""
    func isIndented(_ line: String) -> Bool { line.hasPrefix("  ") || line.hasPrefix("\t") }
    let filled = lines.filter { $0.contains { !$0.isWhitespace } }
    let indented = filled.count { isIndented($0) }
    let indentMeans = indented > 0 && indented < filled.count
    func end() {
      if !paragraph.isEmpty { paragraphs.append(plain(paragraph)) }
      paragraph = ""
    }
    for line in lines {
      let text = line.trimmedText
      let opens = text.lowercased()
      let isBreak = opens.hasPrefix("<p>") || opens.hasPrefix("<p ") || opens.hasPrefix("</p>")
      if text.isEmpty || isBreak || (indentMeans && isIndented(line)) { end() }
      let words = isBreak ? text.drop { $0 != ">" }.dropFirst().trimmedText : text
      guard !words.isEmpty else { continue }
      paragraph += paragraph.isEmpty ? words : " " + words
    }
    end()
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// Without tags, references and control characters.
  private static func plain(_ text: String) -> String {
    let text = MarkupText.plain(text) ?? text
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) else {
      return text.trimmedText
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })
    ).trimmedText
  }
}

/// An attribute's value in a tag: `NEWID="1"`.
func attributeValue(_ name: String, ofTag tag: String) -> String? {
  let lower = tag.lowercased()
  guard let range = lower.firstRange(of: name + "=") else { return nil }
  let offset = lower.utf8.distance(from: lower.startIndex, to: range.upperBound)
  var rest = Array(tag.utf8.dropFirst(offset))[...]
  guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
    return String(decoding: rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }, as: UTF8.self)
  }
  rest.removeFirst()
  return String(decoding: rest.prefix { $0 != quote }, as: UTF8.self)
}

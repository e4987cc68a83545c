import NewsModel

extension Format {
  /// Wire messages: ANPA 1312, as American agencies send them, and IPTC 7901.
  public static let wire = Format(
    name: "anpa",
    summary: "wire messages, ANPA 1312 and IPTC 7901: text between control characters",
    fileExtensions: ["tst", "anpa", "iptc", "7901"],
    sniff: { sample, _ in
      // SYN SYN SOH, or SOH, and a text behind STX.
      let start = sample.bytes.prefix(12).firstIndex(of: 0x01)
      guard let start,
        sample.bytes[..<start].allSatisfy({ $0 == 0x16 || (9...13).contains($0) || $0 == 0x20 })
      else {
        return .no
      }
      return sample.bytes[start...].prefix(2000).contains(0x02) ? .certain : .no
    },
    makeReader: { WireReader($0) })
}

/// Reads messages from start of heading (SOH) to end of transmission (EOT).
///
/// Sources: ANPA 1312 (1989) and IPTC 7901 (1995). The heading has identifier, priority, category
/// and slug; STX begins the text, with the headline up to `=`; ETX ends it, with the time of sending
/// behind it.
struct WireReader: RecordReader {
  private var assembler: RecordAssembler
  private var message: [UInt8] = []
  private var count = 0

  init(_ context: ReaderContext) { assembler = RecordAssembler(context) }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    var start = 0
    while start < chunk.count {
      guard let next = chunk.firstIndex(of: 0x01, from: start) else { break }
      message.append(contentsOf: chunk.extracting(start..<next))
      // Without a text so far, it is another sign of the same heading.
      if message.contains(0x02) { try giveMessage(to: sink) }
      message.append(0x01)
      start = next + 1
    }
    let rest = chunk.extracting(droppingFirst: start)
    if message.count + rest.count <= RecordLimit.bytes { message.append(contentsOf: rest) }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    try giveMessage(to: sink)
  }

  private mutating func giveMessage(to sink: (RecordEvent) throws -> Void) throws {
    let whole = message
    message = []
    guard whole.contains(where: { $0 > 0x20 }) else { return }
    count += 1
    let position = RecordPosition(record: count)
    guard let text = whole.firstIndex(of: 0x02) else {
      return try sink(
        .rejected(position, reason: "a message without a text", excerpt: excerpt(of: whole.span)))
    }
    let end = whole[text...].firstIndex(of: 0x03) ?? whole.endIndex
    let parts = WireParts(
      heading: decoded(whole[..<text]), text: decoded(whole[(text + 1)..<end]),
      ending: decoded(whole[end...]))
    parts.give(to: &assembler)
    try sink(assembler.finish(position, record: whole.span))
  }

  private mutating func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let decoded = DecodedText(Array(bytes).span)
    if let remark = decoded.remark { assembler.remark(remark) }
    return decoded.text
  }
}

private struct WireParts {
  var heading: String
  var text: String
  var ending: String

  func give(to assembler: inout RecordAssembler) {
    let isANPA =
      heading.unicodeScalars.contains("\u{16}") || heading.unicodeScalars.contains("\u{1F}")
    let words = printable(heading).split(whereSeparator: \.isWhitespace).map(String.init)
    assembler.addMetadata("heading", words.joined(separator: " "))
    if isANPA {
      giveANPA(to: &assembler)
    } else {
      if words.count > 2, words[2].count == 1 { assembler.add(.section, words[2]) }
      giveIPTC(to: &assembler)
    }
    assembler.add(.date, date)
  }

  /// ANPA: `^headline<`, `^By NAME=`, and paragraphs that begin with a tab.
  private func giveANPA(to assembler: inout RecordAssembler) {
    var headlines: [String] = []
    var body: [String] = []
    var isHead = true
    for line in lines(of: text) {
      let isIndented = line.hasPrefix("\t") || line.hasPrefix("   ")
      var plain = printable(line).trimmedText
      guard !plain.isEmpty else { continue }
      let isHeading = plain.hasPrefix("^")
      while let last = plain.last, "<=^".contains(last) {
        plain = plain.dropLast().trimmedText
      }
      plain = plain.drop { $0 == "^" }.trimmedText
      guard !plain.isEmpty else { continue }
      if isHead, isHeading, !isIndented {
        if plain.hasPrefix("By ") {
          assembler.add(.author, plain)
        } else if plain.hasPrefix("AP Photo") || plain.hasPrefix("Eds:") || plain.hasPrefix("(Eds:")
        {
          assembler.addMetadata("note", plain)
        } else if plain == "Associated Press" || plain == "AP" {
          assembler.add(.source, plain)
        } else {
          headlines.append(plain)
        }
      } else if body.isEmpty || isIndented || isHeading {
        isHead = isHead && isHeading
        body.append(plain)
      } else {
        body[body.count - 1] += " " + plain
      }
    }
    // The first one is the slug: `BC-LT--Argentina-Cancer Beauty,466`.
    if headlines.count > 1 {
      assembler.addMetadata("slug", headlines[0])
      assembler.add(.headline, headlines[1])
      // Of a digest, and where no headline is marked, the lines are the text.
      body = headlines.dropFirst(2) + body
    } else {
      assembler.add(.headline, headlines.first)
    }
    if body.contains(where: { $0.contains("(AP)") }) { assembler.add(.source, "Associated Press") }
    assembler.add(.text, body.joined(separator: "\n\n"))
  }

  /// IPTC: the headline's lines, the last of them ending in `=`, then the text.
  private func giveIPTC(to assembler: inout RecordAssembler) {
    var rest = lines(of: text).map(printable)[...]
    var head: [String] = []
    if let end = rest.prefix(12).firstIndex(where: { $0.trimmedText.hasSuffix("=") }) {
      head = rest[...end].map { $0.trimmedText }
      head[head.count - 1] = head[head.count - 1].dropLast().trimmedText
      rest = rest[(end + 1)...]
    }
    for line in head where line.hasPrefix("By ") { assembler.add(.author, line) }
    let titles = head.filter { !$0.hasPrefix("By ") && !$0.isEmpty }
    // EXTRA, REFILE, 1ST LEAD: what is done to the message, not what it says.
    let headline = titles.filter { $0.contains { $0.isLowercase } }
    assembler.add(.headline, (headline.isEmpty ? titles : headline).joined(separator: " "))
    let paragraphs = Array(rest).unwrapped
    if let source = agency(in: paragraphs.first ?? "") { assembler.add(.source, source) }
    assembler.add(.text, paragraphs.joined(separator: "\n\n"))
  }

  /// The agency of a dateline: `Berlin (dpa) - …`.
  private func agency(in paragraph: String) -> String? {
    let head = paragraph.prefix(60)
    guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")"),
      head[close...].hasPrefix(") -")
    else { return nil }
    return String(head[head.index(after: open)..<close])
  }

  /// `242200 GMT Jun 17` (day, hour, minute; month, year), `AP-WF-06-29-17 2350GMT`.
  private var date: String? {
    let words = (printable(ending) + " " + printable(String(text.suffix(120))))
      .split { $0.isWhitespace || $0 == "<" }.map(String.init)
    for (index, word) in words.enumerated() {
      let rest = words[(index + 1)...].map { $0 }
      if word.utf8.count == 6, let number = Int(word), rest.count >= 3, rest[0] == "GMT" {
        let day = number / 10000
        let time = String(10000 + number % 10000).dropFirst()
        return "\(day) \(rest[1]) \(rest[2]) \(time.prefix(2)):\(time.suffix(2)) GMT"
      }
      // `211259 Nov 18`: without its zone the time is not known.
      if word.utf8.count == 6, let number = Int(word), rest.count == 2,
        let year = Int(rest[1]), year < 100
      {
        return "\(number / 10000) \(rest[0]) \(rest[1])"
      }
      let parts = word.split(separator: "-")
      if parts.count >= 4, let year = Int(parts[parts.count - 1]),
        parts[parts.count - 1].count == 2,
        let month = Int(parts[parts.count - 3]), let day = Int(parts[parts.count - 2])
      {
        let full = year < 69 ? 2000 + year : 1900 + year
        let date = "\(full)-\(String(100 + month).dropFirst())-\(String(100 + day).dropFirst())"
        guard let time = rest.first, time.hasSuffix("GMT"), time.count == 7 else { return date }
        return "\(date)T\(time.prefix(2)):\(time.dropFirst(2).prefix(2)):00Z"
      }
    }
    return nil
  }

  /// Control characters set type and tables: none of them is text.
  private func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { scalar in
          scalar.value == 0x10 || scalar == "\t"
            ? " " : scalar.value < 0x20 || scalar.value == 0x7F ? nil : scalar
        }))
  }
}

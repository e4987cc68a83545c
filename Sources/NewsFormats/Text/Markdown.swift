import NewsModel

extension Format {
  /// Markdown with YAML front matter: a post of a static site.
  public static let markdown = Format(
    name: "markdown", summary: "Markdown with YAML front matter: title, date, author",
    fileExtensions: ["md", "markdown"], isText: true,
    sniff: { sample, isNamed in
      let lines = lines(of: repairedString(sample.bytes.span))
      if MarkdownCollectionGrammar.fits(lines) { return .no }
      guard lines.first?.trimmedText == "---" else { return .no }
      let end = lines.dropFirst().prefix(200).firstIndex { $0.trimmedText == "---" }
      let names = lines[1..<(end ?? 1)].compactMap { $0.split(separator: ":").first?.lowercased() }
      return names.contains("title") && isNamed ? .certain : names.contains("title") ? .likely : .no
    },
    makeReader: { TextReader<MarkdownGrammar>($0, isNamedByDay: true) })

  /// Many articles in one Markdown file, or between rules in a text file.
  public static let markdownCollection = Format(
    name: "markdown-collection",
    summary: "Articles under `# Headline` with `**Published:**`, or between rules with `[date]`",
    fileExtensions: ["md", "txt"], isText: true,
    sniff: { sample, _ in
      MarkdownCollectionGrammar.fits(lines(of: repairedString(sample.bytes.span))) ? .certain : .no
    },
    makeReader: { TextReader<MarkdownCollectionGrammar>($0) })
}

/// One article a file, its fields between two lines of hyphens.
struct MarkdownGrammar: TextGrammar {
  init() {}

  mutating func boundary(_ line: Span<UInt8>) -> TextBoundary { .none }

  mutating func read(
    _ block: TextBlock, into assembler: inout RecordAssembler
  ) -> TextReading {
    guard let end = block.lines.dropFirst().firstIndex(where: { $0.trimmedText == "---" }) else {
      return .rejected("the front matter does not end")
    }
    for line in block.lines[1..<end] {
      guard let colon = line.firstIndex(of: ":"), !line.hasPrefix(" ") else { continue }
      let name = line[..<colon].trimmedText
      var value = line[line.index(after: colon)...].trimmedText
      if value.hasPrefix("["), value.hasSuffix("]") {
        value = value.dropFirst().dropLast().split(separator: ",").map(\.trimmedText)
          .joined(separator: "; ")
      }
      value = unquoted(value)
      guard !value.isEmpty else { continue }
      let isAddress = isAddress(value) && name == "from"
      assembler.add(
        name, .text(value),
        use: isAddress ? FieldUse(role: .field(.url), rank: 50) : assembler.resolve(name).use)
    }
    assembler.add(.text, block.lines[(end + 1)...].joined(separator: "\n").trimmedText)
    return .article
  }

  private func unquoted(_ value: String) -> String {
    for quote in ["\"", "'"]
    where value.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
      return String(value.dropFirst().dropLast())
    }
    return value
  }
}

/// Collections that people make with scripts: each article has its headline, date and address above
/// its text, as `**Published:** …` lines of Markdown, or as `[2013-10-21]` and an address.
struct MarkdownCollectionGrammar: TextGrammar {
  init() {}

  /// Whether the beginning of a file looks like one.
  static func fits(_ lines: [String]) -> Bool {
    let heads = lines.indices.count { index in
      lines[index].hasPrefix("# ")
        && lines[index...].dropFirst().prefix(4).contains { $0.hasPrefix("**Published:**") }
    }
    return heads > 0 || isDay(lines.dropFirst().first ?? "") && lines.contains(where: isRule)
  }

  private static func isRule(_ line: String) -> Bool {
    line.utf8.count >= 40 && line.utf8.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private static func isDay(_ line: String) -> Bool {
    let line = line.trimmedText
    return line.hasPrefix("[") && line.hasSuffix("]") && line.utf8.count == 12
  }

  mutating func boundary(_ line: Span<UInt8>) -> TextBoundary {
    if line.count > 2, line[0] == UInt8(ascii: "#"), line[1] == 0x20 { return .first }
    guard line.count >= 40, line[0] == UInt8(ascii: "-") else { return .none }
    return Self.isRule(repairedString(line)) ? .between : .none
  }

  mutating func read(
    _ block: TextBlock, into assembler: inout RecordAssembler
  ) -> TextReading {
    var lines = block.lines[...]
    while lines.first?.trimmedText.isEmpty == true { lines.removeFirst() }
    guard let title = lines.popFirst(), title.trimmedText != "---" else { return .nothing }
    assembler.add(.headline, title.drop { $0 == "#" }.trimmedText)
    while let line = lines.first?.trimmedText {
      if Self.isDay(line) {
        assembler.add(.date, String(line.dropFirst().dropLast()))
      } else if isAddress(line) {
        assembler.add(.url, line)
      } else if line.hasPrefix("**"), let end = line.firstRange(of: ":**") {
        let name = String(line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound])
        let value = line[end.upperBound...].trimmedText
        assembler.add(name, .text(value), use: assembler.resolve(name).use)
      } else if !line.isEmpty {
        break
      }
      lines.removeFirst()
    }
    while let last = lines.last?.trimmedText, last.isEmpty || last == "---" { lines.removeLast() }
    assembler.add(.text, lines.joined(separator: "\n"))
    return .article
  }
}

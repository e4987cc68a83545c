import NewsModel

extension Format {
  /// Mediargus and GoPress, the Belgian press database.
  public static let mediargus = Format(
    name: "mediargus", summary: "Mediargus or GoPress text: numbered titles, `De Morgen, …, 853w.`",
    fileExtensions: ["txt"], isText: true,
    sniff: { sample, _ in
      let lines = lines(of: DecodedText(sample.bytes.span).text)
      let count = lines.count { MediargusLine($0) != nil }
      return count > 1 && lines.contains(where: { MediargusGrammar.number(of: $0) != nil })
        ? .certain : .no
    },
    makeReader: { TextReader<MediargusGrammar>($0, encoding: .windows1252) })
}

/// A table of contents (`12. Headline`, `De Morgen, woensdag 30 november 2011, p. 23, 853w.`, the
/// first words), then the articles in the same order: `30-11-2011, p.23`, regions, the headline, the
/// text, `© publisher`.
struct MediargusGrammar: TextGrammar {
  private struct Entry: Sendable {
    var headline: String
    var line: MediargusLine
  }

  private var contents: [Entry] = []
  private var next = 0

  init() {}

  mutating func boundary(_ line: Span<UInt8>) -> TextBoundary {
    Self.opensArticle(line) ? .first : .none
  }

  /// `30-11-2011, p.23`
  private static func opensArticle(_ line: Span<UInt8>) -> Bool {
    guard line.count > 11, line.count < 60, isDigit(line[0]), isDigit(line[9]), line[10] == 0x2C
    else { return false }
    let text = repairedString(line)
    return text.dropFirst(11).trimmedText.hasPrefix("p.")
      && text.prefix(10).count { $0 == "-" } == 2
  }

  /// The number of an entry of the table of contents.
  static func number(of line: String) -> Int? {
    let line = line.drop { $0 == "?" || $0 == "\u{FEFF}" }
    let digits = line.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count <= 5, line.dropFirst(digits.count).hasPrefix(". ") else {
      return nil
    }
    return Int(digits)
  }

  mutating func read(
    _ block: TextBlock, into assembler: inout RecordAssembler
  ) -> TextReading {
    let paragraphs = block.lines.map(\.trimmedText).filter { !$0.isEmpty }
    if block.isPreamble {
      readContents(paragraphs)
      return contents.isEmpty ? .rejected("a table of contents that cannot be read") : .nothing
    }
    guard let opening = paragraphs.first else { return .nothing }
    var rest = paragraphs.dropFirst()
    if let last = rest.last, last.hasPrefix("©") || last.hasPrefix("Copyright") {
      assembler.addMetadata("copyright", last)
      rest.removeLast()
    }
    let date = String(opening.prefix(10))
    if let entry = entry(of: rest) {
      let place = rest.firstIndex(of: entry.headline) ?? rest.startIndex
      assembler.add(.headline, entry.headline)
      assembler.add(.source, entry.line.source)
      assembler.add(.date, entry.line.date)
      assembler.addMetadata("edition", rest[..<place].joined(separator: "; "))
      assembler.addMetadata("words", String(entry.line.words))
      rest = rest[(place + 1)...]
    } else {
      assembler.add(.headline, rest.popFirst())
      let parts = date.split(separator: "-")
      assembler.add(.date, parts.reversed().joined(separator: "-"))
    }
    assembler.addMetadata("page", opening.dropFirst(11).trimmedText)
    assembler.add(.text, rest.joined(separator: "\n\n"))
    return .article
  }

  private mutating func readContents(_ paragraphs: [String]) {
    for (index, paragraph) in paragraphs.enumerated() {
      guard let line = MediargusLine(paragraph), index > 0,
        let start = (0..<index).reversed().prefix(4).first(where: {
          Self.number(of: paragraphs[$0]) != nil
        })
      else { continue }
      let title = paragraphs[start..<index].joined(separator: " ")
      contents.append(
        Entry(headline: title.drop { $0 != " " }.trimmedText, line: line))
    }
  }

  /// The entry of an article: the next one whose headline stands among its first paragraphs.
  private mutating func entry(of paragraphs: ArraySlice<String>) -> Entry? {
    for index in contents.indices.dropFirst(next).prefix(20)
    where paragraphs.prefix(8).contains(contents[index].headline) {
      next = index + 1
      return contents[index]
    }
    return nil
  }
}

/// `De Morgen, woensdag 30 november 2011, p. 23, 853w.`
struct MediargusLine: Sendable {
  var source: String
  var date: String
  var page: String?
  var words: Int

  init?(_ line: String) {
    guard line.utf8.count < 200, line.trimmedText.hasSuffix("w.") else { return nil }
    let parts = line.split(separator: ",").map(\.trimmedText)
    guard parts.count >= 3, let count = Int(parts[parts.count - 1].dropLast(2)) else { return nil }
    words = count
    let hasPage = parts[parts.count - 2].hasPrefix("p.")
    page = hasPage ? parts[parts.count - 2] : nil
    guard parts.count >= (hasPage ? 4 : 3) else { return nil }
    date = parts[parts.count - (hasPage ? 3 : 2)]
    source = parts[..<(parts.count - (hasPage ? 3 : 2))].joined(separator: ", ")
  }
}

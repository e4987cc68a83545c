import NewsModel

extension Format {
  /// LexisNexis, as it wrote text files until 2018.
  public static let lexisNexisText = Format(
    name: "lexisnexis-txt", summary: "LexisNexis text: `1 of 10 DOCUMENTS`, labels, hard lines",
    fileExtensions: ["txt"], isText: true,
    sniff: { sample, _ in
      let lines = sample.bytes.split(separator: 0x0A)
      return lines.contains { LexisNexisGrammar.isMarker(Array($0).span) } ? .certain : .no
    },
    makeReader: { TextReader<LexisNexisGrammar>($0) })
}

/// Cover page; then for each article a centred `N of M DOCUMENTS`, the centred outlet and date, the
/// headline flush left, labels, the text, more labels, and a centred copyright note.
///
/// Everything but the marker may be missing or stand in another order: the labels are in the
/// language of the user's screen.
struct LexisNexisGrammar: TextGrammar {
  init() {}

  mutating func boundary(_ line: Span<UInt8>) -> TextBoundary {
    Self.isMarker(line) ? .first : .none
  }

  /// `                1 of 10 DOCUMENTS`, in any language: number, word, number, word in capitals.
  static func isMarker(_ line: Span<UInt8>) -> Bool {
    guard line.count > 14, line.count < 100, line[0] == 0x20 || isDigit(line[0]) else {
      return false
    }
    let words = repairedString(line).split { $0 == " " || $0 == "\r" || $0 == "\u{A0}" }
    guard words.count == 4, Int(words[0]) != nil, Int(words[2]) != nil else { return false }
    return words[3].utf8.count > 5 && words[3].hasPrefix("DO") && words[3].allSatisfy(\.isUppercase)
  }

  mutating func read(
    _ block: TextBlock, into assembler: inout RecordAssembler
  ) -> TextReading {
    guard !block.isPreamble else { return .nothing }
    var groups = block.lines.dropFirst().split { $0.trimmedText.isEmpty }.map(Array.init)[...]
    var header = Header(isFlush: !(block.lines.first?.hasPrefix("   ") ?? true))
    while let group = groups.first, header.take(group, isFollowedByLabel: Self.hasLabel(groups)) {
      groups.removeFirst()
    }
    var body: [String] = []
    while let group = groups.first, !Self.isTail(groups) {
      body.append(group.map(\.trimmedText).joined(separator: " "))
      groups.removeFirst()
    }
    for group in groups { header.takeTail(group) }
    header.give(to: &assembler)
    assembler.add(.text, body.isEmpty ? nil : body.joined(separator: "\n\n"))
    guard !body.isEmpty || header.headline != nil else {
      return .rejected("an entry of LexisNexis without an article")
    }
    return .article
  }

  /// Whether a label follows among the next groups: then what stands before it is header still.
  private static func hasLabel(_ groups: ArraySlice<[String]>) -> Bool {
    groups.dropFirst().prefix(4).contains { group in
      group.first.flatMap(NexisLabel.init)?.isHeader == true
    }
  }

  /// Whether the text ends here: by a label that stands below texts, by the copyright, or because
  /// nothing but labels is left.
  private static func isTail(_ groups: ArraySlice<[String]>) -> Bool {
    guard let first = groups.first?.first else { return false }
    if isCentred(first), isCopyright(first) { return true }
    guard let label = NexisLabel(first) else { return false }
    if label.isTail { return true }
    guard label.isHeader else { return false }
    return groups.prefix(30).allSatisfy { group in
      group.first.map { NexisLabel($0) != nil || isCentred($0) } ?? true
    }
  }

  static func isCentred(_ line: String) -> Bool { line.hasPrefix("    ") }

  static func isCopyright(_ line: String) -> Bool {
    let line = line.trimmedText
    return line.hasPrefix("Copyright") || line.hasPrefix("©")
      || line.hasPrefix("All Rights Reserved")
  }

  private struct Header {
    /// Whether nothing is centred: some exports have lost the white space.
    var isFlush: Bool
    var source: String?
    var url: String?
    var date: String?
    var headline: String?
    var hasLabels = false
    var fields: [(NexisLabel, String)] = []
    var notes: [String] = []

    /// Takes a group of lines; false where the text begins.
    mutating func take(_ group: [String], isFollowedByLabel: Bool) -> Bool {
      guard let first = group.first else { return true }
      let text = group.map(\.trimmedText).joined(separator: " ")
      if let label = NexisLabel(first), label.isKnown || isFollowedByLabel {
        guard !label.isTail else { return false }
        hasLabels = true
        let value = label.value + group.dropFirst().map { " " + $0.trimmedText }.joined()
        if label.role == .body { return value.isEmpty }
        if label.role == .headline, headline == nil {
          headline = value
        } else {
          fields.append((label, value))
        }
        return true
      }
      if isCentred(first) {
        group.map(\.trimmedText).forEach { takeCentred($0) }
        return true
      }
      if isFlush, source == nil {
        source = text
        return true
      }
      if isAddress(text), headline == nil {
        url = text
        return true
      }
      if date == nil, source != nil, let day = NexisDate.reading(text) {
        date = day
        return true
      }
      // What an agency says about itself stands above the date, and is a sentence.
      if headline == nil, !hasLabels {
        if date == nil, text.hasSuffix(".") {
          notes.append(text)
        } else {
          headline = text
        }
        return true
      }
      // A second line of the headline, or a byline without label, stands before the labels.
      guard !hasLabels, isFollowedByLabel else { return false }
      notes.append(text)
      return true
    }

    private mutating func takeCentred(_ line: String) {
      if isCopyright(line) || line.hasSuffix("Rights Reserved") {
        notes.append(line)
      } else if date == nil, let day = NexisDate.reading(line) {
        date = day
      } else if source == nil {
        source = line
      } else {
        notes.append(line)
      }
    }

    mutating func takeTail(_ group: [String]) {
      guard let first = group.first else { return }
      let text = group.map(\.trimmedText).joined(separator: " ")
      if let label = NexisLabel(first) {
        let value = label.value + group.dropFirst().map { " " + $0.trimmedText }.joined()
        fields.append((label, value))
      } else {
        notes.append(text)
      }
    }

    func give(to assembler: inout RecordAssembler) {
      assembler.add(.source, source)
      assembler.add(.date, date)
      assembler.add(.headline, headline)
      assembler.add(.url, url)
      for (label, value) in fields { label.give(value, to: &assembler) }
      for note in notes { assembler.addMetadata("note", note) }
    }
  }
}

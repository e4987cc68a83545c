import NewsModel

/// Finds the articles in the paragraphs of a word processor's document, whatever it was written with.
///
/// Nexis Uni and Lexis Advance end each article by a line that says so; APA begins each by a line
/// that says where and when it was found. Any other document is one article.
struct DocumentText {
  private enum Kind {
    case unknown, nexis, apa
  }

  private var assembler: RecordAssembler
  private var kind = Kind.unknown
  private var lines: [String] = []
  private var size = 0
  private var count = 0

  init(_ context: ReaderContext) { assembler = RecordAssembler(context, readsMarkup: false) }

  /// Takes the next paragraph; line breaks in it part it.
  mutating func add(_ paragraph: String, to sink: (RecordEvent) throws -> Void) throws {
    for line in NewsFormats.lines(of: paragraph) {
      let line = line.trimmedText
      if NexisDocument.isEnd(line) {
        kind = .nexis
        try giveBlock(to: sink)
        continue
      }
      if kind != .nexis, APADocument.isStart(line) {
        if kind == .apa { try giveBlock(to: sink) } else { lines = [] }
        kind = .apa
      }
      lines.append(line)
      size += line.utf8.count
      if size > RecordLimit.bytes { try giveBlock(to: sink) }
    }
  }

  /// Gives the last article, or the only one.
  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    // Behind the last end of a document there is no article.
    if kind == .nexis, !lines.contains(where: { NexisDocument.isBody($0) }) { lines = [] }
    try giveBlock(to: sink)
  }

  private mutating func giveBlock(to sink: (RecordEvent) throws -> Void) throws {
    let block = lines
    let isTooLong = size > RecordLimit.bytes
    lines = []
    size = 0
    guard block.contains(where: { !$0.isEmpty }) else { return }
    count += 1
    let position = RecordPosition(record: count)
    if isTooLong {
      return try sink(.rejected(position, reason: tooLong("article"), excerpt: ""))
    }
    switch kind {
    case .nexis: NexisDocument(block).give(to: &assembler)
    case .apa: APADocument(block).give(to: &assembler)
    case .unknown:
      let first = block.firstIndex { !$0.isEmpty } ?? 0
      let rest = block[(first + 1)...].filter { !$0.isEmpty }
      let hasHeadline = !rest.isEmpty && block[first].utf8.count < 250
      if hasHeadline { assembler.add(.headline, block[first]) }
      assembler.add(.text, (hasHeadline ? rest : [block[first]] + rest).joined(separator: "\n\n"))
    }
    let raw = Array(block.joined(separator: "\n").utf8.prefix(RecordLimit.excerptBytes))
    try sink(assembler.finish(position, record: raw.span))
  }
}

/// An article of Nexis Uni or Lexis Advance, up to its `End of Document`.
struct NexisDocument {
  private var headline: String?
  private var source: String?
  private var date: String?
  private var fields: [(name: String, value: String)] = []
  private var notes: [String] = []
  private var body: [String] = []

  /// In the language of the user's screen.
  static func isEnd(_ line: String) -> Bool {
    [
      "End of Document", "Ende des Dokuments", "Dokumentende", "Fin du document",
      "Fin del documento", "Einde van document", "Fine del documento", "Fim do documento",
    ].contains(line)
  }

  static func isBody(_ line: String) -> Bool {
    ["Body", "Textkörper", "Corps", "Cuerpo", "Hoofdtekst", "Corpo"].contains(line)
  }

  private static let closings: Set<String> = [
    "Classification", "Graphic", "Klassifizierung", "Grafik", "Clasificación", "Classificatie",
    "Bibliography", "Correction", "Notes", "Graphique", "Gráfico",
  ]

  init(_ lines: [String]) {
    let bodyStart = lines.firstIndex { Self.isBody($0) }
    let headerEnd = bodyStart ?? lines.endIndex
    readHeader(lines[..<headerEnd])
    guard let bodyStart else { return }
    var rest = lines[(bodyStart + 1)...]
    while let line = rest.first {
      if Self.closings.contains(line) || Self.label(line)?.name == "Load-Date" { break }
      if !line.isEmpty { body.append(line) }
      rest.removeFirst()
    }
    var section = ""
    for line in rest where !line.isEmpty {
      if Self.closings.contains(line) {
        section = line
      } else if let label = Self.label(line) {
        fields.append(label)
      } else {
        fields.append((section, line))
      }
    }
    separateAbstract()
  }

  /// `Length:` and a no-break space: a colon in a headline has none.
  private static func label(_ line: String) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: ":"), line[..<colon].utf8.count < 30 else { return nil }
    let rest = line[line.index(after: colon)...]
    let name = String(line[..<colon])
    guard rest.first == "\u{A0}" || Self.labels.contains(name) else { return nil }
    return (name, rest.trimmedText)
  }

  private static let labels: Set<String> = [
    "Section", "Length", "Byline", "Load-Date", "Language", "Publication-Type", "Subject",
    "Dateline", "Highlight", "Series", "Journal Code",
  ]

  /// The headline, the outlet and the date stand above the copyright or the first label; in the first
  /// article of a file a cover stands above them.
  private mutating func readHeader(_ lines: ArraySlice<String>) {
    let first = lines.indices.first { index in
      lines[index].hasPrefix("Copyright") || lines[index].hasPrefix("©")
        || (Self.label(lines[index]).map { Self.labels.contains($0.name) } ?? false)
    }
    let top = lines[..<(first ?? lines.endIndex)]
    let dateIndex = top.indices.last { NexisDate.reading(top[$0]) != nil }
    if let dateIndex {
      date = NexisDate.reading(top[dateIndex])
      var index = dateIndex
      func previous() -> String? {
        while index > top.startIndex {
          index -= 1
          if !top[index].isEmpty { return top[index] }
        }
        return nil
      }
      source = previous()
      headline = previous()
      // A headline of several lines: they follow one another without a blank one.
      while index > top.startIndex, !top[index - 1].isEmpty, !Self.isCover(top[index - 1]),
        let text = headline
      {
        index -= 1
        headline = top[index] + " " + text
      }
      notes += top[(dateIndex + 1)...].filter { !$0.isEmpty }
    } else {
      let filled = top.filter { !$0.isEmpty }
      headline = filled.first
      source = filled.dropFirst().first
    }
    for line in lines[(first ?? lines.endIndex)...] where !line.isEmpty {
      if let label = Self.label(line) { fields.append(label) } else { notes.append(line) }
    }
  }

  private static func isCover(_ line: String) -> Bool {
    line.contains(":") || line == "News" || line == "Narrowed by" || line.hasPrefix("Documents (")
  }

  /// Some outlets have `ABSTRACT` and `FULL TEXT` as lines of the text.
  private mutating func separateAbstract() {
    guard body.first == "ABSTRACT", let full = body.firstIndex(of: "FULL TEXT") else { return }
    fields.append(("abstract", body[1..<full].joined(separator: " ")))
    body.removeFirst(full + 1)
  }

  func give(to assembler: inout RecordAssembler) {
    assembler.add(.headline, headline)
    assembler.add(.source, source.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 })
    assembler.add(.date, date)
    for (name, value) in fields {
      switch name {
      case "Byline": assembler.add(.author, value)
      case "Section": assembler.add(.section, value)
      case "Language": assembler.add(.language, value)
      default: assembler.addMetadata(name, value)
      }
    }
    for note in notes { assembler.addMetadata("note", note) }
    assembler.add(.text, body.isEmpty ? nil : body.joined(separator: "\n\n"))
  }
}

/// An article of the APA Online Manager: `"Kurier.at" gefunden am 28.12.2017 10:36 Uhr`.
struct APADocument {
  private var lines: [String]

  init(_ lines: [String]) {
    // A rule of underscores parts the articles.
    self.lines = lines.filter { !$0.isEmpty && !$0.allSatisfy { $0 == "_" } }
  }

  static func isStart(_ line: String) -> Bool {
    line.hasPrefix("\"") && line.contains("\" gefunden am ") && line.utf8.count < 200
  }

  func give(to assembler: inout RecordAssembler) {
    guard let start = lines.first else { return }
    let parts = start.split(separator: "\"")
    assembler.add(.source, parts.first.map(String.init))
    if let range = start.firstRange(of: "gefunden am ") {
      assembler.add(.date, String(start[range.upperBound...]))
    }
    assembler.add(.headline, lines.dropFirst().first)
    assembler.add(.text, lines.dropFirst(2).joined(separator: "\n\n"))
  }
}

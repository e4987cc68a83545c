import NewsModel

extension Format {
  /// Word and LibreOffice documents: Nexis Uni, Lexis Advance, anything typed.
  public static let wordDocument = Format(
    name: "docx", summary: "Word or OpenDocument text; Nexis Uni with many articles in one",
    fileExtensions: ["docx", "odt"],
    sniff: { sample, isNamed in
      guard isZip(sample) else { return .no }
      if isNamed { return .certain }
      let names = ZipMembers.names(in: sample.bytes)
      return names.contains { $0 == "word/document.xml" } ? .certain : .no
    },
    makeReader: { WordReader($0) })
}

/// Reads the paragraphs of the one file in the archive that has the text.
struct WordReader: RecordReader, @unchecked Sendable {
  // Inflater and parser have one owner, this reader, which is moved between threads whole.
  private var members = ZipMembers()
  private var parser: XMLRecordParser?
  private var document: DocumentText
  private var hasText = false
  private var damage: String?

  init(_ context: ReaderContext) { document = DocumentText(context) }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    var members = ZipMembers()
    swap(&members, &self.members)
    defer { swap(&members, &self.members) }
    try members.push(chunk) { try take($0, $1, to: sink) }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    var members = ZipMembers()
    swap(&members, &self.members)
    try members.finish { try take($0, $1, to: sink) }
    try giveParagraphs(parser?.finish() ?? [], to: sink)
    try document.finish(to: sink)
    if let damage = damage ?? (hasText ? nil : "no document in it") {
      try sink(
        .rejected(RecordPosition(record: 1), reason: "the file is \(damage)", excerpt: ""))
    }
  }

  private mutating func take(
    _ event: ZipMembers.Event, _ bytes: Span<UInt8>, to sink: (RecordEvent) throws -> Void
  ) throws {
    switch event {
    case .begins(let name):
      guard name == "word/document.xml" || name == "content.xml" else { return }
      hasText = true
      // `w:p` and `text:p`, `text:h`: one that stands inside another is part of it.
      parser = XMLRecordParser { $0.last == "p" || $0.last == "h" }
    case .data:
      if let parser { try giveParagraphs(parser.push(bytes), to: sink) }
    case .ends:
      if let parser { try giveParagraphs(parser.finish(), to: sink) }
      parser = nil
    case .unreadable(let name, let reason):
      if parser != nil || name == "word/document.xml" { damage = reason }
    }
  }

  private mutating func giveParagraphs(
    _ found: [XMLRecordParser.Found], to sink: (RecordEvent) throws -> Void
  ) throws {
    for case .record(let paragraph, _) in found {
      var text = ""
      Self.collect(paragraph, &text)
      try document.add(text, to: sink)
    }
  }

  private static func collect(_ element: XMLElement, _ text: inout String) {
    // WordprocessingML keeps its text in `t`; OpenDocument right in the paragraph.
    let isText =
      element.name == "t" || element.namespace.hasPrefix("urn:oasis:names:tc:opendocument")
    for node in element.nodes {
      switch node {
      case .text(let piece): if isText { text += piece }
      case .element(let child):
        switch child.name {
        case "br", "cr", "line-break": text += "\n"
        case "tab": text += "\t"
        case "s": text += " "
        case "noBreakHyphen": text += "-"
        // What was deleted, and the same picture's text a second time.
        case "delText", "del", "Fallback", "instrText", "note", "annotation": continue
        case "p" where !text.isEmpty:
          text += "\n"
          collect(child, &text)
        default: collect(child, &text)
        }
      }
    }
  }
}

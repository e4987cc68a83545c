import NewsModel

/// How a press database writes articles into an HTML page.
protocol PressHTMLGrammar: Sendable {
  /// Whether a page is one of the database's, by its beginning in lower case.
  static func fits(_ head: String) -> Bool

  /// Gives the fields of each article to the assembler, and calls `give` behind each.
  static func read(
    _ document: HTMLDocument, into assembler: inout RecordAssembler,
    give: (inout RecordAssembler) throws -> Void
  ) throws
}

extension Format {
  /// A format of a database that exports HTML.
  static func pressHTML<Grammar: PressHTMLGrammar>(
    _ grammar: Grammar.Type, name: String, summary: String
  ) -> Format {
    Format(
      name: name, summary: summary, fileExtensions: ["html", "htm"],
      sniff: { sample, _ in
        !sample.markup.isEmpty && Grammar.fits(sample.markup) ? .certain : .no
      },
      makeReader: { PressHTMLReader<Grammar>($0) })
  }
}

/// Reads a page with articles: it is kept whole, as a tree needs it.
struct PressHTMLReader<Grammar: PressHTMLGrammar>: RecordReader {
  private var bytes: [UInt8] = []
  private var isTooLong = false
  private var assembler: RecordAssembler

  init(_ context: ReaderContext) {
    // Exports are named by the time that was searched.
    var context = context
    context.fileName = ""
    assembler = RecordAssembler(context, readsMarkup: false)
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    if bytes.count + chunk.count > RecordLimit.bytes {
      isTooLong = true
    } else {
      bytes.append(contentsOf: chunk)
    }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    let whole = bytes
    bytes = []
    func reject(_ reason: String) throws {
      try sink(
        .rejected(
          RecordPosition(record: 1), reason: reason, excerpt: excerpt(of: whole.span)))
    }
    guard !isTooLong else { return try reject(tooLong("page")) }
    let page = DecodedPage(whole)
    var count = 0
    try Grammar.read(HTMLDocument(page.bytes), into: &assembler) { assembler in
      count += 1
      if let remark = page.remark { assembler.remark(remark) }
      let raw: [UInt8] = []
      try sink(assembler.finish(RecordPosition(record: count), record: raw.span))
    }
    assembler.reset()
    if count == 0 { try reject("the page holds no articles") }
  }
}

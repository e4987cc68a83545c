import NewsModel

/// How articles are written in an XML format.
protocol XMLGrammar: Sendable {
  /// Whether a record begins, given the names of the open elements, the last of them its own.
  static func isRecord(_ names: [String]) -> Bool

  /// The articles in a record: usually the record itself.
  static func articles(in record: XMLElement) -> [XMLElement]

  /// Gives an article's fields to the assembler; a reason means that it is none.
  static func read(
    _ article: XMLElement, in context: XMLContext, into assembler: inout RecordAssembler
  ) -> TextReading

  /// What to say of a document in which there is no record.
  static var nothingFound: String { get }
}

extension XMLGrammar {
  static func articles(in record: XMLElement) -> [XMLElement] { [record] }

  static var nothingFound: String { "the document holds no article" }
}

/// Reads an XML document by its grammar, in memory that only the largest record needs.
struct XMLReader<Grammar: XMLGrammar>: RecordReader, @unchecked Sendable {
  // The parser has one owner, this reader, which is never shared: it is moved between threads whole.
  private let parser = XMLRecordParser(isRecord: Grammar.isRecord)
  private var assembler: RecordAssembler
  private var text = XMLTextFilter()
  private var count = 0

  init(_ context: ReaderContext) { assembler = RecordAssembler(context) }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    let bytes = text.push(chunk)
    for found in parser.push(bytes.span) { try give(found, to: sink) }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    let bytes = text.finish()
    for found in parser.push(bytes.span) { try give(found, to: sink) }
    for found in parser.finish() { try give(found, to: sink) }
    let problem = parser.problem.map { "the XML is broken (\($0))" }
    if count == 0 {
      let reason = [Grammar.nothingFound, problem].compactMap { $0 }.joined(separator: "; ")
      try sink(.rejected(RecordPosition(record: 1), reason: reason, excerpt: ""))
    } else if let problem, !text.isRepaired {
      let position = RecordPosition(record: count + 1)
      try sink(.rejected(position, reason: problem + ": something may be missing", excerpt: ""))
    }
  }

  private mutating func give(
    _ found: XMLRecordParser.Found, to sink: (RecordEvent) throws -> Void
  ) throws {
    switch found {
    case .tooLong(let line):
      count += 1
      let position = RecordPosition(record: count, line: line)
      try sink(.rejected(position, reason: tooLong("record"), excerpt: ""))
    case .record(let record, let line):
      for article in Grammar.articles(in: record) {
        if let remark = text.remark { assembler.remark(remark) }
        let reading = Grammar.read(article, in: parser.context, into: &assembler)
        if case .nothing = reading {
          assembler.reset()
          continue
        }
        count += 1
        let position = RecordPosition(record: count, line: line)
        // The raw form is gone: its text stands for it where a record is rejected.
        let raw = Array(article.rawText.utf8.prefix(RecordLimit.excerptBytes))
        if case .rejected(let reason) = reading {
          assembler.reset()
          try sink(.rejected(position, reason: reason, excerpt: excerpt(of: raw.span)))
        } else {
          try sink(assembler.finish(position, record: raw.span))
        }
      }
    }
  }
}

/// The root of an XML document, told from its beginning.
struct XMLStart {
  /// The root's name without prefix.
  var root: String
  /// The root's whole tag.
  var tag: String
  /// What follows, as far as the sample goes.
  var rest: String

  /// The root, or nil where the bytes begin no XML.
  init?(_ sample: Format.Sample) {
    let bytes = sample.bytes.prefix(32 << 10)
    var index = bytes.startIndex
    while true {
      guard let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")),
        bytes[index..<open].allSatisfy({ $0 <= 0x20 }), open + 1 < bytes.endIndex
      else { return nil }
      let next = bytes[open + 1]
      if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") {
        guard let end = Self.endOfProlog(bytes, open) else { return nil }
        index = end
        continue
      }
      let name = bytes[(open + 1)...].prefix {
        $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
      }
      guard !name.isEmpty else { return nil }
      let full = String(decoding: name, as: UTF8.self)
      root = full.split(separator: ":").last.map(String.init) ?? full
      let end = bytes[open...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
      tag = String(decoding: bytes[open..<end], as: UTF8.self)
      rest = String(decoding: bytes[end...], as: UTF8.self)
      return
    }
  }

  /// The place behind a declaration, comment or document type.
  private static func endOfProlog(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
    let isComment = bytes[start...].starts(with: Array("<!--".utf8))
    var depth = 0
    var index = start
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">"):
        let closes =
          isComment
          ? index >= start + 6 && bytes[index - 1] == 0x2D && bytes[index - 2] == 0x2D
          : depth <= 0
        if closes { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }
}

extension Format {
  /// A format that is told by the root of the document.
  static func xml<Grammar: XMLGrammar>(
    _ grammar: Grammar.Type, name: String, summary: String, fileExtensions: [String] = ["xml"],
    fits: @escaping @Sendable (XMLStart) -> Bool
  ) -> Format {
    Format(
      name: name, summary: summary, fileExtensions: fileExtensions,
      sniff: { sample, _ in XMLStart(sample).map(fits) == true ? .certain : .no },
      makeReader: { XMLReader<Grammar>($0) })
  }
}

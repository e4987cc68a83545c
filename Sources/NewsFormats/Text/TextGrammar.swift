import NewsModel

/// How a text dump with several articles in a file is written: where an article begins, and what
/// its lines mean.
protocol TextGrammar: Sendable {
  init()

  /// Whether a record begins with this line, or ends with it.
  mutating func boundary(_ line: Span<UInt8>) -> TextBoundary

  /// Gives the record's fields to the assembler.
  mutating func read(_ block: TextBlock, into assembler: inout RecordAssembler) -> TextReading
}

/// What a line is to the records around it.
enum TextBoundary {
  case none
  /// The first line of a record.
  case first
  /// The last line of a record.
  case last
  /// Between two records, part of neither.
  case between
}

/// What a grammar made of a block.
enum TextReading {
  case article
  /// A cover, a table of contents, a closing note: nothing that is missing later.
  case nothing
  case rejected(String)
}

/// The lines of one record.
struct TextBlock: Sendable {
  /// Without line ends.
  var lines: [String]
  /// The number of the first line in the file.
  var line: Int
  /// Whether it stands before the first boundary of the file.
  var isPreamble = false
}

/// Reads a text dump by its grammar.
struct TextReader<Grammar: TextGrammar>: RecordReader {
  private var grammar = Grammar()
  private var assembler: RecordAssembler
  private var splitter = LineSplitter()
  private var block: [UInt8] = []
  private var blockLine = 1
  private var isPreamble = true
  private var isTooLong = false
  private var count = 0
  private let encoding: LegacyEncoding?

  /// A reader by the grammar.
  ///
  /// - Parameters:
  ///   - context: What is known besides the bytes.
  ///   - encoding: What text is in if it is not UTF-8, where the format says so.
  ///   - isNamedByDay: Whether the file's name may have the day of its one article: a database's
  ///     export is named by the time that was searched.
  init(
    _ context: ReaderContext, encoding: LegacyEncoding? = nil, isNamedByDay: Bool = false
  ) {
    var context = context
    if !isNamedByDay { context.fileName = "" }
    assembler = RecordAssembler(context)
    self.encoding = encoding
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    // Swapped out, since a copy would make it copy the line that it holds.
    var lines = LineSplitter()
    swap(&lines, &splitter)
    defer { swap(&lines, &splitter) }
    try lines.push(chunk) { try take($0, $1, $2, to: sink) }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    var lines = LineSplitter()
    swap(&lines, &splitter)
    try lines.finish { try take($0, $1, $2, to: sink) }
    try giveBlock(to: sink)
  }

  private mutating func take(
    _ kind: LineSplitter.Line, _ number: Int, _ line: Span<UInt8>,
    to sink: (RecordEvent) throws -> Void
  ) throws {
    let boundary = grammar.boundary(line)
    switch boundary {
    case .first, .between:
      try giveBlock(to: sink)
      isPreamble = false
      blockLine = boundary == .first ? number : number + 1
      if boundary == .between { return }
    case .none, .last: break
    }
    if block.count + line.count > RecordLimit.bytes {
      isTooLong = true
    } else {
      block.append(contentsOf: line)
      block.append(0x0A)
    }
    if boundary == .last {
      try giveBlock(to: sink)
      isPreamble = false
      blockLine = number + 1
    }
  }

  private mutating func giveBlock(to sink: (RecordEvent) throws -> Void) throws {
    guard block.contains(where: { $0 > 0x20 }) else {
      block.removeAll(keepingCapacity: true)
      return
    }
    let whole = block
    block = []
    let position = RecordPosition(record: count + 1, line: blockLine)
    if isTooLong {
      isTooLong = false
      count += 1
      return try sink(
        .rejected(position, reason: tooLong("article"), excerpt: excerpt(of: whole.span)))
    }
    let decoded = DecodedText(whole.span, otherwise: encoding)
    if let remark = decoded.remark { assembler.remark(remark) }
    let text = TextBlock(
      lines: lines(of: decoded.text), line: blockLine, isPreamble: isPreamble)
    switch grammar.read(text, into: &assembler) {
    case .nothing: assembler.reset()
    case .article:
      count += 1
      try sink(assembler.finish(position, record: whole.span))
    case .rejected(let reason):
      count += 1
      assembler.reset()
      try sink(.rejected(position, reason: reason, excerpt: excerpt(of: whole.span)))
    }
  }
}

/// The lines of a text, without CR and LF.
func lines(of text: String) -> [String] {
  text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
    let line = line.last == 0x0D ? line.dropLast() : line
    return String(decoding: line, as: UTF8.self)
  }
}

extension RecordAssembler {
  /// Takes what a format knows to be this field.
  mutating func add(_ field: Field, _ value: String?) {
    guard let value else { return }
    add(field.rawValue, .text(value), use: FieldUse(role: .field(field), rank: -1))
  }

  /// Takes a field that stays metadata.
  mutating func addMetadata(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    add(name, .text(value), use: nil)
  }
}

extension StringProtocol {
  /// Without white space, no-break spaces too, at its ends.
  var trimmedText: String {
    var scalars = unicodeScalars[...]
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value <= 0x20 || scalar == "\u{A0}" || scalar == "\u{3000}" || scalar == "\u{FEFF}"
    }
    while let first = scalars.first, isSpace(first) { scalars = scalars.dropFirst() }
    while let last = scalars.last, isSpace(last) { scalars = scalars.dropLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension Sequence<String> {
  /// Paragraphs of lines that were broken at a fixed width: lines are joined by spaces, blank lines
  /// part the paragraphs.
  var unwrapped: [String] {
    var paragraphs: [String] = []
    var paragraph = ""
    for line in self {
      let line = line.trimmedText
      if line.isEmpty {
        if !paragraph.isEmpty { paragraphs.append(paragraph) }
        paragraph = ""
      } else {
        paragraph += paragraph.isEmpty ? line : " " + line
      }
    }
    if !paragraph.isEmpty { paragraphs.append(paragraph) }
    return paragraphs
  }
}

import NewsModel

extension Format {
  /// One JSON document: an array of objects, an object around such an array, or one object.
  public static let json = Format(
    name: "json", summary: "JSON: an array of objects, an object around one, or one object",
    fileExtensions: ["json"], isText: true,
    sniff: { sample, isNamed in
      let bytes = sample.bytes[...].trimmed
      if opensObject(bytes) { return .certain }
      guard let opening = bytes.first, Array("[{".utf8).contains(opening) else { return .no }
      let rest = bytes.dropFirst().trimmed
      let opensList =
        opening == UInt8(ascii: "[") && (opensObject(rest) || rest == Array("]".utf8)[...])
      return opensList ? .certain : isNamed ? .likely : .no
    },
    makeReader: { JSONDocumentReader($0) })
}

/// Reads one JSON document, an element at a time where it is, or holds, a list of records.
///
/// What stands around the lists, the envelope, is kept: it is the record where there is no list,
/// and otherwise it must be JSON too.
struct JSONDocumentReader: RecordReader {
  private enum State {
    /// Outside of lists of records.
    case envelope
    /// Behind the bracket that may open a list of records: an object must follow.
    case listOpened
    /// In a list, where an element begins, or the list ends if nothing stands in it yet.
    case beforeElement(isFirst: Bool)
    /// In an element.
    case element
    /// Behind an element: a comma or the list's end follows.
    case afterElement
    /// What follows cannot be read; it has been reported.
    case lost
  }

  private var state = State.envelope
  private var record: JSONRecord
  private var envelope = JSONEnvelope()
  private var element = JSONElement()
  private var count = 0
  private var line = 1
  private var elementLine = 1
  private var hasLists = false

  init(_ context: ReaderContext) { record = JSONRecord(context) }

  /// Whether the beginning of a document opens a list of records.
  static func findsList(in bytes: Span<UInt8>) -> Bool {
    var reader = JSONDocumentReader(ReaderContext(now: 0))
    try? reader.push(bytes) { _ in }
    return reader.hasLists
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    var index = 0
    while index < chunk.count {
      switch state {
      case .lost: return
      case .envelope:
        if envelope.read(chunk, &index, line: &line) == .listMayBegin {
          state = envelope.isRootList ? .beforeElement(isFirst: true) : .listOpened
          hasLists = hasLists || envelope.isRootList
        } else if envelope.isTooLong {
          try lose(
            tooLong("document without a list of records"), excerpt(of: envelope.bytes.span), sink)
        }
      case .element:
        let isWhole = element.read(chunk, &index, line: &line)
        if isWhole {
          state = .afterElement
          try giveElement(to: sink)
        } else if element.bytes.count > RecordLimit.bytes {
          count += 1
          try lose(tooLong("record"), excerpt(of: element.bytes.span), sink)
        }
      case .listOpened, .beforeElement, .afterElement:
        try readBetween(chunk, &index, to: sink)
      }
    }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    switch state {
    case .lost: return
    case .element where element.isScalar: fallthrough
    case .listOpened, .beforeElement, .afterElement:
      try lose("the document ends inside a list of records", excerpt(of: envelope.bytes.span), sink)
    case .element:
      count += 1
      try lose("the document ends inside this record", excerpt(of: element.bytes.span), sink)
    case .envelope where !hasLists:
      let whole = envelope.bytes
      let dictionary = record.readDictionary(whole.span)
      guard dictionary.isEmpty else { return try dictionary.forEach(sink) }
      count += 1
      try sink(record.read(whole.span, at: RecordPosition(record: 1, line: 1)))
    case .envelope:
      var scanner = JSONScanner()
      do throws(JSONProblem) {
        _ = try scanner.value(envelope.bytes.span)
        try scanner.end(envelope.bytes.span)
      } catch {
        try lose(
          "broken JSON around the records: \(error.message)", excerpt(of: envelope.bytes.span), sink
        )
      }
    }
  }

  /// White space and punctuation of a list.
  private mutating func readBetween(
    _ chunk: Span<UInt8>, _ index: inout Int, to sink: (RecordEvent) throws -> Void
  ) throws {
    let byte = chunk[index]
    switch (state, byte) {
    case (_, 0x0A):
      line += 1
      index += 1
    case (_, 0x20), (_, 0x09), (_, 0x0D): index += 1
    case (.listOpened, UInt8(ascii: "{")):
      hasLists = true
      beginElement()
    case (.listOpened, _): state = .envelope
    case (.beforeElement(isFirst: true), UInt8(ascii: "]")), (.afterElement, UInt8(ascii: "]")):
      state = .envelope
    case (.afterElement, UInt8(ascii: ",")):
      state = .beforeElement(isFirst: false)
      index += 1
    case (.beforeElement, let byte) where byte != UInt8(ascii: "]") && byte != UInt8(ascii: ","):
      beginElement()
    case (.afterElement, UInt8(ascii: "{")):
      // Somebody has put pieces together: it is plain what was meant, and no record is lost.
      try report("broken JSON between records: a comma is missing", to: sink)
      beginElement()
    default:
      let found = jsonString(String(Unicode.Scalar(byte)))
      try report(
        "broken JSON between records: found \(found); the rest was not read", to: sink)
      state = .lost
    }
  }

  private mutating func beginElement() {
    state = .element
    elementLine = line
    element.begin()
  }

  private mutating func giveElement(to sink: (RecordEvent) throws -> Void) throws {
    count += 1
    let whole = element.bytes
    let position = RecordPosition(record: count, line: elementLine)
    try sink(record.read(whole.span, at: position))
  }

  private mutating func report(
    _ reason: String, to sink: (RecordEvent) throws -> Void
  ) throws {
    count += 1
    let position = RecordPosition(record: count, line: line)
    try sink(.rejected(position, reason: reason, excerpt: ""))
  }

  private mutating func lose(
    _ reason: String, _ excerpt: String, _ sink: (RecordEvent) throws -> Void
  ) throws {
    state = .lost
    let position = RecordPosition(record: max(count, 1), line: line)
    try sink(.rejected(position, reason: reason, excerpt: excerpt))
  }
}

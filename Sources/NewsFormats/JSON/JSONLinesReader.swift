import NewsModel

extension Format {
  /// JSON Lines: an object a line.
  public static let jsonLines = Format(
    name: "jsonl", summary: "JSON Lines: an object a line",
    fileExtensions: ["jsonl", "ndjson", "jl"], isText: true,
    sniff: { sample, isNamed in
      let lines = sample.bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 8)
        .map { $0.trimmed }.filter { !$0.isEmpty }
      guard let first = lines.first, opensObject(first) else { return isNamed ? .likely : .no }
      guard lines.count > 1 else {
        // One line, or the beginning of one: a wrapper around articles is a document.
        if JSONDocumentReader.findsList(in: sample.bytes.span) { return .no }
        return isNamed || !sample.isWhole ? .certain : .likely
      }
      let isRecord = first.last == UInt8(ascii: "}")
      let goesOn = isNamed || lines[1].first == UInt8(ascii: "{")
      return isRecord && goesOn ? .certain : isNamed ? .likely : .no
    },
    makeReader: { JSONLinesReader($0) })

  /// Whether trimmed bytes begin like an object: RTF begins with a brace too.
  static func opensObject(_ bytes: ArraySlice<UInt8>) -> Bool {
    let next = bytes.dropFirst().first { $0 > 0x20 }
    return bytes.first == UInt8(ascii: "{")
      && [nil, UInt8(ascii: "\""), UInt8(ascii: "}")].contains(next)
  }
}

/// Reads an object a line: a broken line is rejected, and the next one goes on.
struct JSONLinesReader: RecordReader {
  private var lines = LineSplitter()
  private var record: JSONRecord
  private var count = 0

  init(_ context: ReaderContext) { record = JSONRecord(context) }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    // Swapped out, since a copy would make it copy the line that it holds.
    var lines = LineSplitter()
    swap(&lines, &self.lines)
    defer { swap(&lines, &self.lines) }
    try lines.push(chunk) { try read($0, $1, $2, to: sink) }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    var lines = LineSplitter()
    swap(&lines, &self.lines)
    try lines.finish { try read($0, $1, $2, to: sink) }
  }

  private mutating func read(
    _ kind: LineSplitter.Line, _ number: Int, _ line: Span<UInt8>,
    to sink: (RecordEvent) throws -> Void
  ) throws {
    var scanner = JSONScanner()
    guard scanner.peek(line) != nil else { return }
    count += 1
    let position = RecordPosition(record: count, line: number)
    switch kind {
    case .whole: try sink(record.read(line, at: position))
    case .tooLong:
      try sink(.rejected(position, reason: tooLong("line"), excerpt: excerpt(of: line)))
    }
  }
}

/// The reason for rejecting what has no end in sight.
func tooLong(_ what: String) -> String { "\(what) longer than \(RecordLimit.bytes >> 20) MB" }

extension ArraySlice<UInt8> {
  /// The bytes between white space.
  var trimmed: ArraySlice<UInt8> {
    var trimmed = self
    while let byte = trimmed.first, byte <= 0x20 { trimmed.removeFirst() }
    while let byte = trimmed.last, byte <= 0x20 { trimmed.removeLast() }
    return trimmed
  }
}

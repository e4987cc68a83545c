/// A line of an input, as bytes without the line feed.
package struct InputLine: Sendable {
  /// Counted from 1 within its input.
  package let number: Int
  /// The line; of one that is too long, its beginning.
  package let bytes: [UInt8]
  /// Whether it is longer than any record may be.
  package let isTooLong: Bool
}

/// Reads the lines of a file or of standard input as they come, in flat memory.
package struct LineReader: ~Copyable {
  private let file: OpenFile
  private var splitter = LineSplitter()
  private var buffer = [UInt8](repeating: 0, count: 256 << 10)
  private var hasEnded = false

  /// Opens an input.
  package init(_ input: InputFile) throws(FormatError) { file = try OpenFile(input) }

  /// The lines that the next piece of the input completes, or nil when it has ended.
  package mutating func next() throws(FormatError) -> [InputLine]? {
    if hasEnded { return nil }
    let count = try file.read(into: &buffer)
    hasEnded = count == 0
    var lines: [InputLine] = []
    func take(_ kind: LineSplitter.Line, _ number: Int, _ bytes: Span<UInt8>) {
      guard !bytes.isEmpty else { return }
      var copy: [UInt8] = []
      copy.append(contentsOf: bytes)
      lines.append(InputLine(number: number, bytes: copy, isTooLong: kind == .tooLong))
    }
    if hasEnded {
      splitter.finish(body: take)
    } else {
      buffer.withUnsafeBufferPointer { piece in
        splitter.push(piece.span.extracting(0..<count), body: take)
      }
    }
    return lines
  }
}

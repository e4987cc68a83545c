/// A line of an input, as bytes without the line feed.
package struct InputLine: Sendable {
  /// Counted from 1 within its input.
  package let number: Int
  /// The line; of one that is too long, its beginning.
  package let bytes: [UInt8]
  /// Whether it is longer than any record may be.
  package let isTooLong: Bool
}

/// Reads the lines of a file or of standard input as they come, in flat memory; packed ones (gzip, zstd, xz,
/// bzip2) too.
package struct LineReader: ~Copyable {
  private let file: OpenFile
  private var splitter = LineSplitter()
  private var buffer = [UInt8](repeating: 0, count: 256 << 10)
  private var hasEnded = false
  private var hasBegun = false
  private var layer: (any ByteFilter)?
  private let path: String

  /// Opens an input.
  package init(_ input: InputFile) throws(FormatError) {
    file = try OpenFile(input)
    path = input.path
  }

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
    if !hasBegun {
      hasBegun = true
      layer = ByteLayer.filter(for: Array(buffer.prefix(min(count, ByteLayer.prefixBytes))))
    }
    // Taken out for the while, so that nothing is copied.
    var (splitter, layer) = (LineSplitter(), self.layer)
    swap(&splitter, &self.splitter)
    self.layer = nil
    let damage = buffer.withUnsafeBufferPointer { piece -> (any Error)? in
      let chunk = piece.span.extracting(0..<count)
      guard layer != nil else {
        splitter.push(chunk, body: take)
        return nil
      }
      do {
        try layer?.push(chunk) { splitter.push($0, body: take) }
        if hasEnded { try layer?.finish { splitter.push($0, body: take) } }
        return nil
      } catch {
        return error
      }
    }
    if hasEnded { splitter.finish(body: take) }
    (self.splitter, self.layer) = (splitter, layer)
    if let damage {
      let reason = (damage as? DamagedInput)?.reason ?? String(describing: damage)
      throw FormatError(.unreadable, input: path, message: reason, remedy: "")
    }
    return lines
  }
}

import Glibc

/// What reading an input has come to.
public struct ReadSummary: Sendable {
  /// The format that was recognised or given; nil for an input with nothing in it.
  public var format: Format?
  /// How many bytes were read as they are stored.
  public var bytesRead: Int
}

/// Reads every record of an input, in order, in flat memory whatever its size.
///
/// - Parameters:
///   - input: the file, or standard input.
///   - options: what the user says about it.
///   - onProgress: is told how many bytes have been read, as they are stored, after each piece.
///   - onEvent: is given every article and every rejected record; what it throws ends the reading.
/// - Returns: the format and the size.
/// - Throws: ``FormatError`` where the input cannot be opened or read, or no format fits.
@discardableResult
public func readRecords(
  from input: InputFile, options: ImportOptions = ImportOptions(),
  onProgress: (Int) throws -> Void = { _ in }, onEvent: (RecordEvent) throws -> Void
) throws -> ReadSummary {
  var reader = try InputReader(input, options: options)
  while try reader.readOn(to: onEvent) { try onProgress(reader.bytesRead) }
  return ReadSummary(format: reader.format, bytesRead: reader.bytesRead)
}

/// An input that is read piece by piece, as its reader asks for more.
package struct InputReader: ~Copyable {
  private let input: InputFile
  private let file: OpenFile
  private var stream: RecordStream
  private var buffer: [UInt8]
  /// How many bytes have been read, as they are stored.
  package private(set) var bytesRead = 0

  /// How much is read at a time.
  package static let pieceBytes = 512 << 10

  /// Opens an input.
  package init(
    _ input: InputFile, options: ImportOptions, pieceBytes: Int = InputReader.pieceBytes
  ) throws(FormatError) {
    self.input = input
    file = try OpenFile(input)
    buffer = [UInt8](repeating: 0, count: pieceBytes)
    var context = ReaderContext(fileName: input.name, options: options, now: Int(time(nil)))
    context.folder = input.path.split(separator: "/").dropLast().last.map(String.init) ?? ""
    stream = RecordStream(context)
  }

  /// The format, once it is recognised.
  package var format: Format? { stream.format }

  /// Reads one piece and gives the records that it completes; false when the input has ended.
  package mutating func readOn(to sink: (RecordEvent) throws -> Void) throws -> Bool {
    do {
      let count = try file.read(into: &buffer)
      guard count > 0 else {
        try stream.finish(to: sink)
        return false
      }
      bytesRead += count
      // The array's own span would borrow all of `self` while the stream is changed.
      try buffer.withUnsafeBufferPointer {
        try stream.push($0.span.extracting(0..<count), to: sink)
      }
      return true
    } catch var error as FormatError {
      if error.input.isEmpty { error.input = input.path }
      throw error
    }
  }
}

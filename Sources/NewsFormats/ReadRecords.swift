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
/// - Returns: what was recognised, and how much was read.
/// - Throws: ``FormatError`` where the input cannot be opened or read, or no format fits.
@discardableResult
public func readRecords(
  from input: InputFile, options: ImportOptions = ImportOptions(),
  onProgress: (Int) throws -> Void = { _ in }, onEvent: (RecordEvent) throws -> Void
) throws -> ReadSummary {
  let file = try OpenFile(input)
  let context = ReaderContext(fileName: input.name, options: options, now: Int(time(nil)))
  var stream = RecordStream(context)
  var bytesRead = 0
  do {
    var buffer = [UInt8](repeating: 0, count: 512 << 10)
    while true {
      let count = try file.read(into: &buffer)
      guard count > 0 else { break }
      bytesRead += count
      try stream.push(buffer.span.extracting(0..<count), to: onEvent)
      try onProgress(bytesRead)
    }
    try stream.finish(to: onEvent)
  } catch var error as FormatError {
    if error.input.isEmpty { error.input = input.path }
    throw error
  }
  return ReadSummary(format: stream.format, bytesRead: bytesRead)
}

/// Owns a file descriptor.
private struct OpenFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  init(_ input: InputFile) throws(FormatError) {
    path = input.path
    if path == "-" {
      descriptor = STDIN_FILENO
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .unreadable(path, errno) }
    }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Reads as much as there is, at most the buffer's size; 0 at the end.
  borrowing func read(into buffer: inout [UInt8]) throws(FormatError) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 { return count }
      // A signal that is no reason to stop, such as a resized terminal's.
      guard errno == EINTR else { throw .unreadable(path, errno) }
    }
  }
}

internal import Glibc
package import NewsFormats

/// Reads one input piece by piece: each call reads as much as the operating system gives and hands
/// on the records that are complete.
package struct InputReader: ~Copyable {
  private let file: Int32
  private let input: InputFile
  private var stream: RecordStream
  private var chunk: [UInt8]
  /// Bytes read so far, as they lie on disk.
  package private(set) var bytesRead: Int64 = 0

  private static let chunkSize = 1 << 18

  /// Opens an input; throws ``FormatError`` where it cannot be opened.
  package init(_ input: InputFile, options: ImportOptions) throws {
    let isStandardInput = input == .standardInput
    file = isStandardInput ? dup(STDIN_FILENO) : open(input.path, O_RDONLY | O_CLOEXEC)
    self.input = input
    chunk = [UInt8](repeating: 0, count: Self.chunkSize)
    stream = RecordStream(
      ReaderContext(fileName: input.name, options: options, now: time(nil)))
    guard file >= 0 else { throw FormatError.unreadable(input.path, errno) }
  }

  deinit { if file >= 0 { close(file) } }

  /// The format, once it is recognised.
  package var format: Format? { stream.format }

  /// Reads on; false when the input has ended.
  package mutating func read(to sink: (RecordEvent) throws -> Void) throws -> Bool {
    var count = Glibc.read(file, &chunk, chunk.count)
    while count < 0 && errno == EINTR { count = Glibc.read(file, &chunk, chunk.count) }
    guard count >= 0 else { throw FormatError.unreadable(input.path, errno) }
    guard count > 0 else {
      try stream.finish(to: sink)
      return false
    }
    bytesRead += Int64(count)
    try stream.push(chunk.span.extracting(0..<count), to: sink)
    return true
  }
}

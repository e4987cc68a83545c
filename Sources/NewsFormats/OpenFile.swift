import Glibc

/// Owns a file descriptor.
struct OpenFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  init(_ input: InputFile) throws(FormatError) {
    path = input.path
    if path == "-" {
      descriptor = STDIN_FILENO
    } else {
      // Without O_NONBLOCK, a pipe that nobody writes into would be waited for in `open`, for ever.
      descriptor = input.systemPath.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
      guard descriptor >= 0 else { throw .unreadable(path, errno) }
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
      try waitForWriter()
    }
  }

  /// How long a named pipe is waited for, in milliseconds.
  private static let patience: Int32 = 10_000

  /// Waits until somebody writes into a named pipe.
  private borrowing func waitForWriter() throws(FormatError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return }
    var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&asked, 1, Self.patience) == 0 else { return }
    throw FormatError(
      .unreadable, input: path, message: "is a pipe, and nobody writes into it", remedy: "")
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Reads as much as there is, at most the buffer's size; 0 at the end.
  borrowing func read(
    into buffer: inout [UInt8], from start: Int = 0
  ) throws(FormatError) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { bytes in
        let room = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
        return Glibc.read(descriptor, room.baseAddress, room.count)
      }
      if count >= 0 { return count }
      // A signal that is no reason to stop, such as a resized terminal's.
      guard errno == EINTR else { throw .unreadable(path, errno) }
    }
  }
}

/// The bytes of a file, at most one more than a record may have (``RecordLimit/bytes``).
package func readWhole(_ input: InputFile) throws(FormatError) -> [UInt8] {
  let file = try OpenFile(input)
  // One byte more than there should be: the read that finds the end needs no new buffer.
  var bytes = [UInt8](repeating: 0, count: min(input.size ?? 64 << 10, RecordLimit.bytes) + 1)
  var count = 0
  while count <= RecordLimit.bytes {
    if count == bytes.count {
      bytes += [UInt8](repeating: 0, count: min(bytes.count, RecordLimit.bytes + 1 - count))
    }
    let read = try file.read(into: &bytes, from: count)
    if read == 0 { break }
    count += read
  }
  bytes.removeLast(bytes.count - count)
  return bytes
}

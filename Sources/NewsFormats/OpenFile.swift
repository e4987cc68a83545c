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

/// The bytes of a file, at most one more than a record may have (``RecordLimit/bytes``).
package func readWhole(_ input: InputFile) throws(FormatError) -> [UInt8] {
  let file = try OpenFile(input)
  var bytes: [UInt8] = []
  bytes.reserveCapacity((input.size ?? 0) + 1)
  var buffer = [UInt8](repeating: 0, count: 256 << 10)
  while bytes.count <= RecordLimit.bytes {
    let count = try file.read(into: &buffer)
    if count == 0 { break }
    bytes += buffer[..<count]
  }
  return bytes
}

import Glibc

/// A file of our own for what can only be read with all of it at hand; it goes with its owner.
final class SpoolFile {
  let path: String
  private let descriptor: Int32

  /// An empty file in the folder for temporary files, or nil where there is no room for one.
  init?() {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/backfile-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  /// Writes bytes to the end; false where the disk is full.
  func append(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let count = write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        start += count
      }
      return true
    }
  }
}

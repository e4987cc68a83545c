internal import Glibc
internal import Synchronization

/// Answers that cost a look at all of the archive, kept until somebody writes.
final class SiteMemory: Sendable {
  /// When and how a file was changed last.
  private struct Stamp: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ path: String) {
      var status = stat()
      let isThere = stat(path, &status) == 0
      size = isThere ? Int(status.st_size) : -1
      (seconds, nanoseconds) = isThere ? (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) : (0, 0)
    }
  }

  private struct Entry {
    let stamps: [Stamp]
    let value: any Sendable
  }

  private let entries = Mutex<[String: Entry]>([:])

  /// The value of a name for the archive as it is; made where there is none.
  ///
  /// Two who ask at the same time may both make it.
  func value<Value: Sendable>(
    _ name: String, of path: String, _ make: () throws -> Value
  ) rethrows -> Value {
    // Looked at first: what is written meanwhile makes the value old, and not the other way round.
    let stamps = [Stamp(path), Stamp(path + "-wal")]
    let known = entries.withLock { $0[name] }
    if let known, known.stamps == stamps, let value = known.value as? Value { return value }
    let value = try make()
    entries.withLock { $0[name] = Entry(stamps: stamps, value: value) }
    return value
  }
}

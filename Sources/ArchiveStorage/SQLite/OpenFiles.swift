internal import Glibc
internal import Synchronization

/// The SQLite files that connections of this process have open.
///
/// A process that closes a file, by whatever descriptor, loses all locks that it has on it
/// (sqlite.org/howtocorrupt.html, 2.2): others then take themselves for the last user, and remove the
/// log. Such a file may only be looked at by SQLite.
enum OpenFiles {
  /// A file, whatever its names.
  struct Identity: Hashable {
    private let device: UInt
    private let inode: UInt

    fileprivate init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, inode) = (UInt(status.st_dev), UInt(status.st_ino))
    }
  }

  private static let counts = Mutex<[Identity: Int]>([:])

  /// Opens a file, and counts it as open: to be given back to ``close(_:)``. Nil where that made no file.
  static func open(_ path: String, by body: () -> Void) -> Identity? {
    counts.withLock { counts in
      body()
      let identity = Identity(path)
      if let identity { counts[identity, default: 0] += 1 }
      return identity
    }
  }

  /// Says that a connection has been closed.
  static func close(_ identity: Identity) {
    counts.withLock { counts in
      counts[identity, default: 1] -= 1
      if counts[identity] == 0 { counts[identity] = nil }
    }
  }

  /// What the closure makes of a file that no connection has open, and none opens meanwhile; nil of another.
  static func ifClosed<T: Sendable>(_ path: String, _ body: () throws -> T) rethrows -> T? {
    try counts.withLock { counts in
      if let identity = Identity(path), counts[identity] != nil { return nil }
      return try body()
    }
  }
}

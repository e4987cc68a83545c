internal import Glibc

/// An archive as files: the database, and the log and shared memory that SQLite has beside it.
package enum ArchiveFile {
  static let companions = ["-wal", "-shm", "-journal"]

  /// Removes an archive that nobody has open.
  package static func remove(_ path: String) {
    for suffix in [""] + companions { unlink(path + suffix) }
  }

  /// Gives a file another name, in one step, and waits until that is on the disk.
  package static func rename(_ path: String, to name: String) throws {
    guard Glibc.rename(path, name) == 0 else { throw failure(name) }
    try syncFolder(of: name)
  }

  /// Copies the files of an archive byte by byte, whatever stands in them.
  ///
  /// Nobody may write meanwhile. No connection of this process may have the archive open (``OpenFiles``).
  package static func copyBytes(of path: String, to copy: String) throws {
    for suffix in ["", "-wal", "-journal"] {
      let source = open(path + suffix, O_RDONLY | O_CLOEXEC)
      guard source >= 0 else {
        if errno == ENOENT, !suffix.isEmpty { continue }
        throw failure(path)
      }
      defer { close(source) }
      let target = open(copy + suffix, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard target >= 0 else { throw failure(copy) }
      defer { close(target) }
      var chunk = [UInt8](repeating: 0, count: 1 << 20)
      while case let count = read(source, &chunk, chunk.count), count != 0 {
        try Task.checkCancellation()
        guard count > 0 else { throw failure(path) }
        var start = 0
        while start < count {
          let written = chunk[start..<count].withUnsafeBytes {
            write(target, $0.baseAddress, $0.count)
          }
          guard written > 0 else { throw failure(copy) }
          start += written
        }
      }
    }
  }

  /// Gives a file that was cut short the length that its header tells of, with zeros: SQLite does not look into
  /// one that is shorter (sqlite.org/fileformat.html, offsets 16 and 28).
  package static func lengthen(_ path: String) throws {
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 32)
    var status = stat()
    guard pread(file, &header, 32, 0) == 32, fstat(file, &status) == 0 else { return }
    func number(_ range: Range<Int>) -> Int { header[range].reduce(0) { $0 << 8 | Int($1) } }
    let pageSize = number(16..<18) == 1 ? 65_536 : number(16..<18)
    let length = pageSize * number(28..<32)
    // A header that tells of much more is damaged itself.
    guard length > status.st_size, length < status.st_size * 16 + 1 << 30 else { return }
    guard ftruncate(file, length) == 0 else { throw failure(path) }
  }

  /// Puts a file in an archive's place; what was there is kept beside it, under a name of its own.
  ///
  /// - Returns: That name, or nil where there was nothing.
  /// - Throws: ``StorageError`` where somebody uses the archive.
  package static func put(_ file: String, inPlaceOf archive: Archive) throws -> String? {
    let path = archive.path
    var kept: String?
    if archive.exists {
      try closeLog(of: archive)
      var number = 1
      while access("\(path).before-\(number)", F_OK) == 0 { number += 1 }
      let name = "\(path).before-\(number)"
      // First the database: its log belongs to it, and follows where SQLite could not end it.
      try rename(path, to: name)
      kept = name
    }
    for suffix in companions where access(path + suffix, F_OK) == 0 {
      guard let kept, suffix != "-shm" else {
        unlink(path + suffix)
        continue
      }
      try rename(path + suffix, to: kept + suffix)
    }
    try rename(file, to: path)
    return kept
  }

  /// Ends the log of an archive, which nobody else may have open. A damaged one keeps its log.
  private static func closeLog(of archive: Archive) throws {
    do {
      try archive.closeLog()
    } catch let error as StorageError where error.kind == .locked {
      throw error
    } catch {}
  }

  private static func syncFolder(of path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw failure(folder) }
    defer { close(handle) }
    // File systems that cannot do it for folders say so.
    guard fsync(handle) == 0 || errno == EINVAL else { throw failure(folder) }
  }

  private static func failure(_ path: String) -> StorageError {
    let code = errno
    let kind: StorageError.Kind =
      switch code {
      case ENOSPC, EDQUOT: .diskFull
      case EACCES, EROFS, EPERM: .readOnly
      default: .inputOutput
      }
    return StorageError(
      kind, kind.sentence(path: path, detail: String(cString: strerror(code))))
  }
}

extension Archive {
  /// The paths of the database and of what SQLite may have beside it.
  package var files: [String] { ([""] + ArchiveFile.companions).map { path + $0 } }
}

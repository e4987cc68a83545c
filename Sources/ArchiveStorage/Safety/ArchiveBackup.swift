internal import Glibc

/// Copies of an archive: made while others read and write it, checked, and there either whole or not at
/// all.
public struct ArchiveBackup: Sendable {
  private let archive: Archive

  /// Backups of an archive.
  public init(_ archive: Archive) { self.archive = archive }

  /// Writes a backup.
  ///
  /// A copy is written beside the file, checked as `backfile check` does, and put under its name at last.
  /// Cancelling the task ends it without a trace.
  ///
  /// - Parameters:
  ///   - path: The new file.
  ///   - replaces: Whether a file of this name may be replaced.
  /// - Throws: ``StorageError`` where the archive is damaged, or the copy cannot be written.
  public func run(to path: String, replaces: Bool = false) throws {
    guard replaces || access(path, F_OK) != 0 else {
      throw StorageError(
        .other, "\(path) is there already; --replace writes a new one in its place")
    }
    try write(archive.connectForReading(), to: path, isChecked: true)
  }

  /// Puts a backup in the archive's place.
  ///
  /// The backup stays as it is; it is copied, and the copy is checked before anything else happens.
  ///
  /// - Parameters:
  ///   - path: The backup.
  ///   - replaces: Whether an archive that is there may be put aside.
  /// - Returns: Where the former archive is now; nil where there was none.
  /// - Throws: ``StorageError`` where the backup is damaged or none, or somebody uses the archive.
  public func restore(from path: String, replaces: Bool = false) throws -> String? {
    guard replaces || !archive.exists else {
      throw StorageError(
        .other,
        "there is an archive at \(archive.path); --replace puts it aside, and the backup in its place"
      )
    }
    let copy = archive.path + ".restoring"
    try write(Archive(path: path).connectForReading(), to: copy, isChecked: true)
    return try ArchiveFile.put(copy, inPlaceOf: archive)
  }

  /// Puts an archive in the place of another, which is kept beside it.
  ///
  /// - Returns: Where the former archive is now; nil where there was none.
  /// - Throws: ``StorageError`` where somebody uses it.
  public static func put(_ path: String, inPlaceOf archive: Archive) throws -> String? {
    try ArchiveFile.put(path, inPlaceOf: archive)
  }

  /// Writes what a connection reads into a new file, which replaces one of its name.
  func write(_ source: Connection, to path: String, isChecked: Bool = false) throws {
    let part = path + ".part"
    ArchiveFile.remove(part)
    defer { ArchiveFile.remove(part) }
    try copy(source, to: part)
    if isChecked {
      for finding in try ArchiveCheck(Archive(path: part)).run() {
        guard let problem = finding.problems.first else { continue }
        throw StorageError(
          .damaged,
          "\(source.path) is damaged, and no copy was made: \(finding.subject): \(problem); "
            + "`backfile repair` saves what can be read")
      }
    }
    try ArchiveFile.rename(part, to: path)
  }

  private func copy(_ source: Connection, to path: String) throws {
    let target = try Connection(path: path, mode: .create)
    try source.copyPages(to: target) { Task.isCancelled }
    // One plain file, without a log beside it, that can be read on media which cannot be written.
    try target.execute("PRAGMA journal_mode = DELETE")
  }
}

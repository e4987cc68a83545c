internal import CSQLite
internal import Glibc

extension Connection {
  /// Copies the whole file into another connection's, page by page, as it is at one moment: others may
  /// read and write meanwhile (sqlite.org/backup.html).
  ///
  /// - Parameters:
  ///   - target: A connection that nobody else has; what its file had is gone.
  ///   - isStopped: Is asked every few megabytes.
  /// - Throws: ``StorageError`` where one of the two cannot be read or written; `CancellationError` where it was
  ///   stopped.
  func copyPages(to target: Connection, isStopped: () -> Bool) throws {
    guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw StorageError(
        connection: target.handle, code: sqlite3_errcode(target.handle), path: target.path)
    }
    var result = SQLITE_OK
    var waited = 0
    while result == SQLITE_OK || result == SQLITE_BUSY || result == SQLITE_LOCKED {
      if isStopped() { break }
      if result != SQLITE_OK {
        // As long as any connection of ours waits for a lock.
        waited += 1
        guard waited <= 100 else { break }
        usleep(100_000)
      }
      result = sqlite3_backup_step(backup, 128)
    }
    let isStopped = result == SQLITE_OK
    let code = sqlite3_backup_finish(backup)
    if isStopped { throw CancellationError() }
    guard result == SQLITE_DONE, code == SQLITE_OK else {
      let failed = code == SQLITE_OK ? result : code
      throw StorageError(connection: target.handle, code: failed, path: target.path)
    }
  }
}

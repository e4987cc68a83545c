import ArchiveStorage

/// The exit codes that scripts can rely on.
enum ExitStatus: Int32, Error {
  /// Done; no hits is done, too.
  case done = 0
  case failure = 1
  /// The command line or the query could not be understood.
  case usage = 2
  /// Finished, with records that were rejected.
  case rejects = 3
  case damaged = 4
  case locked = 5
  case noArchive = 10
  case notAnArchive = 11
  case newerVersion = 12
  /// It took longer than --timeout: as timeout(1) has it.
  case tookTooLong = 124
  /// Stopped by Ctrl-C: 128 + SIGINT.
  case interrupted = 130
  /// Stopped by SIGTERM: 128 + SIGTERM.
  case terminated = 143

  init(_ kind: StorageError.Kind) {
    self =
      switch kind {
      case .noArchive: .noArchive
      case .notAnArchive: .notAnArchive
      case .newerVersion: .newerVersion
      case .locked: .locked
      case .damaged: .damaged
      case .interrupted: .tookTooLong
      case .diskFull, .readOnly, .inputOutput, .other: .failure
      }
  }
}

/// A command that could not do its work, and why.
struct CommandFailure: Error {
  var message: String
  var status = ExitStatus.failure
}

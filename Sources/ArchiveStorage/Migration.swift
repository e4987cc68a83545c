internal import CEmbedded

/// One step of the schema: a file of `Migrations/`, put into the binary when it was built.
struct Migration: Sendable {
  /// The number its name begins with, from 1; the archive's `user_version` once it has been run.
  let version: Int
  let name: String
  let sql: String

  /// All steps, in order.
  static let all: [Migration] = (0..<backfile_migration_count()).map { index in
    let file = backfile_migration(index)
    let name = String(cString: file.name)
    return Migration(
      version: Int(name.prefix { $0.isNumber }) ?? 0, name: name,
      sql: String(
        decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self))
  }

  /// The version of an archive that has been through all of them.
  static let latest = all.last?.version ?? 0
}

extension Connection {
  /// Brings the schema up to date: each step in a transaction of its own.
  ///
  /// A step that fails leaves the archive as it was before that step.
  func migrate(with steps: [Migration] = Migration.all) throws {
    let current = try integer("PRAGMA user_version")
    for step in steps where step.version > current {
      try transaction {
        // Another process may have been here while this one waited for the lock.
        guard try integer("PRAGMA user_version") < Int64(step.version) else { return }
        try execute(step.sql)
        if step.version == Vocabulary.migration { try Vocabulary.fill(self) }
        if step.version == QuotePlaces.migration { try QuotePlaces.fill(self) }
        try execute("PRAGMA user_version = \(step.version)")
      }
    }
  }
}
